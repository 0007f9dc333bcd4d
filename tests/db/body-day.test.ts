import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createDatabase, type Database, type WorkspaceRecord } from '../../src/db/database.ts';
import { trusted } from '../../src/domain/actor.ts';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import { succeed } from '../../src/domain/result.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { ask } from '../support/desk.ts';

/** Who records a meeting holds its day of the body, and nobody else's. */

const WORKSPACE = 'T0DAYS';
const ACTOR = trusted(WORKSPACE, 'cli:test', 'cli');
const BODY = randomUUID();
const AT = new Date('2026-11-24T10:00:00+09:00');
const DAY = localDate('2026-12-01');
const OTHER_DAY = localDate('2026-12-02');

let database: TestDatabase;
let db: Database;
const act = (work: (record: WorkspaceRecord) => Promise<unknown>): Promise<unknown> =>
  db.act({ actor: ACTOR, action: 'test', at: AT }, async (record) => succeed(await work(record)));
beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase(database.connection, () => undefined);
  await db.act({ actor: ACTOR, action: 'begin', at: AT }, async (record) => {
    await record.begin();
    await record.bodies.create(BODY, AT);
    return succeed(null);
  });
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

/** Until a statement of this database waits for another transaction. */
const untilSomebodyWaits = (): Promise<unknown> =>
  vi.waitFor(
    async () => {
      const waiting = await ask(
        database,
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      expect(waiting).not.toEqual([]);
    },
    { timeout: 10_000, interval: 20 },
  );

test.each([
  ['the same day', (record: WorkspaceRecord) => record.bodies.lockDay(BODY, DAY)],
  ['the whole body', (record: WorkspaceRecord) => record.bodies.lock(BODY)],
])('who holds %s waits for who holds a day, until that one is done', async (_, hold) => {
  const done: string[] = [];
  let second: Promise<unknown> | undefined;
  await act(async (record) => {
    await record.bodies.lockDay(BODY, DAY);
    second = act(async (other) => {
      await hold(other);
      done.push('second');
    });
    await untilSomebodyWaits();
    done.push('first');
  });
  await second;
  expect(done).toEqual(['first', 'second']);
});

test('who holds another day need not wait', async () => {
  const done: string[] = [];
  await act(async (record) => {
    await record.bodies.lockDay(BODY, DAY);
    await act(async (other) => {
      await other.bodies.lockDay(BODY, OTHER_DAY);
      done.push('second');
    });
    done.push('first');
  });
  expect(done).toEqual(['second', 'first']);
});
