import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readCalendar } from '../support/calendar-file.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { readDocx } from '../support/docx.ts';
import { urlOf } from '../support/practice.ts';
import { cleanUp, csvFile, emptyDirectory, HEADERS, kyodo, MEETINGS_2023 } from './run.ts';

// A command opens and closes the database, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let database: TestDatabase;
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
  database = await createTestDatabase();
  environment = { DATABASE_URL: urlOf(database.connection) };
  const imported = await kyodo(['import', 'meetings', csvFile([HEADERS, ...MEETINGS_2023])], environment);
  expect(imported).toMatchObject({ exit: 0, err: '' });
});
afterAll(async () => {
  cleanUp();
  await database.drop();
});

test('the schedule of a year is printed as text', async () => {
  const { exit, out, err } = await kyodo(['schedule', '令和5年度'], environment);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toMatch(/^# 令和5年度年間スケジュール\n/u);
  expect(out).toContain('令和5年8月10日(木)まで');
});

test('as a calendar it is printed as it is written to a file', async () => {
  const file = path.join(emptyDirectory(), '年間.ics');
  const shown = await kyodo(['schedule', '２０２３', '--format', '予定表'], environment);
  const written = await kyodo(['schedule', 'R5', '--format', 'ICS', '--out', file], environment);
  expect(written).toEqual({ exit: 0, out: `${file} に書き出しました。\n`, err: '' });
  const [one, other] = [readCalendar(Buffer.from(shown.out)), readCalendar(readFileSync(file))];
  const withoutStamp = ({ events, ...rest }: typeof one) => ({
    ...rest,
    events: events.map(({ stamp, ...event }) => event),
  });
  expect(withoutStamp(other)).toEqual(withoutStamp(one));
  expect([one.faults, one.events.length, one.properties['x-wr-calname']]).toEqual([
    [],
    MEETINGS_2023.length,
    '協働の年間スケジュール(令和5年度)',
  ]);
  expect(one.events.map(({ changed, sequence }) => [changed !== null, sequence])).toEqual(
    MEETINGS_2023.map(() => [true, 0]),
  );
});

test('as Word it is written to a file', async () => {
  const file = path.join(emptyDirectory(), '年間.docx');
  expect(await kyodo(['schedule', '2023', '--format', 'ワード', '--out', file], environment)).toMatchObject({
    exit: 0,
    err: '',
  });
  const { blocks, warnings } = await readDocx(readFileSync(file));
  const table = blocks.find((block) => typeof block !== 'string');
  expect([table?.rows.length, warnings]).toEqual([MEETINGS_2023.length, []]);
});

test.each([
  [
    'xlsx',
    'xlsx は画面に出せません。--out に書き出すファイルを指定してください(例:--out 年間スケジュール.xlsx)。\n',
  ],
  ['html', '形式「html」はありません。docx、xlsx、ics、md のどれかを指定してください。\n'],
  ['pdf', '形式「pdf」はありません。docx、xlsx、ics、md のどれかを指定してください。\n'],
])('--format %s alone is wrong usage', async (format, said) => {
  const { exit, out, err } = await kyodo(['schedule', '2023', '--format', format], environment);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err.startsWith(said.trimEnd())).toBe(true);
});

test('a year that can’t be read is refused with examples', async () => {
  expect(await kyodo(['schedule', '平成32年度'], environment)).toEqual({
    exit: 1,
    out: '',
    err: '年度を読み取れませんでした。「令和5年度」「R5」「5年度」「2023」のように入力してください。\n',
  });
});
