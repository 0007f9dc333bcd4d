import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import type { EmbeddedConnection } from '../../../src/db/embedded/embedded.ts';
import { readMigrations } from '../../../src/db/migrate/files.ts';
import { applyMigrations, lookAtDatabase, MigrationError } from '../../../src/db/migrate/migrate.ts';
import { createTestDatabase } from '../../support/database.ts';

const root = mkdtempSync(path.join(tmpdir(), 'kyodo-migrate-'));
afterAll(() => rmSync(root, { recursive: true }));

const BODY = '20260401000000_body';
const MEETING = '20261124090000_meeting';
const NEWSLETTER = '20270104000000_newsletter';

/** Semicolons in a function, in a literal and in a comment: a script cut at each of them would not run. */
const BODY_SQL = `
create table body (id text primary key, name text not null default '協働;推進'); -- bodies; and more
create function shout() returns trigger language plpgsql as $$ begin new.name := upper(new.name); return new; end; $$;
create trigger shout before insert on body for each row execute function shout();
`;
const MEETING_SQL = 'create table meeting (id text primary key, body_id text not null references body (id));';

let directories = 0;
const directoryWith = (migrations: Readonly<Record<string, string>>): string => {
  directories += 1;
  const directory = path.join(root, String(directories));
  mkdirSync(directory);
  writeFileSync(path.join(directory, 'migration_lock.toml'), 'provider = "postgresql"\n');
  for (const [name, sql] of Object.entries(migrations)) {
    mkdirSync(path.join(directory, name));
    writeFileSync(path.join(directory, name, 'migration.sql'), sql);
  }
  return directory;
};

const blank = async (): Promise<EmbeddedConnection> => {
  const database = await createTestDatabase({ blank: true });
  onTestFinished(() => database.drop());
  return database.connection;
};

const query = async (connection: EmbeddedConnection, sql: string): Promise<unknown> => {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
};

const pendingMigrations = async (
  connection: EmbeddedConnection,
  directory?: string,
): Promise<readonly string[]> => (await lookAtDatabase(connection, directory)).pending;

const tables = (connection: EmbeddedConnection): Promise<unknown> =>
  query(connection, `select tablename from pg_tables where schemaname = 'public' order by 1`);

const history = (connection: EmbeddedConnection): Promise<unknown> =>
  query(
    connection,
    `select migration_name, finished_at is not null, rolled_back_at is not null from _prisma_migrations order by started_at`,
  );

test('applies all migrations in their order, and later only the new ones', async () => {
  const connection = await blank();
  const first = { [BODY]: BODY_SQL, [MEETING]: MEETING_SQL };
  const second = { ...first, [NEWSLETTER]: 'create table newsletter (id text);' };

  expect(await pendingMigrations(connection, directoryWith(first))).toEqual([BODY, MEETING]);
  expect(await applyMigrations(connection, directoryWith(first))).toEqual({ applied: [BODY, MEETING] });
  expect(await pendingMigrations(connection, directoryWith(first))).toEqual([]);
  expect(await applyMigrations(connection, directoryWith(first))).toEqual({ applied: [] });
  expect(await query(connection, `insert into body values ('a', 'abc;def') returning name`)).toEqual([
    ['ABC;DEF'],
  ]);

  expect(await pendingMigrations(connection, directoryWith(second))).toEqual([NEWSLETTER]);
  expect(await applyMigrations(connection, directoryWith(second))).toEqual({ applied: [NEWSLETTER] });
  expect(await tables(connection)).toEqual([['_prisma_migrations'], ['body'], ['meeting'], ['newsletter']]);
});

test('leaves nothing of a failing migration but its line, names it, and applies it once it is mended', async () => {
  const connection = await blank();
  const broken = directoryWith({
    [BODY]: BODY_SQL,
    [MEETING]: `${MEETING_SQL} insert into meeting values ('m', 'nowhere');`,
    [NEWSLETTER]: 'create table newsletter (id text);',
  });
  const error: unknown = await applyMigrations(connection, broken).catch((reason: unknown) => reason);
  expect(error instanceof MigrationError && [error.migration, error.message]).toEqual([
    MEETING,
    'データベースの更新「20261124090000_meeting」に失敗しました。この更新は取り消され、データは更新前のままです。' +
      '原因を取り除いてから起動し直してください。\nexternal connector error\nForeign key constraint failed: meeting_body_id_fkey',
  ]);
  expect(await tables(connection)).toEqual([['_prisma_migrations'], ['body']]);
  expect(await history(connection)).toEqual([
    [BODY, true, false],
    [MEETING, false, false],
  ]);
  expect(await pendingMigrations(connection, broken)).toEqual([MEETING, NEWSLETTER]);

  const mended = directoryWith({ [BODY]: BODY_SQL, [MEETING]: MEETING_SQL });
  expect(await applyMigrations(connection, mended)).toEqual({ applied: [MEETING] });
  expect(await history(connection)).toEqual([
    [BODY, true, false],
    [MEETING, false, true],
    [MEETING, true, false],
  ]);
});

test('lets one of several processes work that start at the same moment', async () => {
  const connection = await blank();
  const directory = directoryWith({ [BODY]: BODY_SQL, [MEETING]: MEETING_SQL });
  const results = await Promise.all([1, 2, 3, 4].map(() => applyMigrations(connection, directory)));
  expect(results.flatMap(({ applied }) => applied)).toEqual([BODY, MEETING]);
});

test('lets no connection linger', async () => {
  const connection = await blank();
  await applyMigrations(connection, directoryWith({ [BODY]: BODY_SQL }));
  await expect
    .poll(() =>
      query(
        connection,
        'select count(*)::int from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      ),
    )
    .toEqual([[0]]);
});

test('says why when the database cannot be reached', async () => {
  const connection = { ...(await blank()), database: 'nowhere' };
  await expect(applyMigrations(connection)).rejects.toThrow('unknown-database');
  await expect(pendingMigrations(connection)).rejects.toThrow('unknown-database');
});

test('finds nothing to do where there are no migrations', async () => {
  const connection = await blank();
  expect(readMigrations(path.join(root, 'absent'))).toEqual([]);
  expect(await applyMigrations(connection, path.join(root, 'absent'))).toEqual({ applied: [] });
  expect(await tables(connection)).toEqual([]);
});

test('gives every test file a database with all tables and the queue', async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  expect(await pendingMigrations(database.connection)).toEqual([]);
  expect(
    await query(
      database.connection,
      `select to_regprocedure('graphile_worker.force_unlock_workers(text[])')`,
    ),
  ).toEqual([['graphile_worker.force_unlock_workers(text[])']]);
});
