import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { servingName } from '../../src/db/client.ts';
import type { Database } from '../../src/db/database.ts';
import { trusted } from '../../src/domain/actor.ts';
import { succeed } from '../../src/domain/result.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { fillWorkspace } from '../support/full-workspace/full-workspace.ts';
import { AT, DAY, ID } from '../support/full-workspace/names.ts';
import { installationOf } from '../support/installations.ts';
import { connectionNamed } from '../support/named-connection.ts';

/** Three cities in one database, each with a row of every kind by the same ids; the middle one is erased. */
const [NORTH, GONE, SOUTH] = ['T0NORTH', 'T0GONE', 'T0SOUTH'] as const;

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
});
afterAll(() => database.drop());

const ask = (sql: string, values?: readonly unknown[]) => database.ask(sql, values);

/** Tables of the record and of its queue, as PostgreSQL lists them. */
const tablesOf = async (): Promise<readonly string[]> =>
  (
    await ask(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname in ('public', 'graphile_worker', 'graphile_worker_runs') order by 1`,
    )
  ).map(({ name }) => String(name));

/** Every row of every table, in order, as text. */
const dump = async (): Promise<readonly (readonly [table: string, row: string])[]> => {
  const rows: (readonly [string, string])[] = [];
  for (const table of await tablesOf())
    for (const { row } of await ask(`select t::text as row from ${table} t order by t::text collate "C"`))
      rows.push([table, String(row)]);
  return rows;
};

/** The tables in which something is to be found of a workspace, in whatever column. */
const placesOf = async (id: string) => [
  ...new Set((await dump()).flatMap(([table, row]) => (row.includes(id) ? [table] : []))),
];

beforeEach(async () => {
  for (const id of [NORTH, GONE, SOUTH]) await fillWorkspace(db, id);
  await ask(
    `insert into restoration (workspace_id, as_of, restored_at, restored_by) select id, now(), now(), 'cli:test' from workspace`,
  );
  // As older releases put jobs into the queue.
  await ask(
    `select graphile_worker.add_job('deliver', json_build_object('workspaceId', $1::text), 'deliver-' || $1::text || '-3', null, 12, id::text)
     from delivery where workspace_id = $1 and id::text not in (select key from graphile_worker.jobs where key is not null)`,
    [GONE],
  );
});
afterEach(async () => {
  await ask('update graphile_worker._private_jobs set locked_at = null, locked_by = null');
  for (const id of await db.workspaces.ids()) await db.workspaces.erase(id);
});

test('every table is either of workspaces, and so erased with them, or known to be of none', async () => {
  const rows = await ask(
    `select tablename as name from pg_tables where schemaname = 'public'
       and tablename not in (select table_name from information_schema.columns where column_name = 'workspace_id')
     order by 1`,
  );
  // `forgotten_word` has no row when a transaction ends. A new table of which a workspace has rows has its id: what is known by another way would be left.
  expect(rows.map(({ name }) => name)).toEqual([
    '_prisma_migrations',
    'forgotten_word',
    'installation',
    'workspace',
  ]);
});

test('a workspace is erased with every row, file and job of it, and the two others are as they were', async () => {
  const tables = await ask(
    `select 'public.' || table_name as name from information_schema.columns where column_name = 'workspace_id'`,
  );
  expect(await placesOf(GONE)).toEqual(
    expect.arrayContaining([
      ...tables.map(({ name }) => name),
      'graphile_worker._private_jobs',
      'graphile_worker._private_job_queues',
      'graphile_worker._private_tasks',
      'graphile_worker_runs._private_jobs',
      'graphile_worker_runs._private_tasks',
      'public.workspace',
    ]),
  );
  const all = await dump();

  const jobs = all.filter(([table, row]) => table.endsWith('_private_jobs') && row.includes(GONE)).length;
  expect(await db.workspaces.erase(GONE)).toMatchObject({ ok: true, value: { jobs } });
  expect(await placesOf(GONE)).toEqual([]);
  expect(await dump()).toEqual(all.filter(([, row]) => !row.includes(GONE)));
  expect(await db.workspaces.ids()).toEqual([NORTH, SOUTH]);
});

test('what is told to go is what goes', async () => {
  const before = await db.workspaces.holdings(GONE);
  expect(before.rows.map(({ table }) => table)).toContain('stored_file');
  expect(await db.workspaces.erase(GONE)).toEqual({ ok: true, value: before });
  expect(await db.workspaces.holdings(GONE)).toEqual({ rows: [], jobs: 0 });
});

describe('nothing is erased', () => {
  const refused = async () => {
    const before = await dump();
    const outcome = await db.workspaces.erase(GONE);
    expect(await dump()).toEqual(before);
    return outcome;
  };

  test('of a workspace that is not there', async () => {
    expect(await db.workspaces.erase('T0NOWHERE')).toEqual({ ok: false, error: { kind: 'no-workspace' } });
  });

  test('while a bot works with its token', async () => {
    const elsewhere = await connectionNamed(database, servingName(NORTH));
    const bot = await connectionNamed(database, servingName(GONE));
    expect(await refused()).toEqual({ ok: false, error: { kind: 'bot-at-work' } });
    await bot.end();
    await elsewhere.end();
  });

  test('while a job of it runs', async () => {
    await ask(
      `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker' where key = (
         select id::text from delivery where workspace_id = $1 and key like 'meeting-recorded:%')`,
      [GONE],
    );
    expect(await refused()).toEqual({ ok: false, error: { kind: 'jobs-running', count: 1 } });
  });
});

describe('audit lines', () => {
  const STAY = 'audit lines are never changed or removed';

  test.each([
    ['changed', `update audit_line set reason = 'x' where workspace_id = $1`],
    ['removed', 'delete from audit_line where workspace_id = $1'],
    ['removed with a workspace of which anything else is left', 'delete from workspace where id = $1'],
  ])('can be %s by nobody', async (_how, sql) => {
    const before = await dump();
    await expect(ask(sql, [GONE])).rejects.toThrow();
    expect(await dump()).toEqual(before);
  });

  test('of a workspace that is there stay while others go', async () => {
    await db.workspaces.erase(GONE);
    await expect(ask('delete from audit_line')).rejects.toThrow(STAY);
  });
});

test('who writes to it while it is erased comes too late, and makes nothing of it anew', async () => {
  await db.workspaces.erase(GONE);
  const { deliveries, settings } = db.record(GONE);
  const planned = {
    key: randomUUID(),
    kind: 'free-text-answer',
    recipient: 'U0ANY',
    subject: 'slack-user:U0ANY',
  } as const;
  await expect(deliveries.plan(planned, new Date())).rejects.toThrow();
  expect(await settings.read()).toMatchObject({ logChannel: null });
  expect(await deliveries.find(ID.meeting)).toBeUndefined();
  expect(await placesOf(GONE)).toEqual([]);
});

test('its own installation goes with it; that of an organisation with the last workspace that it serves', async () => {
  for (const id of [GONE, 'E0CITIES']) await db.installations.save(installationOf(id));
  const serve = (id: string, by: string) =>
    db.act({ actor: trusted(id, 'cli:test', 'cli'), action: 'test', at: AT }, async (record) =>
      succeed(await record.serveBy(by)),
    );
  await serve(GONE, GONE);
  await serve(NORTH, 'E0CITIES');
  await serve(SOUTH, 'E0CITIES');
  // One of its own that does not serve it.
  await db.installations.save(installationOf(SOUTH));
  const left = async () => (await ask('select id from installation order by 1')).map(({ id }) => id);
  await db.workspaces.erase(GONE);
  expect(await placesOf(GONE)).toEqual([]);
  expect(await left()).toEqual(['E0CITIES', SOUTH]);
  await db.workspaces.erase(NORTH);
  expect(await left()).toEqual(['E0CITIES', SOUTH]);
  await db.workspaces.erase(SOUTH);
  expect(await left()).toEqual([]);
});

test('the list says of each workspace since when it is there, and how much', async () => {
  await db.workspaces.erase(SOUTH);
  const rows = (await db.workspaces.holdings(NORTH)).rows.reduce((sum, { count }) => sum + count, 0);
  const since = new Date('2026-11-24T10:00:00+09:00');
  expect(await db.workspaces.summaries(DAY)).toEqual([
    { id: GONE, since, rows, promoters: 1 },
    { id: NORTH, since, rows, promoters: 1 },
  ]);
});
