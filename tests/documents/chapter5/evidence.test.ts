import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chapter5Document } from '../../../src/documents/chapter5/document.ts';
import { chapter5Of } from '../../../src/documents/chapter5/model.ts';
import { readTable } from '../../../src/documents/csv/file.ts';
import { readMeetingCsv } from '../../../src/documents/csv/meeting.ts';
import { readPromoterCsv } from '../../../src/documents/csv/promoter.ts';
import { readTrainingCsv } from '../../../src/documents/csv/training.ts';
import { trusted } from '../../../src/domain/actor.ts';
import { groupBy } from '../../../src/domain/group-by.ts';
import type { Result } from '../../../src/domain/result.ts';
import type { RosterRow } from '../../../src/domain/roster/import.ts';
import { importMeetings } from '../../../src/services/meeting/import.ts';
import { readChapter5 } from '../../../src/services/read-chapter5.ts';
import { importPromoters } from '../../../src/services/roster/import-promoters.ts';
import { prepareWorkspace } from '../../../src/services/settings/prepare-workspace.ts';
import { importTrainings } from '../../../src/services/training/import.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createTestClock } from '../../support/practice.ts';
import { NUMBERS, WHO } from './evidence-sql.ts';
import { INVENTED, inventYear } from './invented-year.ts';

const WORKSPACE = 'T0EVIDENCE';
const TODAY = '2028-06-01';
const clerk = trusted(WORKSPACE, 'cli:import', 'cli');
const clock = createTestClock(`${TODAY}T09:00:00+09:00`);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const done = async <T>(doing: Promise<Result<T, object>>): Promise<T> => {
  const outcome = await doing;
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
};

const tableOf = (name: string) => {
  const table = readTable(readFileSync(new URL(`../../../prisma/sample/${name}.csv`, import.meta.url)));
  if (!table.ok) throw new Error(name);
  return table.value;
};

/** 根拠 as the report has it. */
const evidenceIn = async (year: number): Promise<readonly (readonly string[])[]> => {
  const facts = await readChapter5({ clock, db: database.db }, WORKSPACE, year);
  const [sheet] = chapter5Document(chapter5Of(facts)).sheets ?? [];
  if (sheet === undefined) throw new Error('no 根拠');
  return sheet.rows.map((cells) => cells.map((lines) => lines.join('\n')));
};

type Numbered = { readonly place: string; readonly number: string; readonly total: number };

/** Every number of 根拠 with what its rows add up to. */
const totalsOf = (rows: readonly (readonly string[])[]): readonly (Numbered & { readonly rows: number })[] =>
  [...groupBy(rows, ([place, number]) => `${place}\n${number}`).values()].map((alike) => ({
    place: alike[0]?.[0] ?? '',
    number: alike[0]?.[1] ?? '',
    total: alike.reduce((sum, [, , , part]) => sum + Number(part), 0),
    rows: alike.length,
  }));

const inOrder = <T extends object>(rows: readonly T[]): readonly string[] =>
  rows.map((row) => JSON.stringify(row)).toSorted();

/** The numbers of 根拠, and what the tables say, in one order; the count of rows where the tables have one. */
const compared = async (year: number) => {
  const rows = await evidenceIn(year);
  const asked = await database.ask(NUMBERS, [WORKSPACE, year, TODAY]);
  const counted = new Set(asked.filter((row) => row.rows !== null).map(({ place }) => place));
  const numbers = totalsOf(rows).map(({ rows: count, ...row }) => ({
    ...row,
    rows: counted.has(row.place) ? count : null,
  }));
  const expected = asked.map(({ place, number, total, rows: count }) => ({
    place,
    number,
    total: Number(total),
    rows: count === null ? null : Number(count),
  }));
  return { rows, numbers: inOrder(numbers), expected: inOrder(expected) };
};

beforeEach(async () => {
  if ((await database.db.workspaces.ids()).includes(WORKSPACE)) return;
  const deps = { clock, db: database.db };
  await prepareWorkspace(deps, WORKSPACE);
  const roster = readPromoterCsv(tableOf('promoters')).rows;
  clock.set('2023-04-01T09:00:00+09:00');
  const of2023 = roster.map(
    (row): RosterRow => ({ ...row, startsOn: '2023-04-01' as RosterRow['startsOn'] }),
  );
  await done(importPromoters(deps, of2023, false, clerk));
  clock.set(`${TODAY}T09:00:00+09:00`);
  await done(importMeetings(deps, readMeetingCsv(tableOf('meetings')).rows, false, clerk));
  await done(importTrainings(deps, readTrainingCsv(tableOf('trainings')).rows, false, clerk));
});

test('the numbers of fiscal 2023 are those that the tables give, each with its rows', async () => {
  const { numbers, expected, rows } = await compared(2023);
  expect(numbers).toEqual(expected);
  expect(rows.filter(([place]) => place === '協働推進員の取組み')).toHaveLength(112);
  expect(rows.filter(([place]) => place === '職員研修 No3 参加者')).toEqual([
    [
      '職員研修 No3 参加者',
      '92人',
      '【協働推進員研修】の参加者数の記録',
      '92',
      '令和6年1月 豊中市立文化芸術センター',
      'コマンド',
      'コマンド',
    ],
  ]);
});

describe('a year with everything that changes a number', () => {
  beforeEach(() => inventYear({ clock, db: database.db }, WORKSPACE));

  test('has the numbers that the tables give, each with its rows', async () => {
    const { numbers, expected } = await compared(INVENTED);
    expect(expected).toHaveLength(21);
    expect(numbers).toEqual(expected);
  });

  test('names who recorded and who confirmed as the audit log does', async () => {
    const places = ['職員研修', '協働推進員の取組み'];
    const rows = (await evidenceIn(INVENTED))
      .filter(([place = '']) => places.includes(place) || place.startsWith('会議の実施状況'))
      .map(([place, , , , , recorded, confirmed]) => ({ place, recorded, confirmed }));
    expect(inOrder(rows)).toEqual(inOrder(await database.ask(WHO, [WORKSPACE, INVENTED, TODAY])));
    expect(new Set(rows.map(({ confirmed }) => confirmed))).toEqual(
      new Set(['事務 局子', 'コマンド', '(記録なし)']),
    );
  });

  test('tells of attendances how many they are and who entered them, and not who attended', async () => {
    const rows = await evidenceIn(INVENTED);
    expect(rows.filter(([place]) => place === '職員研修 No1 参加者').map((row) => row.slice(1, 6))).toEqual([
      [
        '23人',
        '【協働推進員研修】の受講の記録(出席10、一部出席2)',
        '12',
        '令和9年6月5日 市役所',
        '事務 局子',
      ],
      ['23人', '【協働推進員研修】の受講の記録(出席3、欠席1)', '3', '令和9年6月5日 市役所', '本人'],
      ['23人', '【協働推進員研修】の受講の記録(出席8)', '8', '令和9年6月12日 市役所', 'コマンド'],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/職員\d/u);
  });
});
