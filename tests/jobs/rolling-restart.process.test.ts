import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addDays, localDate } from '../../src/domain/calendar/local-date.ts';
import type { Person } from '../../src/sandbox/driver/person.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { type Balancer, startBalancer } from '../support/balancer.ts';
import { type BotProcess, killBotProcesses, startBotProcess } from '../support/bot-process.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { ask } from '../support/desk.ts';
import { jobsLeft, jobsOfTheEnded } from '../support/jobs-left.ts';
import { urlOf } from '../support/practice.ts';

const SECRETARIES = ['U0ONE', 'U0TWO', 'U0THREE'];

let slack: Sandbox;
let database: TestDatabase;
let balancer: Balancer;
beforeEach(async () => {
  database = await createTestDatabase();
  slack = await startSandbox({
    people: SECRETARIES.map((id) => ({ id, real_name: `事務 ${id}`, email: `${id}@city.example` })),
    patience: 20_000,
  });
  balancer = await startBalancer();
  slack.connectHttp({ url: balancer.url });
});
afterEach(async () => {
  killBotProcesses();
  await balancer.stop();
  await slack.stop();
  await database.drop();
});

const start = async (): Promise<BotProcess> => {
  const bot = startBotProcess({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    SECRETARIAT: SECRETARIES.join(','),
    DATABASE_URL: urlOf(database.connection),
    PORT: '0',
  });
  balancer.add(await bot.url);
  return bot;
};
const told = (id: string) => slack.messages(id).filter(({ plain }) => plain.startsWith('記録しました'));
const PATIENCE_MS = 45_000;
const until = (holds: () => void | Promise<void>) =>
  vi.waitFor(holds, { timeout: PATIENCE_MS, interval: 20 });

test('both of two bots restarted one after the other while people work: every request is answered, and every form kept once', async () => {
  const bots = [await start(), await start()];
  await until(() => expect(balancer.ready()).toBe(2));
  let isOver = false;
  let submitted = 0;
  /** Opens the form again and again until the message about the last meeting is there: Slack takes about one a second for each person. */
  const untilTold = async (person: Person, recorded: number): Promise<void> => {
    const since = performance.now();
    while (told(person.id).length < recorded) {
      expect(await person.command('/kyodo-meeting')).toMatchObject({ status: 200 });
      await (await person.nextForm()).close();
      if (performance.now() - since > PATIENCE_MS) expect(await jobsLeft(database)).toEqual([]);
    }
  };
  /** Records one meeting after the other, each of another day. */
  const work = async (id: string, first: string): Promise<void> => {
    const person = slack.person(id);
    let day = localDate(first);
    for (let recorded = 0; !isOver; recorded += 1) {
      await untilTold(person, recorded);
      expect(await person.command('/kyodo-meeting')).toMatchObject({ status: 200 });
      const form = await person.nextForm();
      await form.fill({ 会議体: '協働推進本部会議', 開催方法: '対面', 開催日: day, 案件: '年間の予定' });
      expect(await form.submit()).toMatchObject({ closed: true, errors: {} });
      submitted += 1;
      day = addDays(day, 1);
    }
  };
  const working = Promise.all(SECRETARIES.map((id, index) => work(id, `202${index}-04-01`)));
  const ended = working.catch((error: unknown) => error);
  for (const old of bots) {
    const before = submitted;
    await until(() => expect(submitted).toBeGreaterThan(before + 5));
    const begun = performance.now();
    old.signal('SIGTERM');
    expect(await old.ended).toBe(0);
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(await jobsOfTheEnded(database)).toEqual([]);
    balancer.remove(await old.url);
    await start();
    await until(() => expect(balancer.ready()).toBe(2));
  }
  isOver = true;
  expect(await ended).toEqual(SECRETARIES.map(() => undefined));
  expect(balancer.unanswered).toEqual([]);
  expect([...balancer.answered().keys()]).toEqual([200]);
  expect(await ask(database, 'select count(*)::int as count from meeting')).toEqual([{ count: submitted }]);
  await until(async () => expect(await jobsLeft(database)).toEqual([]));
  expect(SECRETARIES.flatMap(told)).toHaveLength(submitted);
  expect(slack.refusals).toEqual([]);
}, 180_000);
