import { once } from 'node:events';
import pg from 'pg';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { QUEUES, type QueueName } from '../../src/domain/queues.ts';
import { startQueue } from '../../src/jobs/queue.ts';
import { prepareWorkspace } from '../../src/services/settings/prepare-workspace.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { ask, createKeptLog } from '../support/desk.ts';
import { createTestClock } from '../support/practice.ts';

const clock = createTestClock('2026-11-30T09:00:00+09:00');
const SLOT = new Date('2026-11-30T09:00:00+09:00');
/** Jobs that are done while the others wait. */
const DONE = 60;
const WORKSPACES = Array.from({ length: 40 }, (_, index) => `T0CITY${index}`);
const [FIRST = '', ...OTHERS] = WORKSPACES;
const MESSAGES = 50;

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
  for (const id of WORKSPACES) await prepareWorkspace({ clock, db: database.db }, id);
});
afterEach(() => database.drop());

const planFor = (workspaceId: string): Promise<void> =>
  database.db.record(workspaceId).deliveries.planAll(
    Array.from({ length: MESSAGES }, (_, index) => ({
      key: `answer:${index}`,
      kind: 'free-text-answer',
      recipient: `U0P${index}`,
      subject: `slack-user:U0P${index}`,
    })),
    clock.now(),
  );

/** A worker's look for a job, as PostgreSQL is asked. */
type Look = { readonly text: string; readonly values: readonly unknown[] };

/** How workers look that do the jobs of these names: what they ask first, of a queue in which nothing waits. */
const lookOf = async (queue: QueueName, name: string): Promise<Look> => {
  const { query } = pg.Client.prototype;
  const looks: Look[] = [];
  Reflect.set(pg.Client.prototype, 'query', function (this: pg.Client, ...given: readonly unknown[]) {
    const [asked] = given as readonly Look[];
    if (/for update\s+skip locked/u.test(asked?.text ?? '') && asked !== undefined) looks.push(asked);
    return Reflect.apply(query, this, given);
  });
  try {
    const started = await startQueue(
      database.connection,
      { [name]: async () => undefined },
      createKeptLog(),
      { queue, workers: 1 },
    );
    await vi.waitFor(() => expect(looks).not.toEqual([]), { interval: 5 });
    await started.stop();
  } finally {
    Reflect.set(pg.Client.prototype, 'query', query);
  }
  const [look] = looks;
  if (look === undefined) throw new Error('nobody looked');
  return look;
};

type Plan = {
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
};

const rowsOf = ({ Plans = [], ...plan }: Plan): number =>
  plan['Actual Loops'] * (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) +
  Plans.reduce((sum, each) => sum + rowsOf(each), 0);

/** How many rows a look reads now, in all its steps. */
const readBy = async ({ text, values }: Look): Promise<number> => {
  const client = new pg.Client(database.connection);
  await client.connect();
  try {
    // As connections of the queue do.
    await client.query('begin; set local enable_sort = off');
    const { rows } = await client.query(`explain (analyze, format json) ${text}`, [...values]);
    const [{ Plan: plan }] = rows[0]['QUERY PLAN'] as readonly [{ readonly Plan: Plan }];
    await client.query('rollback');
    return rowsOf(plan);
  } finally {
    await client.end();
  }
};

test('who looks for a message reads no more while thousands wait, and what is due for every workspace', async () => {
  const look = await lookOf(QUEUES.ofMessages, `deliver:${FIRST}`);
  await planFor(FIRST);
  const few = await readBy(look);
  for (const id of OTHERS) await planFor(id);
  await database.db.dueJobs.claim([{ name: 'remind', slot: SLOT, workspaceIds: WORKSPACES }], SLOT);
  expect(await readBy(look)).toBe(few);
});

test('who looks for what is due reads no more while thousands of messages wait', async () => {
  const look = await lookOf(QUEUES.ofRuns, `run-due:${FIRST}`);
  const none = await readBy(look);
  for (const id of WORKSPACES) await planFor(id);
  expect(Number((await ask(database, 'select count(*) from graphile_worker.jobs'))[0]?.count)).toBe(2000);
  expect(await readBy(look)).toBe(none);
});

test('a queue that was empty when PostgreSQL last counted it is not read whole for each job when it is full', async () => {
  // What was read is counted as long as there is the database.
  const own = await createTestDatabase({ own: true });
  onTestFinished(() => own.drop());
  await ask(own, 'vacuum analyze');
  let done = 0;
  const enough = new AbortController();
  const queue = await startQueue(
    own.connection,
    {
      note: async () => {
        done += 1;
        if (done >= DONE) await once(enough.signal, 'abort');
      },
    },
    createKeptLog(),
    { workers: 1 },
  );
  // So often, PostgreSQL plans what it is asked for good.
  for (let count = 1; count <= 10; count += 1) {
    await ask(own, `select graphile_worker.add_job('note')`);
    await expect.poll(() => done).toBe(count);
  }
  await ask(
    own,
    `insert into graphile_worker._private_jobs (task_id) select id from graphile_worker._private_tasks, generate_series(1, 2000)`,
  );
  await expect.poll(() => done).toBe(DONE);
  const stopped = queue.stop();
  enough.abort();
  await stopped;
  const [read] = await vi.waitFor(async () => {
    const rows = await ask(
      own,
      `select n_tup_upd::int as taken, seq_tup_read::int + (
         select sum(idx_tup_read)::int from pg_stat_user_indexes where relid = jobs.relid) as rows
       from pg_stat_user_tables jobs where schemaname = 'graphile_worker' and relname = '_private_jobs'`,
    );
    // What a connection has read is told when it ends, together with what it has taken.
    expect(rows[0]?.taken).toBeGreaterThanOrEqual(DONE);
    return rows;
  });
  expect(Number(read?.rows) / DONE).toBeLessThan(100);
});

test('a message that was posted, and leaves no other to be changed, has no worker look', async () => {
  const client = new pg.Client(database.connection);
  // The database is given back, and its connections cut, before this one is ended.
  client.on('error', () => undefined);
  await client.connect();
  onTestFinished(() => client.end());
  const told: string[] = [];
  client.on('notification', ({ channel }) => told.push(channel));
  await client.query('listen "jobs:insert"');
  await planFor(FIRST);
  const { deliveries } = database.db.record(FIRST);
  const [message] = await ask(database, 'select id::text as id from delivery limit 1');
  await deliveries.markSent(String(message?.id), { channel: 'D0P0', ts: '1.1' }, 1);
  // What was told before this question was answered is there with the answer.
  await client.query('select 1');
  expect(told).toEqual(['jobs:insert']);
});
