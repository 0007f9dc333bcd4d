import { describe, expect, test } from 'vitest';
import { scheduleDocument } from '../../../src/documents/schedule/document.ts';
import { scheduleFile } from '../../../src/documents/schedule/file.ts';
import type { TablePart } from '../../../src/documents/writing/text-document.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { readDocx } from '../../support/docx.ts';
import { day, days, month, until } from '../../support/record-dates.ts';
import { aMeetingEntry, aSchedule, aTrainingEntry } from '../../support/schedule.ts';

const HEADS = ['月', '会議体・研修', '日付', '案件・内容', '予定/実施'];

const schedule = aSchedule(
  [
    aMeetingEntry(),
    aTrainingEntry({ date: days('2023-12-20', '2024-01-19'), way: 'video', place: '' }),
    aMeetingEntry(
      { date: day('2024-02-01'), way: 'onsite', note: '', items: [{ text: '報告<b>|=1', kind: 'report' }] },
      { standing: 'cancelled', isCalledOff: true },
    ),
    aMeetingEntry({ date: day('2024-02-02') }, { standing: 'cancelled', isCalledOff: false }),
    aMeetingEntry({ date: month('2024-03'), way: 'unknown', note: '' }, { standing: 'planned' }),
  ],
  { notHeld: ['豊能地区市町合同研修'] },
);

const tableOf = (taken = schedule): TablePart => {
  const table = scheduleDocument(taken).parts.find(({ kind }) => kind === 'table');
  if (table?.kind !== 'table') throw new Error('no table');
  return table;
};

test('is a table of the year’s dates, with the days that are known; a corrected record is no date', () => {
  const { caption, columns, rows, days: known = [] } = tableOf();
  expect([caption, columns.map(({ heading }) => heading)]).toEqual(['令和5年度年間スケジュール', HEADS]);
  expect(columns.reduce((sum, { share }) => sum + share, 0)).toBe(100);
  expect(rows.map((cells, index) => [...cells, known[index]])).toEqual([
    [
      ['令和5年8月'],
      ['協働推進本部会議'],
      ['令和5年8月10日(木)まで 開催案内送付'],
      ['(1)協働推進本部会議の年間スケジュールについて', '開催方法:書面開催'],
      ['実施'],
      { first: null, last: localDate('2023-08-10') },
    ],
    [
      ['令和5年12月'],
      ['協働推進員研修'],
      ['令和5年12月20日(水)から令和6年1月19日(金)まで'],
      ['実施方法:動画配信'],
      ['実施'],
      { first: localDate('2023-12-20'), last: localDate('2024-01-19') },
    ],
    [
      ['令和6年2月'],
      ['協働推進本部会議'],
      ['令和6年2月1日(木)'],
      ['(1)報告<b>|=1(報告)', '開催方法:対面'],
      ['取消し'],
      { first: localDate('2024-02-01'), last: localDate('2024-02-01') },
    ],
    [
      ['令和6年3月'],
      ['協働推進本部会議'],
      ['令和6年3月'],
      ['(1)協働推進本部会議の年間スケジュールについて'],
      ['予定'],
      { first: null, last: null },
    ],
    [[], ['豊能地区市町合同研修'], ['令和5年度は開催なし'], [], ['開催なし'], { first: null, last: null }],
  ]);
});

test('says as of which day it is, and that an empty year has no date yet', () => {
  expect(scheduleDocument(aSchedule([], { year: 2019 }))).toEqual({
    title: '令和元年度年間スケジュール',
    running: '令和元年度年間スケジュール',
    parts: [
      { kind: 'lines', lines: ['令和8年11月24日(火)現在の記録から作成しています。'] },
      { kind: 'lines', lines: ['この年度の日程は、まだ記録がありません。'] },
    ],
  });
});

describe('the file', () => {
  test('as Word has the same cells, and its headings on every page', async () => {
    const { name, bytes } = await scheduleFile(schedule, 'docx');
    const { blocks, warnings } = await readDocx(bytes);
    expect([name, warnings]).toEqual(['年間スケジュール_令和5年度.docx', []]);
    expect(blocks).toContainEqual({
      heads: [HEADS],
      rows: tableOf().rows.map((cells) => cells.map((lines) => lines.join('\n'))),
    });
  });

  test.each([
    ['md', '年間スケジュール_令和5年度.md'],
    ['ics', '年間スケジュール_令和5年度.ics'],
  ] as const)('as %s is called %s', async (format, called) => {
    const { name, bytes } = await scheduleFile(schedule, format);
    expect([name, bytes.length > 0]).toEqual([called, true]);
  });

  test('300 dates are 300 rows, in Word too', async () => {
    const many = aSchedule(
      Array.from({ length: 300 }, (_, index) =>
        aMeetingEntry({ date: until('2024-03-31'), items: [{ text: '案'.repeat(index * 10), kind: null }] }),
      ),
    );
    const { blocks } = await readDocx((await scheduleFile(many, 'docx')).bytes);
    const table = blocks.find((block) => typeof block !== 'string');
    expect(table?.rows.map((cells) => cells[3])).toEqual(
      tableOf(many).rows.map((cells) => cells[3]?.join('\n')),
    );
  });
});
