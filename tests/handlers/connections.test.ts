import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { CONNECTIONS } from '../../src/db/client.ts';
import type { Database } from '../../src/db/database.ts';
import { openRecord } from '../../src/deps.ts';
import { trusted } from '../../src/domain/actor.ts';
import { succeed } from '../../src/domain/result.ts';
import { subjectOf } from '../../src/domain/subject.ts';
import { type Practice, STAFF, startPractice } from '../support/practice.ts';
import { WORKSPACE } from './steps.ts';

/** What people wait for and what nobody waits for have connections of their own to the database: neither takes the other's. */

/** More than both have. */
const MANY = CONNECTIONS.ofRequests + CONNECTIONS.inBackground + 1;
const PATIENCE_MS = 60_000;

let practice: Practice;
let record: Awaited<ReturnType<typeof openRecord>>;
beforeAll(async () => {
  practice = await startPractice({
    ownDatabase: true,
    open: async (...given) => {
      record = await openRecord(...given);
      return record;
    },
  });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

let letGo = async (): Promise<void> => undefined;
afterEach(() => letGo());

/** Takes every connection, and holds them until the test is over; more wait for theirs. Settles when so many are held. */
const holdAll = async (db: Database, connections: number): Promise<void> => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let holding = 0;
  const act = {
    actor: trusted(WORKSPACE, 'cli:test', 'cli'),
    action: 'hold',
    at: practice.clock.now(),
    withinMs: PATIENCE_MS,
    waitMs: PATIENCE_MS,
  } as const;
  const acts = Array.from({ length: MANY }, () =>
    db.act<null, never>(act, async () => {
      holding += 1;
      await held;
      return succeed(null);
    }),
  );
  letGo = async () => {
    release();
    await Promise.all(acts);
    letGo = async () => undefined;
  };
  await expect.poll(() => holding, { timeout: PATIENCE_MS }).toBe(connections);
};

test('a command is answered while what nobody waits for has no connection left', async () => {
  await holdAll(record.background, CONNECTIONS.inBackground);
  await practice.secretary.command('/kyodo-meeting', '一覧');
  expect((await practice.secretary.nextAnswer()).text).toContain('令和8年度');
});

test('a message goes out while requests have no connection left', async () => {
  await holdAll(record.db, CONNECTIONS.ofRequests);
  const planned = await record.background.act<null, never>(
    { actor: trusted(WORKSPACE, 'cli:test', 'cli'), action: 'plan', at: practice.clock.now() },
    async ({ deliveries }) => {
      const delivery = { kind: 'failure-noted', subject: subjectOf('failure', '1', 'request') } as const;
      await deliveries.plan({ ...delivery, key: 'one', recipient: STAFF }, practice.clock.now());
      return succeed(null);
    },
  );
  expect(planned.ok).toBe(true);
  await practice.slack.dm(STAFF).next();
});
