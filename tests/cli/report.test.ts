import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { urlOf } from '../support/practice.ts';
import { readHtml } from '../support/read-html.ts';
import { readXlsx } from '../support/read-xlsx.ts';
import {
  cleanUp,
  csvFile,
  emptyDirectory,
  HEADERS,
  kyodo,
  MEETINGS_2023,
  ROWS_2023,
  tableRows,
} from './run.ts';

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

const UNSETTLED = `令和5年度の第5章には、次の点が残っています。
・前文:文章がありません。
・1 トピックス:文章がありません。
・協働推進員:4月1日に在任する協働推進員の記録がありません。
・1 協働推進員の取組み:文章がありません。例の8つの役割を掲載しています。
・2 トピックス:文章がありません。
・新規採用職員ステップ研修:研修の記録も「開催なし」の記録もありません。
・係長級・技能長昇格前研修:研修の記録も「開催なし」の記録もありません。
・協働推進員研修:研修の記録も「開催なし」の記録もありません。
・3 説明:文章がありません。
・豊能地区市町NPO担当課長連絡会議:会議の記録も「開催なし」の記録もありません。
・豊能地区市町合同研修:会議の記録も「開催なし」の記録もありません。
・NATSにおける市民公益活動推進の連携:掲載する文章(主な役割)がありません。
・取組みの振返り:文章がありません。
・参考・お問合せ:文章がありません。
`;

test.each(['令和5年度', '２０２３年度'])(
  'the chapter of %s is printed, and what is unsettled goes to standard error',
  async (year) => {
    const { exit, out, err } = await kyodo(['report', year], environment);
    expect({ exit, err, rows: tableRows(out) }).toEqual({ exit: 0, err: UNSETTLED, rows: ROWS_2023 });
    expect(out).toMatch(/^# 第5章 推進体制の整備等\(令和5年度\)\n/u);
    expect(out.match(/\(未記録\)/gu)).toHaveLength(13);
  },
);

test('令和元年度 and 平成31年度 are the same year', async () => {
  const [one, other] = await Promise.all([
    kyodo(['report', '令和元年度'], environment),
    kyodo(['report', '平成31年度'], environment),
  ]);
  expect(one).toEqual(other);
  expect(one.out).toMatch(/^# 第5章 推進体制の整備等\(令和元年度\)\n/u);
});

test('a file is written when one is named', async () => {
  const file = path.join(emptyDirectory(), '第5章.md');
  const shown = await kyodo(['report', '2023'], environment);
  expect(await kyodo(['report', '2023', '--format', 'md', '--out', file], environment)).toEqual({
    exit: 0,
    out: `${file} に書き出しました。\n`,
    err: UNSETTLED,
  });
  expect(readFileSync(file, 'utf8')).toBe(shown.out);
});

test('a file that was written is kept as given out, by whom; what was only printed is not', async () => {
  await kyodo(['report', '令和4年度'], environment);
  const file = path.join(emptyDirectory(), '第5章.html');
  expect(await kyodo(['report', '令和4年度', '--format', 'html', '--out', file], environment)).toMatchObject({
    exit: 0,
  });
  expect(
    await database.ask(
      `select format::text, given_to from report_delivery join report_issue i on i.id = report_id where fiscal_year = 2022`,
    ),
  ).toEqual([{ format: 'html', given_to: expect.stringMatching(/^cli:.+/u) }]);
});

test('a page of HTML is printed, as text', async () => {
  const { exit, out } = await kyodo(['report', '2023', '--format', 'HTML'], environment);
  const { title, parts } = readHtml(Buffer.from(out));
  expect({ exit, title }).toEqual({ exit: 0, title: '第5章 推進体制の整備等(令和5年度)' });
  expect(parts.filter((part) => 'table' in part)).toHaveLength(4);
});

test('a spreadsheet is written to its file, with 根拠 behind its tables', async () => {
  const file = path.join(emptyDirectory(), '第5章.xlsx');
  const words = ['report', '2023', '--format', 'エクセル', '--out', file];
  expect(await kyodo(words, environment)).toEqual({
    exit: 0,
    out: `${file} に書き出しました。\n`,
    err: UNSETTLED,
  });
  const { sheets } = await readXlsx(readFileSync(file));
  expect(sheets.map(({ name }) => name)).toEqual([
    '体制',
    '協働推進本部会議',
    '協働推進本部会議幹事会',
    '職員研修',
    '根拠',
  ]);
  expect(sheets.at(-1)?.rows.slice(0, 2)).toEqual([
    ['箇所', '数', '記録', '内訳', '日付', '記録した人', '確認した人', '開始日', '終了日'],
    [
      '会議の実施状況 協働推進本部会議',
      'No1',
      '会議の記録(案件1件)',
      '1',
      '令和5年8月10日まで 開催案内送付(書面開催)',
      'コマンド',
      'コマンド',
      '',
      '2023-08-10',
    ],
  ]);
});

test('a file that can’t be written is refused', async () => {
  const file = path.join(emptyDirectory(), 'ない', '第5章.md');
  const { exit, out, err } = await kyodo(['report', '2023', '--out', file], environment);
  expect({ exit, out }).toEqual({ exit: 1, out: '' });
  expect(err).toBe(
    `${UNSETTLED}ファイル「${file}」に書き出せません。フォルダーがあるか、書き込めるかを確かめてください。\n`,
  );
});

test.each(['平成32年度'])('the year %j can’t be read: refused with examples', async (year) => {
  expect(await kyodo(['report', year], environment)).toEqual({
    exit: 1,
    out: '',
    err: '年度を読み取れませんでした。「令和5年度」「R5」「5年度」「2023」のように入力してください。\n',
  });
});

test('a workspace that is not in the record is refused', async () => {
  expect(await kyodo(['report', '2023', '--workspace', 'T0ELSEWHERE'], environment)).toEqual({
    exit: 1,
    out: '',
    err: 'ワークスペース「T0ELSEWHERE」の記録はありません。ボットを一度起動すると作られます。\n',
  });
});

test('a database that can’t be reached ends with 3 and the reason', async () => {
  const { exit, out, err } = await kyodo(['report', '2023'], {
    DATABASE_URL: 'postgres://kyodo:geheim@127.0.0.1:1/kyodo',
  });
  expect({ exit, out }).toEqual({ exit: 3, out: '' });
  expect(err).toMatch(/^処理を続けられませんでした。\nデータベースにつながりません。.*DATABASE_URL/u);
  expect(err).not.toContain('geheim');
});
