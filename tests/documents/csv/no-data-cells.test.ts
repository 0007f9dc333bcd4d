import { describe, expect, test } from 'vitest';
import { readAttendanceCsv } from '../../../src/documents/csv/attendance.ts';
import { type CsvTable, readTable } from '../../../src/documents/csv/file.ts';
import { readMeetingCsv } from '../../../src/documents/csv/meeting.ts';
import { readMemberCsv } from '../../../src/documents/csv/member.ts';
import { readPeopleCsv } from '../../../src/documents/csv/people.ts';
import { readPromoterCsv } from '../../../src/documents/csv/promoter.ts';
import { readTrainingCsv } from '../../../src/documents/csv/training.ts';
import type { TableReading } from '../../../src/domain/csv-file.ts';

type Reader = (table: CsvTable) => TableReading<unknown>;
type Row = Readonly<Record<string, string>>;

/** Every kind of file, with a row that is taken, by header. */
const KINDS: readonly (readonly [kind: string, read: Reader, row: Row])[] = [
  ['people', readPeopleCsv, { 氏名: '青空 そら', メール: 'sora@city.example', SlackユーザーID: 'U0SORA' }],
  [
    'promoters',
    readPromoterCsv,
    {
      氏名: '青空 そら',
      メール: 'sora@city.example',
      部局: '消防局',
      課: '予防課',
      役割: '推進員',
      任期開始日: 'R8.4.1',
      任期終了日: 'R9.3.31',
    },
  ],
  [
    'members',
    readMemberCsv,
    {
      会議体: '幹事会',
      氏名: '青空 そら',
      メール: 'sora@city.example',
      職名: '部長',
      役: '委員',
      並び順: '1',
      任期開始日: 'R8.4.1',
      任期終了日: 'R9.3.31',
    },
  ],
  [
    'meetings',
    readMeetingCsv,
    {
      会議体: '幹事会',
      開催方法: '対面',
      開催日: 'R6.7.8',
      終了日: 'R6.7.9',
      報告書での日付: '年月日',
      日付欄の注記: '予備日',
      場所: '第1会議室',
      案件: '年間予定',
      時刻: '10時',
      出席者: '青空 そら',
      Slack未利用の出席者: '川田 次郎',
      '欠席・代理出席': '丘田 三郎 欠席',
      '決定事項・要点': '承認',
      '資料・会議録の保存先': '庁内サイト',
    },
  ],
  [
    'trainings',
    readTrainingCsv,
    {
      研修: 'その他',
      その他の研修名: '手引きの研修',
      実施方法: '集合',
      開催日: 'R6.7.8',
      終了日: 'R6.7.9',
      報告書での日付: '年月日',
      会場: '第1会議室',
      対象: '定めない',
      参加者数: '30',
      講師: '青空 そら',
      内容: '協働とは',
      資料のリンク: 'https://city.example/a',
    },
  ],
  [
    'attendance',
    readAttendanceCsv,
    {
      研修: '協働推進員研修',
      開催日: 'R6.6.20',
      氏名: '青空 そら',
      メール: 'sora@city.example',
      出欠: '出席',
      備考: '後半',
    },
  ],
];

/** A file of one row, written as spreadsheets write it. */
const read = (reader: Reader, row: Row): TableReading<unknown> => {
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  const table = readTable(
    new TextEncoder().encode([Object.keys(row), Object.values(row)].map(line).join('\n')),
  );
  if (!table.ok) throw new Error(table.error.kind);
  return reader(table.value);
};

const EVERYWHERE = KINDS.flatMap(([kind, reader, row]) =>
  Object.keys(row).map((column) => [kind, column, reader, row] as const),
);

test.each(KINDS)('%s: the row itself is taken', (_kind, reader, row) => {
  expect(read(reader, row)).toMatchObject({ rows: [{ line: 2 }], problems: [] });
});

/** What is said of a cell that is no data, by what it holds. */
const NO_DATA: readonly (readonly [cell: string, said: string])[] = [
  ['#N/A', 'Excelのエラー値'],
  ['#REF!', 'Excelのエラー値'],
  ['〃', '「〃」や「同上」'],
  ['同上', '「〃」や「同上」'],
  ['―', '「0」や「-」だけ'],
  ['あ\u0000い', '「あ」の後に、目に見えない制御文字(U+0000)'],
  ['\u001B[2J', '先頭に、目に見えない制御文字(U+001B)'],
  ['あ\uFFFD', '「あ」の後の文字が失われています'],
  ['渡\uE000', '「渡」の後に外字(U+E000)'],
  ['あ\u202Eい', '文字の向きを変える見えない文字(U+202E)'],
];

describe.each(EVERYWHERE)('%s, %s', (_kind, column, reader, row) => {
  test.each(NO_DATA)('%j is refused with line and column, and said once', (cell, said) => {
    expect(read(reader, { ...row, [column]: cell })).toMatchObject({
      rows: [],
      problems: [{ line: 2, column, sentence: expect.stringContaining(said) }],
    });
  });
});

describe('what names nobody and nothing', () => {
  const named = EVERYWHERE.filter(([, column]) => ['氏名', '部局', '課', '職名'].includes(column));
  test.each(named)('%s, %s', (_kind, column, reader, row) => {
    for (const cell of ['1.23E+05', '45481', '未定', '欠員（補充中）', '0'])
      expect(read(reader, { ...row, [column]: cell }).problems).toMatchObject([{ line: 2, column }]);
  });

  const people = EVERYWHERE.filter(([, column]) =>
    /^(?:氏名|出席者|Slack未利用の出席者|欠席・代理出席)$/u.test(column),
  );
  test.each(people)('%s, %s: a letter that Excel wrote as ?', (_kind, column, reader, row) => {
    expect(read(reader, { ...row, [column]: '?野 花子' }).problems).toEqual([
      {
        line: 2,
        column,
        sentence: '「?」や「〓」は、保存のときに失われた文字です。もとの文字を入力してください。',
      },
    ]);
  });
});

test('0 is a number where a number belongs', () => {
  const [, reader, row] = KINDS[4] ?? [];
  if (reader === undefined || row === undefined) throw new Error('no kind');
  expect(read(reader, { ...row, 参加者数: '0' }).problems).toEqual([]);
});

test.each(KINDS)('%s: words below two headers that are missing are not lost', (_kind, reader, row) => {
  const [headers, cells] = [Object.keys(row).join(','), Object.values(row).join(',')];
  const table = readTable(new TextEncoder().encode(`${headers},,\n${cells},再任,\n`));
  expect(table.ok && reader(table.value).problems).toEqual([
    {
      line: 2,
      column: '(見出しのない列)',
      sentence: 'この列の見出しがありません。1行目に見出しを入力してください。',
    },
  ]);
});

test.each(KINDS)('%s: a header that every object has is unknown like any other', (_kind, reader, row) => {
  for (const header of ['constructor', '__proto__', 'toString']) {
    const headers = [...Object.keys(row), header].join(',');
    const table = readTable(new TextEncoder().encode(`${headers}\n${Object.values(row).join(',')},x\n`));
    const sentence = 'この見出しは使いません。READMEの「取り込むCSV」にある見出しにしてください。';
    expect(table.ok && reader(table.value).problems).toEqual([{ line: 1, column: header, sentence }]);
  }
});
