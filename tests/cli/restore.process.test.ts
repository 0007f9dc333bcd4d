import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { keptExport, removeFolders } from '../support/exports.ts';
import { openObserver } from '../support/full-workspace/full-workspace.ts';
import { urlOf } from '../support/practice.ts';
import { endProcesses, kyodoProcess, launch } from './process.ts';
import { cleanUp } from './run.ts';

vi.setConfig({ testTimeout: 120_000 });

const CITY = 'T0CITY';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ own: true });
});
afterAll(async () => {
  endProcesses();
  cleanUp();
  removeFolders();
  await database.drop();
});

const count = async (sql: string): Promise<number> => (await database.ask(sql)).length;
/** What is held of the city, but for what of it is empty. */
const rowsOfCity = async () => {
  const observer = await openObserver(database);
  const whole = await observer.wholeOf(CITY);
  await observer.close();
  return Object.entries(whole).filter(([, rows]) => rows !== null);
};

test('a restore that is killed while it writes leaves nothing, and the same again puts all of it back', async () => {
  const folder = await keptExport('export-form-1');
  const environment = { DATABASE_URL: urlOf(database.connection), LOG_LEVEL: 'silent' };
  // What it writes late waits here: others are written by then.
  await database.ask(
    'create function wait() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock(1); return new; end $$',
  );
  await database.ask('create trigger waits before insert on attendance for each row execute function wait()');
  const other = new pg.Client(database.connection);
  await other.connect();
  await other.query('select pg_advisory_lock(1)');
  const { child, ended } = launch(['restore', folder], environment);
  await expect
    .poll(() => count(`select from pg_locks where locktype = 'advisory' and not granted`), {
      timeout: 60_000,
    })
    .toBeGreaterThan(0);
  const isWriting = `select from pg_stat_activity where datname = current_database() and query like 'copy %attendance%'`;
  expect(await count(isWriting)).toBe(1);
  child.kill('SIGKILL');
  expect(await ended).toBeNull();
  await other.end();
  await expect.poll(() => count(isWriting)).toBe(0);
  expect(await rowsOfCity()).toEqual([]);
  expect(await kyodoProcess(['restore', folder], environment)).toMatchObject({ exit: 0, err: '' });
  expect((await rowsOfCity()).length).toBeGreaterThan(50);
});
