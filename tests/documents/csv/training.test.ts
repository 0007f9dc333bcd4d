import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../src/documents/csv/file.ts';
import { readTrainingCsv } from '../../../src/documents/csv/training.ts';
import { fieldsOf, printRecordDate } from '../../../src/domain/occasion/date.ts';
import type { TrainingDraft } from '../../../src/domain/training/training.ts';
import { anyRecordDate } from '../../support/record-dates.ts';

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** Reads a file whose header and rows are given as cells. */
const read = (...lines: readonly (readonly string[])[]) =>
  readTrainingCsv(
    readCsv(new TextEncoder().encode(lines.map((cells) => cells.map(quoted).join(',')).join('\r\n'))),
  );

const ALL = [
  '研修',
  'その他の研修名',
  '実施方法',
  '開催日',
  '終了日',
  '報告書での日付',
  '会場',
  '対象',
  '参加者数',
  '講師',
  '内容',
  '資料のリンク',
];

test('a row with every column is read as the two forms would give it', () => {
  expect(
    read(ALL, [
      '協働推進員研修',
      '',
      '集合',
      '令和6年1月',
      '',
      '年月',
      '豊中市立文化芸術センター',
      '協働推進員全員（主任を含む）',
      '92人',
      '豊中 太郎',
      '協働とは何か\n事例の紹介',
      'https://example.com/a?b=1',
    ]),
  ).toEqual({
    rows: [
      {
        line: 2,
        programmeName: '協働推進員研修',
        draft: {
          otherName: '',
          way: 'onsite',
          heldOn: '2024-01-01',
          heldUntil: undefined,
          precision: 'month',
          place: '豊中市立文化芸術センター',
          audience: 'promoters',
          invitees: [],
          headCount: 92,
          reception: [],
          printedTogether: [],
          reason: '',
        },
        contents: {
          lecturer: '豊中 太郎',
          content: '協働とは何か\n事例の紹介',
          link: 'https://example.com/a?b=1',
        },
      },
    ],
    defaults: [],
    problems: [],
  });
});

const row = (cells: Readonly<Record<string, string>>) => {
  const all = { 研修: '協働推進員研修', 実施方法: '集合', 開催日: '2024-01-18', ...cells };
  return read(Object.keys(all), Object.values(all));
};

test('その他 is no programme: its name stands beside it', () => {
  const [other] = row({ 研修: 'その他', その他の研修名: 'まち歩き' }).rows;
  expect([other?.programmeName, other?.draft.otherName]).toEqual([null, 'まち歩き']);
});

test.each<[string, TrainingDraft['way']]>([
  ['集合', 'onsite'],
  ['ｵﾝﾗｲﾝ', 'online'],
  ['集合･オンライン併用', 'hybrid'],
  ['動画配信', 'video'],
])('実施方法 %s', (typed, way) => {
  expect(row({ 実施方法: typed }).rows[0]?.draft.way).toBe(way);
});

test.each([
  ['', undefined],
  ['0', 0],
  ['８８', 88],
  ['88人', 88],
  ['1,200名', 1200],
])('参加者数 %j', (typed, count) => {
  expect(row({ 参加者数: typed }).rows[0]?.draft.headCount).toBe(count);
});

test('without 対象 it is 定めない', () => {
  expect(row({}).rows[0]?.draft.audience).toBe('open');
});

test('a date is read as the report prints it', () => {
  fc.assert(
    fc.property(anyRecordDate, (date) => {
      const { rows, problems } = row({ 開催日: printRecordDate(date) });
      const { heldOn, heldUntil, precision } = rows[0]?.draft ?? {};
      expect([{ heldOn, heldUntil, precision }, problems]).toEqual([
        { heldUntil: undefined, ...fieldsOf(date) },
        [],
      ]);
    }),
  );
});

describe('headers', () => {
  test('missing, unknown and double ones are named, and no row is read', () => {
    expect(read(['研修', '研修', '開催日', '受付'], ['甲', '甲', '2024-01-18', ''])).toEqual({
      rows: [],
      defaults: [],
      problems: [
        {
          line: 1,
          column: '実施方法',
          sentence: 'この列の見出しがありません。1行目に見出しを入力してください。',
        },
        { line: 1, column: '研修', sentence: 'この列が2つ以上あります。1つにしてください。' },
        {
          line: 1,
          column: '受付',
          sentence: 'この見出しは使いません。READMEの「取り込むCSV」にある見出しにしてください。',
        },
      ],
    });
  });
});

test('every bad cell of every row is reported with its line and column', () => {
  const { rows, problems } = read(
    [...ALL, ''],
    ['', '', '', '', '', '', '', '', '', '', '', '', '忘れた列'],
    ['甲', '', '対面', '2024-02-30', '', '', '', '選ぶ', '百人', '', '', 'javascript:alert(1)', ''],
    ['甲', '', '集合', '2024-01-18', '', '', '', '', '100000', '', '', '', ''],
    ['甲', '', '集合', '令和6年3月31日から4月1日まで', '', '', '所'.repeat(101), '', '', '', '', '', ''],
    ['甲', '', '集合', '2024-01-18', '', '', '', '', '', '', '', '', ''],
  );
  expect(rows.map(({ line }) => line)).toEqual([6]);
  expect(problems.map(({ line, column, sentence }) => [line, column, sentence.slice(0, 14)])).toEqual([
    [2, '研修', '空欄です。入力してください。'],
    [2, '実施方法', '空欄です。入力してください。'],
    [2, '開催日', '空欄です。入力してください。'],
    [2, '(見出しのない列)', 'この列の見出しがありません。'],
    [3, '実施方法', '「集合」「オンライン」「集合'],
    [3, '対象', '「定めない」「協働推進員全員'],
    [3, '参加者数', '0から99999までの整数に'],
    [3, '開催日', '日付を読み取れません。実在す'],
    [3, '資料のリンク', 'http:// または ht'],
    [4, '参加者数', '0から99999までの整数に'],
    [5, '開催日', '令和5年度と令和6年度にまた'],
    [5, '会場', '100文字以内で入力してくだ'],
  ]);
});

test('no file makes it fail: a row is read, or said to be wrong', () => {
  const cell = fc.oneof(
    fc.constantFrom('', 'その他', '集合', '令和6年1月', '2024-01-18', '92人', '定めない'),
    fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/[\r\n]/u.test(text)),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: ALL.length, maxLength: ALL.length }), { maxLength: 4 }),
      (lines) => {
        const { rows, problems } = read(ALL, ...lines);
        const bad = new Set(problems.map(({ line }) => line));
        const filled = lines.filter((cells) => cells.some((typed) => typed.trim() !== ''));
        expect(rows.length + bad.size).toBe(filled.length);
        expect(rows.filter(({ line }) => bad.has(line))).toEqual([]);
      },
    ),
  );
});
