import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSchemaEngine } from '../../../src/db/migrate/engine.ts';
import { MIGRATIONS_DIRECTORY, readMigrations } from '../../../src/db/migrate/files.ts';
import { prepareSchema } from '../../../src/db/migrate/migrate.ts';
import { chapter5Document } from '../../../src/documents/chapter5/document.ts';
import { chapter5Of } from '../../../src/documents/chapter5/model.ts';
import { writeDocument } from '../../../src/documents/writing/write.ts';
import { readChapter5 } from '../../../src/services/read-chapter5.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { readKeptRecord } from '../../support/kept-record.ts';

// What people ran before there was 書面開催: 19 of the migrations of the first release.
const kept = readKeptRecord('record-2026-11-29');
const names = new Set(kept.migrations.map(({ name }) => name));
const migrations = readMigrations(MIGRATIONS_DIRECTORY);

let database: TestDatabase;
let applied: readonly string[];

/** The record as it was, in the form that it had. */
const putInto = async ({ connection, ask }: TestDatabase): Promise<void> => {
  const engine = await openSchemaEngine(connection);
  await engine.apply(migrations.filter(({ name }) => names.has(name)));
  await engine.close();
  for (const [table, rows] of Object.entries(kept.tables))
    await ask(
      `with past_keys as (select set_config('session_replication_role', 'replica', true))
       insert into "${table}" select rows.* from past_keys, json_populate_recordset(null::"${table}", $1) as rows`,
      [JSON.stringify(rows)],
    );
};

beforeAll(async () => {
  database = await createTestDatabase({ blank: true });
  await putInto(database);
  ({ applied } = await prepareSchema(database.connection));
});
afterAll(() => database.drop());

test('an earlier record is in the newest form after the migrations that it lacked, and they are those that it knew', () => {
  const sums = migrations
    .filter(({ name }) => names.has(name))
    .map(({ name, sql }) => ({ name, checksum: createHash('sha256').update(sql).digest('hex') }));
  expect(sums).toEqual(kept.migrations);
  expect(applied).toEqual(migrations.map(({ name }) => name).filter((name) => !names.has(name)));
  expect(applied).toContain('20261129173022_add_written_meeting');
});

test('no row of it is lost, and none says anything else', async () => {
  for (const [table, rows] of Object.entries(kept.tables)) {
    const columns = Object.keys(rows[0] ?? {})
      .map((name) => `'${name}', "${name}"`)
      .join(', ');
    const [now] = await database.ask(
      `select coalesce(json_agg(json_build_object(${columns}) order by t::text), '[]') as rows from "${table}" t`,
    );
    const lines = (all: unknown): readonly string[] =>
      Array.isArray(all) ? all.map((row) => JSON.stringify(row)).toSorted() : [];
    expect({ table, rows: lines(now?.rows) }).toEqual({ table, rows: lines(rows) });
  }
});

/** The rows of tables, without what only lines them up. */
const tableRows = (markdown: string): readonly string[] =>
  markdown.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'));

test.each(Object.keys(kept.reports))('chapter 5 of %s has every number that it had', async (year) => {
  const [workspace] = kept.tables.workspace ?? [];
  const clock = { now: () => new Date('2026-11-30T15:00:00+09:00') };
  const read = await readChapter5({ db: database.db, clock }, String(workspace?.id), Number(year));
  const now = Buffer.from(await writeDocument(chapter5Document(chapter5Of(read)), 'md')).toString('utf8');
  const before = kept.reports[year] ?? '';
  expect(tableRows(now)).toEqual(tableRows(before));
  const numbers = (text: string): readonly string[] => text.match(/\d[\d,]*(?:人|名|件|回|年|月|日)/gu) ?? [];
  expect(numbers(now)).toEqual(expect.arrayContaining([...numbers(before)]));
});

test('what the earlier version asks and writes, the newest form understands', async () => {
  const failed: string[] = [];
  for (const [index, statement] of kept.statements.entries())
    await database.ask(`prepare kept_${index} as ${statement}`).catch((error: unknown) => {
      failed.push(`${error}: ${statement.slice(0, 120)}`);
    });
  expect(failed).toEqual([]);
  expect(kept.statements.length).toBeGreaterThan(100);
});
