import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { prepareWorkspace } from '../../src/services/settings/prepare-workspace.ts';
import { putInquiry } from '../support/asked-inquiries.ts';
import { type BotProcess, killBotProcesses, startBotProcess } from '../support/bot-process.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { ask } from '../support/desk.ts';
import { jobsLeft } from '../support/jobs-left.ts';
import { SECRETARY, urlOf } from '../support/practice.ts';
import { putRoster } from '../support/promoters.ts';

const PEOPLE = Array.from({ length: 40 }, (_, index) => `U0P${index + 1}`);
const MORNING = new Date('2026-11-30T09:00:00+09:00');
const MINUTE_MS = 60_000;

/** How far the processes' clock, and Slack's, stands ahead of the machine's. */
let ahead: number;
let slack: Sandbox;
let database: TestDatabase;
beforeEach(async () => {
  ahead = MORNING.getTime() - Date.now();
  database = await createTestDatabase({ own: true });
  slack = await startSandbox({
    now: () => new Date(Date.now() + ahead),
    people: [
      { id: SECRETARY, real_name: '事務 局子', email: 'jimukyoku@city.example' },
      ...PEOPLE.map((id) => ({ id, real_name: `協働 ${id}` })),
    ],
    patience: 10_000,
  });
  const { db } = database;
  const workspaceId = slack.team.id;
  const at = new Date('2026-11-30T00:00:00+09:00');
  await prepareWorkspace({ clock: { now: () => at }, db }, workspaceId);
  await putRoster(
    db,
    workspaceId,
    PEOPLE.map((slackId) => ({ department: '福祉部', section: `${slackId}課`, name: slackId, slackId })),
    at,
  );
  await putInquiry(db, workspaceId, at, { audience: 'everyone' });
});
afterEach(async () => {
  killBotProcesses();
  await slack.stop();
  await database.drop();
});

/** A process by whose clock the morning has come. */
const start = async (): Promise<BotProcess> => {
  const bot = startBotProcess(
    {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      SECRETARIAT: 'jimukyoku@city.example',
      DATABASE_URL: urlOf(database.connection),
      PORT: '0',
    },
    ahead,
  );
  await bot.url;
  return bot;
};

/** Kills it and has `work` done; gives in how many milliseconds from the kill on. */
const killed = async (bot: BotProcess, work: () => Promise<unknown>): Promise<number> => {
  const at = performance.now();
  bot.signal('SIGKILL');
  expect(await bot.ended).toBeNull();
  await work();
  return performance.now() - at;
};

const until = (holds: () => void | Promise<void>) => vi.waitFor(holds, { timeout: 80_000, interval: 20 });
const received = () => PEOPLE.map((id) => slack.messages(id).length);
const sum = () => received().reduce((one, other) => one + other, 0);

/** Has the database hold what plans messages, until it is opened. */
const closeGate = async () => {
  const client = new pg.Client(database.connection);
  await client.connect();
  await client.query(`
    select pg_advisory_lock(7);
    create function wait() returns trigger language plpgsql as
      'begin perform pg_advisory_xact_lock(7); return new; end';
    create trigger wait before insert on delivery for each statement execute function wait()`);
  const waiting = `select from pg_locks where locktype = 'advisory' and objid = 7 and not granted`;
  return {
    isReached: () => until(async () => expect((await client.query(waiting)).rowCount).toBe(1)),
    open: () => client.end(),
  };
};

test('of two processes one is killed while it plans the morning, and one while the messages go out: the other takes over within a minute, nothing twice', async () => {
  const gate = await closeGate();
  const planning = await start();
  await gate.isReached();
  const [sending, last] = [await start(), await start()];
  const planned = await killed(planning, async () => {
    await gate.open();
    await until(() => expect(sum()).toBeGreaterThan(5));
  });
  expect(planned).toBeLessThan(MINUTE_MS);
  expect(sum()).toBeLessThan(PEOPLE.length);
  const sent = await killed(sending, () => until(() => expect(received()).toEqual(PEOPLE.map(() => 1))));
  expect(sent).toBeLessThan(MINUTE_MS);
  // Nothing is left to do: no second message can come.
  await until(async () => expect(await jobsLeft(database)).toEqual([]));
  expect(received()).toEqual(PEOPLE.map(() => 1));
  expect(
    await ask(
      database,
      `select state, count(*)::int as count from delivery where kind = 'morning' group by state`,
    ),
  ).toEqual([{ state: 'sent', count: PEOPLE.length }]);
  expect(await ask(database, 'select name from job_slot where finished_at is null')).toEqual([]);
  expect(slack.refusals).toEqual([]);
  last.signal('SIGTERM');
  expect(await last.ended).toBe(0);
}, 240_000);
