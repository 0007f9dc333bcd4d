import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Fault } from '../../src/sandbox/faults.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { type BotProcess, killBotProcesses, startBotFor } from '../support/bot-process.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { jobsLeft } from '../support/jobs-left.ts';
import { SECRETARY, urlOf } from '../support/practice.ts';

let slack: Sandbox;
let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase({ own: true });
  slack = await startSandbox({
    people: [{ id: SECRETARY, real_name: '事務 局子', email: 'jimukyoku@city.example' }],
    patience: 10_000,
  });
});
afterEach(async () => {
  killBotProcesses();
  await slack.stop();
  await database.drop();
});

const start = (): Promise<BotProcess> => startBotFor(slack, { DATABASE_URL: urlOf(database.connection) });

const kill = async (bot: BotProcess): Promise<void> => {
  bot.signal('SIGKILL');
  expect(await bot.ended).toBeNull();
};

const calls = (method: string) => slack.calls.filter((call) => call.method === method).length;
const until = (holds: () => void | Promise<void>) => vi.waitFor(holds, { timeout: 40_000, interval: 20 });

/** Nothing is left to do: the queue is empty, so no second message can come. */
const untilIdle = () => until(async () => expect(await jobsLeft(database)).toEqual([]));

/** Has the database hold every note of a message about to be sent, until it is opened. */
const closeGate = async () => {
  const client = new pg.Client(database.connection);
  await client.connect();
  await client.query(`
    select pg_advisory_lock(7);
    create function wait() returns trigger language plpgsql as
      'begin perform pg_advisory_xact_lock(7); return new; end';
    create trigger wait before update on delivery for each row execute function wait()`);
  return {
    isReached: async () => {
      const waiting = await client.query("select from pg_locks where locktype = 'advisory' and not granted");
      expect(waiting.rowCount).toBe(1);
    },
    open: () => client.end(),
  };
};

/** Fills the form and submits it; when this resolves, the bot has acknowledged. */
const submit = async (): Promise<void> => {
  const secretary = slack.person(SECRETARY);
  await secretary.command('/kyodo-meeting');
  const form = await secretary.nextForm();
  await form.fill({ 会議体: '協働推進本部会議', 開催方法: '対面', 開催日: '2023-08-10', 案件: '年間の予定' });
  expect(await form.submit()).toMatchObject({ closed: true, errors: {} });
};

const told = () => slack.messages(SECRETARY).filter(({ plain }) => plain.startsWith('記録しました'));

const cases: readonly { what: string; fault: Fault; after: () => void; posts: number }[] = [
  {
    what: 'while Slack is silent and has not posted',
    fault: { hang: true },
    after: () => expect(calls('chat.postMessage')).toBe(1),
    posts: 2,
  },
  {
    what: 'while Slack has posted and is silent',
    fault: { hangAfter: true },
    after: () => expect(told()).toHaveLength(1),
    posts: 1,
  },
  {
    what: 'when Slack had asked to wait',
    // Long enough to be seen before it is tried again, on a busy machine too.
    fault: { rateLimited: 5 },
    after: () => expect(calls('chat.postMessage')).toBe(1),
    posts: 2,
  },
];

test.each(cases)(
  'killed between ack and message $what, the next bot leaves 記録しました once',
  async (row) => {
    slack.faults.next('chat.postMessage', row.fault);
    const killed = await start();
    await submit();
    await until(row.after);
    await kill(killed);

    await start();
    await untilIdle();
    expect([told().length, calls('chat.postMessage')]).toEqual([1, row.posts]);
    expect(slack.refusals).toEqual([]);
  },
  90_000,
);

test('killed between ack and message before Slack was called, the next bot leaves 記録しました once', async () => {
  const killed = await start();
  const gate = await closeGate();
  await submit();
  await until(gate.isReached);
  await kill(killed);
  await gate.open();

  await start();
  await untilIdle();
  expect([told().length, calls('chat.postMessage')]).toEqual([1, 1]);
}, 90_000);
