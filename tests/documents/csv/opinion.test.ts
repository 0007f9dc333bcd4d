import { expect, test } from 'vitest';
import { readCsv } from '../../../src/documents/csv/file.ts';
import { opinionSampleCsv, readOpinionCsv } from '../../../src/documents/csv/opinion.ts';

const HEADER = '年度,番号,項目,種別,評価・意見,関係課';
const read = (...lines: readonly string[]) =>
  readOpinionCsv(readCsv(new TextEncoder().encode([HEADER, ...lines].join('\r\n'))));

test('a row is read with its words line by line, and 関係課 however they are divided', () => {
  expect(
    read('令和7年度,3-1,第5章 前文,意 見,"一行目\r\n二行目","・福祉部 福祉課、環境課\r\n・総務課,防災課"'),
  ).toEqual({
    rows: [
      {
        line: 2,
        fiscalYear: '令和7年度',
        number: '3-1',
        item: '第5章 前文',
        kind: 'opinion',
        words: '一行目\n二行目',
        sections: ['福祉部 福祉課', '環境課', '総務課', '防災課'],
      },
    ],
    defaults: [],
    problems: [],
  });
});

test('every bad cell is named with its line and column', () => {
  const { rows, problems } = read(
    ',3月1日,,提案,#N/A,',
    `R7,${'1'.repeat(21)},"二行の\n項目",評価,${'あ'.repeat(3001)},`,
  );
  expect(rows).toEqual([]);
  expect(problems).toEqual([
    { line: 2, column: '年度', sentence: '空欄です。入力してください。' },
    {
      line: 2,
      column: '番号',
      sentence:
        '番号が日付になっています(Excelが「3-1」を日付に変えることがあります)。列の書式を「文字列」にして入れ直してください。',
    },
    { line: 2, column: '項目', sentence: '空欄です。入力してください。' },
    { line: 2, column: '種別', sentence: '「評価」「意見」のどれかにしてください。' },
    { line: 2, column: '評価・意見', sentence: expect.stringContaining('エラー値') },
    { line: 3, column: '番号', sentence: '20文字以内で入力してください。' },
    { line: 3, column: '項目', sentence: '改行が入っています。1行にしてください。' },
    { line: 3, column: '評価・意見', sentence: '3,000文字以内で入力してください。' },
  ]);
});

test('見本のCSV can be read as it is', () => {
  const { rows, problems } = readOpinionCsv(
    readCsv(opinionSampleCsv('令和7年度', ['福祉部 福祉課', '環境部 環境課'])),
  );
  expect([problems, rows.map(({ number, sections }) => [number, sections])]).toEqual([
    [],
    [
      ['1', ['福祉部 福祉課']],
      ['2', ['福祉部 福祉課', '環境部 環境課']],
    ],
  ]);
});
