import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { restoreExport } from '../../../src/db/export/restore.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { exported, filesOf, forge, keptExport, removeFolders } from '../../support/exports.ts';

/** A row of every kind, as the version of 2026-11-30 exported it. */
const KEPT = 'export-form-1';
const CITY = 'T0CITY';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  await database.db.workspaces.erase(CITY);
});
afterAll(async () => {
  removeFolders();
  await database.drop();
});

const restored = (folder: string) =>
  restoreExport(database.connection, folder, {
    workspaceId: CITY,
    by: 'cli:kyodo',
    now: new Date('2026-12-01T08:00:00+09:00'),
    isDryRun: false,
    onProgress: () => undefined,
  });

type Row = Readonly<Record<string, string>>;
const rowsIn = (csv: Uint8Array | undefined): readonly Row[] =>
  parse(Buffer.from(csv ?? []), { bom: true, columns: true });

/** An earlier export as one from before a column or a table came. */
const without = (folder: string, table: string, column: string | undefined): void =>
  forge(folder, () => {
    const name = `tables/${table}.csv`;
    const file = path.join(folder, name);
    const rows = rowsIn(readFileSync(file)).map((row) =>
      Object.fromEntries(Object.entries(row).filter(([each]) => each !== column)),
    );
    writeFileSync(file, `\uFEFF${stringify([...rows], { header: true })}`);
  });

test('every row and file of an earlier export is put back as it stood, whatever columns came since', async () => {
  const folder = await keptExport(KEPT);
  const before = filesOf(folder);
  expect(await restored(folder)).toMatchObject({ ok: true });
  const after = filesOf((await exported(database, CITY)).folder);
  for (const [name, bytes] of before) {
    if (name === 'manifest.json') continue;
    if (!name.endsWith('.csv')) {
      expect([name, after.get(name)]).toEqual([name, bytes]);
      continue;
    }
    const rows = rowsIn(bytes);
    const known = new Set(Object.keys(rows[0] ?? {}));
    const now = rowsIn(after.get(name)).map((row) =>
      Object.fromEntries(Object.entries(row).filter(([column]) => known.has(column))),
    );
    expect([name, rows.length > 0, now]).toEqual([name, true, rows]);
  }
});

test('a column that came since has its default, and a table no row', async () => {
  const folder = await keptExport(KEPT);
  without(folder, 'settings', 'retention_years');
  rmSync(path.join(folder, 'tables/closing_day.csv'));
  forge(folder, (manifest) => {
    manifest.tables = manifest.tables.filter(({ table }) => table !== 'closing_day');
    manifest.files = manifest.files.filter(({ path: name }) => name !== 'tables/closing_day.csv');
  });
  expect(await restored(folder)).toMatchObject({ ok: true });
  expect(await database.ask('select retention_years from settings')).toEqual([{ retention_years: 10 }]);
  expect(await database.ask('select from closing_day')).toEqual([]);
});

test('without a column that must have a value nothing is put back', async () => {
  const folder = await keptExport(KEPT);
  without(folder, 'closing_day', 'day');
  expect(await restored(folder)).toMatchObject({
    ok: false,
    error: { kind: 'unreadable', path: 'tables/closing_day.csv' },
  });
  expect(await database.db.workspaces.ids()).toEqual([]);
});
