import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { exported, filesOf, newFolder, removeFolders, sha256 } from '../../support/exports.ts';
import { fillWorkspace } from '../../support/full-workspace/full-workspace.ts';
import { installationOf } from '../../support/installations.ts';

/** Two cities, each with a row of every kind by the same ids. */
const [CITY, OTHER] = ['T0CITY', 'T0OTHER'] as const;

let database: TestDatabase;
let files: ReadonlyMap<string, Buffer>;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  for (const id of [CITY, OTHER]) await fillWorkspace(database.db, id);
  await database.db.installations.save(installationOf(CITY, { botToken: randomBytes(32) }));
  // It comes from the database in many pieces.
  await database.ask('insert into stored_file values ($1, $2, $3, $4, $5, now())', [
    CITY,
    randomUUID(),
    '様式.xlsx',
    randomBytes(1_500_000),
    'U0ANY',
  ]);
  ({ folder } = await exported(database, CITY));
  files = filesOf(folder);
});
afterAll(async () => {
  removeFolders();
  await database.drop();
});

const rowsOf = (table: string): readonly (readonly string[])[] =>
  parse(files.get(`tables/${table}.csv`) ?? '', { bom: true });
const manifest = () => JSON.parse(files.get('manifest.json')?.toString('utf8') ?? '');

test('there is a CSV for every table that has rows of workspaces, with all rows of this one and none of another; not for that it was put back', async () => {
  const tables = await database.ask(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'workspace_id' and table_name <> 'restoration' order by 1`,
  );
  for (const { name } of tables) {
    const [heading = [], ...rows] = rowsOf(String(name));
    const [{ count } = {}] = await database.ask(`select count(*)::int from ${name} where workspace_id = $1`, [
      CITY,
    ]);
    expect([name, rows.length]).toEqual([name, count]);
    expect(new Set(rows.map((row) => row[heading.indexOf('workspace_id')]))).toEqual(new Set([CITY]));
  }
  expect(manifest().tables.map(({ table }: { table: string }) => table)).toEqual(
    tables.map(({ name }) => name),
  );
});

test('a CSV has every column but what the database makes of others, what is held, and the bytes that are files of their own', async () => {
  const columns = await database.ask(
    `select table_name as table, array_agg(column_name::text order by ordinal_position) as columns from information_schema.columns
     where table_schema = 'public' and is_generated = 'NEVER' and column_name <> 'held' group by 1`,
  );
  const known = new Map(columns.map(({ table, columns }) => [table, columns]));
  for (const { table } of manifest().tables)
    expect([table, rowsOf(table)[0]]).toEqual([
      table,
      table === 'stored_file' ? ['workspace_id', 'id', 'name', 'stored_by', 'stored_at'] : known.get(table),
    ]);
});

test('stored files lie beside as they were, by their ids', async () => {
  const stored = await database.ask('select id, bytes from stored_file where workspace_id = $1 order by id', [
    CITY,
  ]);
  expect(stored.length).toBe(2);
  expect(
    [...files].filter(([name]) => name.startsWith('files/')).map(([name, bytes]) => [name, sha256(bytes)]),
  ).toEqual(stored.map(({ id, bytes }) => [`files/${id}`, sha256(bytes as Uint8Array)]));
});

test('the manifest has the length and the sum of every file beside it', () => {
  const { files: named, ...rest } = manifest();
  const beside = [...files].filter(([name]) => name !== 'manifest.json');
  expect(named.toSorted((a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1))).toEqual(
    beside.map(([name, bytes]) => ({ path: name, length: bytes.length, sha256: sha256(bytes) })),
  );
  expect(rest).toMatchObject({
    form: 1,
    bot: '0.1.0',
    workspace: { id: CITY, createdAt: '2026-11-24T01:00:00.000Z', clockAhead: 86_400_000 },
    // By its own clock.
    exportedAt: '2026-11-25T03:00:00.000Z',
  });
});

test('Excel reads it as UTF-8, and only its owner reads it', () => {
  for (const [name, bytes] of files)
    if (name.endsWith('.csv')) expect([name, bytes.subarray(0, 3).toString('hex')]).toEqual([name, 'efbbbf']);
  const modes = (names: readonly string[]) => [
    ...new Set(names.map((name) => (statSync(path.join(folder, name)).mode & 0o777).toString(8))),
  ];
  expect(modes([...files.keys()])).toEqual(['600']);
  expect(modes(['.', 'tables', 'files'])).toEqual(['700']);
});

test('no token goes out', async () => {
  const [{ token } = {}] = await database.ask('select bot_token as token from installation where id = $1', [
    CITY,
  ]);
  expect(token).toBeInstanceOf(Uint8Array);
  const secret = Buffer.from(token as Uint8Array);
  for (const bytes of files.values()) {
    expect(bytes.includes(secret)).toBe(false);
    expect(bytes.includes(secret.toString('hex'))).toBe(false);
  }
});

test('it is one moment of the record: what is written while it is read is not in it', async () => {
  const other = new pg.Client(database.connection);
  await other.connect();
  await other.query('begin; lock table action_item in access exclusive mode');
  const later = exported(database, CITY);
  await expect
    .poll(async () => (await database.ask('select from pg_locks where not granted')).length)
    .toBeGreaterThan(0);
  await other.query(`insert into closing_day (workspace_id, day) values ('${CITY}', '2031-05-01'); commit`);
  await other.end();
  const written = filesOf((await later).folder);
  expect(written.get('tables/closing_day.csv')).toEqual(files.get('tables/closing_day.csv'));
  await database.ask(`delete from closing_day where day = '2031-05-01'`);
});

test('a folder with anything in it, or of which the half is an export that is not ours, is left as it is', async () => {
  const [full, beside] = [newFolder(), newFolder()];
  for (const place of [full, `${beside}.part`]) {
    mkdirSync(place);
    writeFileSync(path.join(place, 'letter.txt'), 'x');
  }
  for (const place of [full, beside])
    expect((await exported(database, CITY, place)).outcome).toEqual({
      ok: false,
      error: { kind: 'not-empty' },
    });
  expect(readdirSync(full)).toEqual(['letter.txt']);
  expect(readdirSync(`${beside}.part`)).toEqual(['letter.txt']);
});

test('an empty folder is filled, after what an export left that was killed', async () => {
  const place = newFolder();
  mkdirSync(place);
  mkdirSync(`${place}.part`);
  mkdirSync(path.join(`${place}.part`, 'tables'));
  await exported(database, CITY, place);
  expect(
    [...filesOf(place)].map(([name, bytes]) => name === 'manifest.json' || [name, sha256(bytes)]),
  ).toEqual([...files].map(([name, bytes]) => name === 'manifest.json' || [name, sha256(bytes)]));
  expect(readdirSync(path.dirname(place))).toEqual(['out']);
});

test.each([
  ['', 'no-folder'],
  ['/nowhere/at/all', 'no-such-place'],
])('nothing is written to %j', async (place, kind) => {
  expect((await exported(database, CITY, place)).outcome).toEqual({ ok: false, error: { kind } });
});

test('of a workspace that is not there nothing is written', async () => {
  const { folder: place, outcome } = await exported(database, 'T0NOWHERE');
  expect(outcome).toEqual({ ok: false, error: { kind: 'no-workspace' } });
  expect(readdirSync(path.dirname(place))).toEqual([]);
});
