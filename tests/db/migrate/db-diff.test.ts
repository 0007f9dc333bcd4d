import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type MigrationRequest, pendingChange, writeMigration } from '../../../scripts/db-diff.ts';
import { MIGRATIONS_DIRECTORY } from '../../../src/db/migrate/files.ts';
import { createTestDatabase } from '../../support/database.ts';

const DATASOURCE = 'datasource db {\n  provider = "postgresql"\n}\n';
const BODY = 'model Body {\n  id String @id\n  name String\n\n  @@map("body")\n}\n';
const BODY_WITH_ERA = BODY.replace('name String', 'name String\n  since DateTime? @db.Date');

const NOVEMBER = new Date('2026-11-24T09:00:00+09:00');
const JANUARY = new Date('2027-01-04T00:00:00Z');

const emptyDatabase = async (): Promise<MigrationRequest['scratch']> => {
  const database = await createTestDatabase({ blank: true });
  onTestFinished(() => database.drop());
  return database.connection;
};

/** A package with a schema and no migrations; `write` asks for one, as of `schema`. */
const workbench = async (): Promise<{
  readonly directory: string;
  readonly scratch: MigrationRequest['scratch'];
  readonly write: (schema: string, name: string, at: Date) => Promise<string | undefined>;
}> => {
  const directory = mkdtempSync(path.join(tmpdir(), 'kyodo-diff-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const scratch = await emptyDatabase();
  return {
    directory,
    scratch,
    write: (schema, name, at) => {
      writeFileSync(path.join(directory, 'schema.prisma'), DATASOURCE + schema);
      return writeMigration({ name, directory, at, scratch });
    },
  };
};

const tree = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' }).toSorted();

test('writes the first migration, then only what changed, and tries them on the scratch database', async () => {
  const { directory, scratch, write } = await workbench();
  const read = (file: string): string => readFileSync(path.join(directory, 'migrations', file), 'utf8');

  expect(await write(BODY, 'init', NOVEMBER)).toBe('20261124000000_init');
  expect(read('20261124000000_init/migration.sql')).toContain('CREATE TABLE "body"');
  expect(await write(BODY_WITH_ERA, 'add_since', JANUARY)).toBe('20270104000000_add_since');
  expect(read('20270104000000_add_since/migration.sql').trim()).toBe(
    '-- AlterTable\nALTER TABLE "body" ADD COLUMN     "since" DATE;',
  );
  expect(read('migration_lock.toml')).toBe('provider = "postgresql"\n');
  expect(tree(path.join(directory, 'migrations'))).toEqual([
    '20261124000000_init',
    '20261124000000_init/migration.sql',
    '20270104000000_add_since',
    '20270104000000_add_since/migration.sql',
    'migration_lock.toml',
  ]);
  expect(readFileSync(path.join(directory, 'migrated.prisma'), 'utf8')).toBe(DATASOURCE + BODY_WITH_ERA);

  const client = new pg.Client(scratch);
  await client.connect();
  const { rows } = await client.query(
    `select column_name as name from information_schema.columns where table_name = 'body' order by ordinal_position`,
  );
  await client.end();
  expect(rows).toEqual([{ name: 'id' }, { name: 'name' }, { name: 'since' }]);
});

test('writes nothing when nothing changed but words', async () => {
  const { directory, write } = await workbench();
  await write(BODY, 'init', NOVEMBER);
  const before = tree(directory);
  expect(await write(`/// 会議体\n${BODY}`, 'again', JANUARY)).toBeUndefined();
  expect(tree(directory)).toEqual(before);
});

test('passes over a migration written by hand, which changes nothing the schema can say', async () => {
  const { directory, write } = await workbench();
  await write(BODY, 'init', NOVEMBER);
  const byHand = path.join(directory, 'migrations/20261201000000_names_not_empty');
  mkdirSync(byHand);
  writeFileSync(path.join(byHand, 'migration.sql'), "alter table body add check (name <> '');");
  expect(await write(BODY, 'again', JANUARY)).toBeUndefined();
  expect(await write(BODY_WITH_ERA, 'add_since', JANUARY)).toBe('20270104000000_add_since');
});

test.each([
  ['a name that is no name', BODY_WITH_ERA, 'Add Since', JANUARY, '英小文字'],
  ['a time before the last migration', BODY_WITH_ERA, 'add_since', new Date('2026-04-01T00:00:00Z'), '時計'],
  ['a schema that is not valid', 'model Body { id Nothing }', 'add_since', JANUARY, 'Error validating'],
])('refuses %s and leaves no file behind', async (_, schema, name, at, says) => {
  const { directory, write } = await workbench();
  await write(BODY, 'init', NOVEMBER);
  const before = tree(directory);
  await expect(write(schema, name, at)).rejects.toThrow(says);
  expect(tree(directory)).toEqual(before);
});

test('leaves no migration behind that the database refuses', async () => {
  const { directory, write } = await workbench();
  await write(BODY, 'init', NOVEMBER);
  const sql = path.join(directory, 'migrations/20261124000000_init/migration.sql');
  writeFileSync(sql, `${readFileSync(sql, 'utf8')}\nalter table body rename to renamed_by_hand;`);
  const scratch = await emptyDatabase();
  writeFileSync(path.join(directory, 'schema.prisma'), DATASOURCE + BODY_WITH_ERA);
  await expect(writeMigration({ name: 'add_since', directory, at: JANUARY, scratch })).rejects.toThrow(
    '20270104000000_add_since',
  );
  expect(readdirSync(path.join(directory, 'migrations'))).toEqual([
    '20261124000000_init',
    'migration_lock.toml',
  ]);
  expect(readFileSync(path.join(directory, 'migrated.prisma'), 'utf8')).toBe(DATASOURCE + BODY);
});

test('refuses a schema that passes for migrated and has no migration', async () => {
  const { directory, write } = await workbench();
  await write(BODY, 'init', NOVEMBER);
  writeFileSync(path.join(directory, 'migrated.prisma'), DATASOURCE + BODY_WITH_ERA);
  await expect(write(BODY_WITH_ERA, 'add_since', JANUARY)).rejects.toThrow(
    'マイグレーションが作らないもの: body.since',
  );
});

describe('of this package', () => {
  const PRISMA = path.dirname(MIGRATIONS_DIRECTORY);

  test('every change of the schema is in the migrations', async () => {
    expect(await pendingChange({ directory: PRISMA, scratch: await emptyDatabase() })).toBeUndefined();
  });

  test('a change of the schema that is in none of them is found', async () => {
    const { directory, scratch } = await workbench();
    cpSync(PRISMA, directory, { recursive: true });
    appendFileSync(path.join(directory, 'schema.prisma'), BODY.replaceAll(/body/giu, 'Forgotten'));
    expect(await pendingChange({ directory, scratch })).toContain('CREATE TABLE "Forgotten"');
  });
});
