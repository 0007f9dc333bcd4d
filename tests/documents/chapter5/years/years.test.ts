import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasYears, withYears } from '../../../../src/documents/chapter5/years/years.ts';
import type { TablePart, TextDocument } from '../../../../src/documents/writing/text-document.ts';
import { groupBy } from '../../../../src/domain/group-by.ts';
import { readYears } from '../../../../src/services/report/read-years.ts';
import { prepareWorkspace } from '../../../../src/services/settings/prepare-workspace.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { createTestClock } from '../../../support/practice.ts';
import { inventYears } from './invented-years.ts';
import { INQUIRIES, MEETINGS, PROMOTERS, TRAINING } from './years-sql.ts';

const TODAY = '2024-06-03';
const SEEDS = [1, 2, 3, 4];
const workspaceOf = (seed: number): string => `T0YEARS${seed}`;
const clock = createTestClock(`${TODAY}T10:00:00+09:00`);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  for (const seed of SEEDS) {
    clock.set('2023-06-01T10:00:00+09:00');
    await prepareWorkspace({ clock, db: database.db }, workspaceOf(seed));
    clock.set(`${TODAY}T10:00:00+09:00`);
    await inventYears(database.db, workspaceOf(seed), seed);
  }
});
afterAll(() => database.drop());

const EMPTY: TextDocument = { title: '第5章', running: '第5章', parts: [] };

const made = new Map<string, Promise<TextDocument>>();
const comparedIn = (seed: number, year: number): Promise<TextDocument> => {
  const key = `${seed} ${year}`;
  const making =
    made.get(key) ??
    readYears({ clock, db: database.db }, workspaceOf(seed), year).then((facts) => withYears(EMPTY, facts));
  made.set(key, making);
  return making;
};

const tablesOf = ({ parts }: TextDocument): readonly TablePart[] =>
  parts.filter((part) => part.kind === 'table');
const rowsOf = ({ rows }: TablePart) =>
  rows.map(([name, ...cells]) => ({ name: name?.join(''), cells: cells.map((lines) => lines.join('')) }));

const CASES = SEEDS.flatMap((seed) => [2021, 2022, 2023, 2024].map((year) => ({ seed, year })));

describe('the tables are as PostgreSQL counts them', () => {
  test.each(CASES)('of invented years $seed, in the report of $year', async ({ seed, year }) => {
    const values = [workspaceOf(seed), year, TODAY];
    const expected = await Promise.all(
      [MEETINGS, TRAINING, PROMOTERS, INQUIRIES].map((sql) =>
        database.ask(sql, sql.includes('$3') ? values : values.slice(0, 2)),
      ),
    );
    const tables = tablesOf(await comparedIn(seed, year));
    expect(tables.map(({ caption }) => caption)).toEqual([
      '会議の開催',
      '研修と参加者',
      '協働推進員の選任',
      '照会への回答',
    ]);
    expect(tables.map(rowsOf)).toEqual(expected);
  });

  test('and the invented years have all that a cell may say', async () => {
    const said = new Set<string>();
    for (const { seed, year } of CASES)
      for (const table of tablesOf(await comparedIn(seed, year)))
        for (const { cells } of rowsOf(table))
          for (const cell of cells) said.add(cell.replaceAll(/\d+/gu, 'n'));
    expect([...said].toSorted()).toEqual(
      expect.arrayContaining([
        '(掲載なし)',
        '(未記録)',
        '開催なし',
        'n回',
        'n回(うち書面開催n回)',
        'n回 n人',
        'n回 n人(ほかに人数の記録なしn回)',
        'n回 人数の記録なし',
        'n名',
        'n件',
        'n件のうちn件(n.n%)',
      ]),
    );
  });
});

test('every number has its rows in 根拠, which add up to it', async () => {
  for (const { seed, year } of CASES) {
    const document = await comparedIn(seed, year);
    const [sheet] = document.sheets ?? [];
    const rows = (sheet?.rows ?? []).map((cells) => cells.map((lines) => lines.join('')));
    for (const alike of groupBy(rows, ([place]) => place).values()) {
      const total = alike.reduce((sum, [, , , part]) => sum + Number(part), 0);
      expect([alike[0]?.[0], alike[0]?.[1]?.replaceAll(/\D/gu, '')]).toEqual([alike[0]?.[0], String(total)]);
    }
    const printed = tablesOf(document).flatMap((table) =>
      rowsOf(table).flatMap(({ name, cells }) =>
        cells.flatMap((cell, index) => {
          const [number = ''] = /^\d+/u.exec(cell) ?? [];
          const label = table.columns[index + 1]?.heading;
          return number === '' || number === '0' ? [] : [{ table: table.caption, name, label, number }];
        }),
      ),
    );
    const missing = printed.filter(
      ({ table, name = '', label = '', number }) =>
        !rows.some(
          ([place = '', told = '']) =>
            place.startsWith(table) &&
            (place.includes(` ${name} `) || place.includes('回答のお願い')) &&
            place.includes(label) &&
            told.replaceAll(/\D/gu, '') === number,
        ),
    );
    expect(missing).toEqual([]);
  }
});

test('the pictures say in words what the tables say, in the same order', async () => {
  const { parts } = await comparedIn(1, 2023);
  const [meetings, training] = tablesOf({ ...EMPTY, parts }).map(rowsOf);
  const words = parts.flatMap((part) => (part.kind === 'picture' ? [part.words] : []));
  const told = (title: string): readonly string[] =>
    words.filter((text) => text.startsWith(title)).flatMap((text) => text.split('。').slice(1));
  const expected = (rows: typeof meetings, number: (cell: string) => string): readonly string[] =>
    (rows ?? [])
      .slice(0, -1)
      .map(
        ({ name, cells }) =>
          `${name}:${cells.map((cell, at) => `令和${3 + at}年度 ${number(cell)}`).join('、')}`,
      );
  expect(told('会議の開催回数')).toEqual(expected(meetings, (cell) => cell.replace(/(?<=回)\(.*/u, '')));
  expect(told('研修の参加者数')).toEqual(
    expected(training, (cell) =>
      cell.replace(/^\d+回 /u, '').replace(/\(ほかに人数の記録なし\d+回\)/u, '以上'),
    ),
  );
});

test('a document knows whether it has the comparison', async () => {
  expect([hasYears(EMPTY), hasYears(await comparedIn(1, 2023))]).toEqual([false, true]);
});

test('the year that goes on is told as far as it has gone', async () => {
  const linesIn = async (year: number) =>
    (await comparedIn(1, year)).parts.flatMap((part) => (part.kind === 'lines' ? part.lines : []));
  expect(await linesIn(2024)).toContain('今年度の数は、今日までのものです。');
  expect(await linesIn(2023)).not.toContain('今年度の数は、今日までのものです。');
});
