import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAttendanceCsv } from '../../../src/documents/csv/attendance.ts';
import { readCsv } from '../../../src/documents/csv/file.ts';
import type { AttendanceState } from '../../../src/domain/attendance/attendance.ts';
import { printRecordDate } from '../../../src/domain/occasion/date.ts';
import { anyRecordDate } from '../../support/record-dates.ts';

const read = (...lines: readonly (readonly string[])[]) =>
  readAttendanceCsv(readCsv(new TextEncoder().encode(lines.map((cells) => cells.join(',')).join('\n'))));

const ALL = ['研修', '開催日', '氏名', 'メール', '出欠', '備考'];

test('a row is read with every column, and with the three that it needs', () => {
  expect(
    read(
      ALL,
      ['協働推進員研修', '令和6年1月', '髙橋 﨑子', 'Saki@City.Example', '一部出席', '後半'],
      ['協働推進員研修', 'R6.1.18', '山田太郎', '', '出席', ''],
    ),
  ).toEqual({
    rows: [
      {
        line: 2,
        sessionName: '協働推進員研修',
        date: { kind: 'month', month: '2024-01' },
        name: '髙橋 﨑子',
        email: 'saki@city.example',
        state: 'partial',
        note: '後半',
      },
      {
        line: 3,
        sessionName: '協働推進員研修',
        date: { kind: 'day', day: '2024-01-18' },
        name: '山田太郎',
        email: null,
        state: 'present',
        note: '',
      },
    ],
    defaults: [],
    problems: [],
  });
});

test.each<[string, AttendanceState]>([
  ['出席', 'present'],
  ['一部出席', 'partial'],
  ['欠席', 'absent'],
  ['', 'present'],
])('出欠 %j', (typed, state) => {
  expect(read(ALL, ['甲', '2024-01-18', '山田太郎', '', typed, '']).rows[0]?.state).toBe(state);
});

test('without any 出欠 all were there, and how many is told', () => {
  const { rows, defaults, problems } = read(
    ALL,
    ['甲', '2024-01-18', '山田太郎', '', '', ''],
    ['甲', '2024-01-18', '川田次郎', '', '', ''],
  );
  expect([rows.map(({ state }) => state), defaults, problems]).toEqual([
    ['present', 'present'],
    [{ column: '出欠', as: '出席', count: 2 }],
    [],
  ]);
  expect(read(ALL.slice(0, 3), ['甲', '2024-01-18', '山田太郎']).defaults).toEqual([
    { column: '出欠', as: '出席', count: 1 },
  ]);
});

test('an empty 出欠 beside one that is filled in may be somebody who did not come', () => {
  const sentence =
    '空欄です。ほかの行には出欠があるため、「出席」「一部出席」「欠席」のどれかを入力してください。';
  expect(
    read(
      ALL,
      ['甲', '2024-01-18', '山田太郎', '', '出席', ''],
      ['甲', '2024-01-18', '川田次郎', '', '', ''],
      ['甲', '2024-01-18', '丘田三郎', '', '　', ''],
    ).problems,
  ).toEqual([
    { line: 3, column: '出欠', sentence },
    { line: 4, column: '出欠', sentence },
  ]);
});

test('a date is read as the list and the report print it', () => {
  fc.assert(
    fc.property(anyRecordDate, (date) => {
      const { rows, problems } = read(ALL, ['甲', printRecordDate(date), '山田太郎', '', '', '']);
      expect([rows[0]?.date, problems]).toEqual([date, []]);
    }),
  );
});

test('every bad cell is reported with its line and column', () => {
  const { rows, problems } = read(
    ALL,
    ['', '', '', '', '出席', 'x'],
    ['甲', '2024-02-30', '名'.repeat(61), 'だれか', '遅刻', '注'.repeat(201)],
    ['甲', '令和6年1月18日(金)', '山田太郎', '', '出席', ''],
    ['甲', '2024-01-18', '山田太郎', '', '出席', '', '余り'],
  );
  expect(rows).toEqual([]);
  expect(problems.map(({ line, column, sentence }) => [line, column, sentence.slice(0, 14)])).toEqual([
    [2, '研修', '空欄です。入力してください。'],
    [2, '開催日', '空欄です。入力してください。'],
    [2, '氏名', '空欄です。入力してください。'],
    [3, '開催日', '日付を読み取れません。実在す'],
    [3, '氏名', '60文字以内で入力してくださ'],
    [3, 'メール', 'メールアドレスとして読み取れ'],
    [3, '出欠', '「出席」「一部出席」「欠席」'],
    [3, '備考', '200文字以内で入力してくだ'],
    [4, '開催日', '曜日が日付と合いません。この'],
    [5, '(見出しのない列)', 'この列の見出しがありません。'],
  ]);
});

test('missing and unknown headers are named', () => {
  expect(read(['研修', '日付'], ['甲', '乙']).problems.map(({ column }) => column)).toEqual([
    '開催日',
    '氏名',
    '日付',
  ]);
});
