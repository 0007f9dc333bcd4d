import iconv from 'iconv-lite';
import pg from 'pg';
import { afterAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { urlOf } from '../support/practice.ts';
import { cleanUp, csvFile, HEADERS, kyodo, MEETINGS_2023, ROWS_2023, tableRows } from './run.ts';

// A command opens and closes the database, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let database: TestDatabase;
let environment: Readonly<Record<string, string>>;

beforeEach(async () => {
  database = await createTestDatabase();
  environment = { DATABASE_URL: urlOf(database.connection) };
  onTestFinished(database.drop);
});
afterAll(cleanUp);

const importFile = (file: string, ...options: readonly string[]) =>
  kyodo(['import', 'meetings', file, ...options], environment);

/** How many rows each table holds. */
const rowsOf = async (...tables: readonly string[]): Promise<readonly number[]> => {
  const client = new pg.Client(database.connection);
  await client.connect();
  try {
    const counts: number[] = [];
    for (const table of tables)
      counts.push(Number((await client.query(`select count(*) as n from ${table}`)).rows[0].n));
    return counts;
  } finally {
    await client.end();
  }
};
const recorded = () => rowsOf('meeting', 'agenda_item', 'meeting_absence', 'delivery');
const reported = async () => tableRows((await kyodo(['report', '2023'], environment)).out);

test('past meetings are recorded as settled, and nothing is sent', async () => {
  expect(await importFile(csvFile([HEADERS, ...MEETINGS_2023]))).toEqual({
    exit: 0,
    out: '4件を取り込みました。すでに記録されていた0件は、そのままです。\n',
    err: '',
  });
  expect(await recorded()).toEqual([4, 4, 0, 0]);
  expect(await reported()).toEqual(ROWS_2023);
});

test('importing twice changes nothing, and a longer file adds only what is new', async () => {
  await importFile(csvFile([HEADERS, ...MEETINGS_2023.slice(0, 1)]));
  const file = csvFile([HEADERS, ...MEETINGS_2023]);
  expect((await importFile(file)).out).toBe(
    '3件を取り込みました。すでに記録されていた1件は、そのままです。\n',
  );
  const before = await rowsOf('meeting', 'agenda_item', 'audit_line');
  expect(await importFile(file)).toEqual({
    exit: 0,
    out: '0件を取り込みました。すでに記録されていた4件は、そのままです。\n',
    err: '',
  });
  expect(await rowsOf('meeting', 'agenda_item', 'audit_line')).toEqual(before);
});

test('a dry run says what would be done and does nothing', async () => {
  expect(await importFile(csvFile([HEADERS, ...MEETINGS_2023]), '--dry-run')).toEqual({
    exit: 0,
    out: '4件を取り込みます。すでに記録されている0件は、そのままにします。(確認だけで、取り込んではいません)\n',
    err: '',
  });
  expect(await recorded()).toEqual([0, 0, 0, 0]);
});

const BAD = [
  HEADERS,
  MEETINGS_2023[0] ?? [],
  ['本部会議', '集合', '2023-02-30', '', '甲'],
  ['委員会', '対面', '2023-08-10', '', '甲'],
  ['NATS', '対面', '2023-08-10', '', '甲\n乙'],
  ['本部会議', '対面', '令和6年3月31日から4月1日まで', '', '甲'],
  ['本部会議', '対面', '2023-08-10', '注'.repeat(101), '(1)\n・'],
  ['幹事会', '対面', '1989-03-31', '', '甲'],
  ['幹事会', '対面', '2099-04-01', '', '甲'],
];

const BAD_LINES = [
  '3行目 開催方法:「対面」「オンライン」「対面・オンライン併用」「書面開催」「不明」のどれかにしてください。',
  '3行目 開催日:日付を読み取れません。実在する日付を、令和5年8月10日、R5.8.10、2023/8/10、令和5年9月 のように入力してください。',
  '4行目 会議体:この名称の会議体はありません。会議体の名称か略称を入力してください。',
  '5行目 会議体:この会議体は文章だけを掲載する「取組み」のため、会議を記録できません。ほかの会議体を選んでください。',
  '7行目 開催日:令和5年度と令和6年度にまたがっています。3月31日までと4月1日からに分けて記録してください。',
  '8行目 案件:案件を1行に1件ずつ入力してください。',
  '8行目 日付欄の注記:100文字以内で入力してください。',
  '10行目 開催日:平成元年度より前の日付は記録できません。日付を確かめてください。',
  '11行目 開催日:これから開催する会議は取り込めません。Slackのフォームから予定として記録してください。',
  '9件の誤りがあるため、何も取り込みませんでした。',
  '',
];

test('every bad line is reported with line and column, and nothing is changed', async () => {
  await importFile(csvFile([HEADERS, ...MEETINGS_2023.slice(1)]));
  const before = await rowsOf('meeting', 'agenda_item', 'audit_line');
  const { exit, out, err } = await importFile(csvFile(BAD));
  expect({ exit, out, err: err.split('\n') }).toEqual({ exit: 1, out: '', err: BAD_LINES });
  expect(await rowsOf('meeting', 'agenda_item', 'audit_line')).toEqual(before);
});

test('all or nothing: one bad line keeps the good ones out', async () => {
  const { exit, err } = await importFile(
    csvFile([HEADERS, ...MEETINGS_2023, ['委員会', '対面', '2023-08-10', '', '甲']]),
  );
  expect({ exit, err }).toEqual({
    exit: 1,
    err: '6行目 会議体:この名称の会議体はありません。会議体の名称か略称を入力してください。\n1件の誤りがあるため、何も取り込みませんでした。\n',
  });
  expect(await recorded()).toEqual([0, 0, 0, 0]);
});

test('a file in CP932, as Excel writes it, keeps its words', async () => {
  const text = '会議体,開催方法,開催日,案件\r\n本部会議,対面,2023-08-10,髙橋﨑子①の件（審議）\r\n';
  expect((await importFile(csvFile(iconv.encode(text, 'cp932')))).exit).toBe(0);
  expect(await reported()).toEqual(['| 1 | 令和5年8月10日 | (1)髙橋﨑子①の件(審議) |']);
});

describe('a file that can’t be read is refused', () => {
  test.each<[string, string, string]>([
    ['headers alone', '会議体,開催方法,開催日,案件\n', '取り込む行がありません。'],
    [
      'a quote that is not closed',
      '会議体,開催方法,開催日,案件\n本部会議,対面,2023-08-10,"甲\n本部会議,対面,2023-08-11,乙\n',
      '2行目からを表として読み取れません。「"」の閉じ忘れがないか確かめてください。',
    ],
    [
      'an unknown header',
      '会議体,開催方法,開催日,案件,会場\n本部会議,対面,2023-08-10,甲,市役所\n',
      '1行目 会場:この見出しは使いません。READMEの「取り込むCSV」にある見出しにしてください。',
    ],
  ])('%s', async (_what, text, sentence) => {
    const { exit, out, err } = await importFile(csvFile(Buffer.from(text)));
    expect({ exit, out, first: err.split('\n')[0] }).toEqual({ exit: 1, out: '', first: sentence });
    expect(await recorded()).toEqual([0, 0, 0, 0]);
  });

  test('a file that is not there', async () => {
    expect(await importFile('/ない/meetings.csv')).toEqual({
      exit: 1,
      out: '',
      err: 'ファイル「/ない/meetings.csv」を開けません。場所と名前を確かめてください。\n',
    });
  });
});
