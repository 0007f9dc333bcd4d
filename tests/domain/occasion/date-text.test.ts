import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  printNotHeld,
  printRecordDate,
  type RecordDate,
  readRecordDate,
} from '../../../src/domain/occasion/date.ts';
import { refuse, succeed } from '../../../src/domain/result.ts';
import { anyRecordDate, day, days, month, months, until } from '../../support/record-dates.ts';

const PRINTED: readonly (readonly [RecordDate, string])[] = [
  [day('2023-08-10'), '令和5年8月10日'],
  [days('2023-07-03', '2023-07-07'), '令和5年7月3日から7日まで'],
  [days('2023-07-03', '2023-08-04'), '令和5年7月3日から8月4日まで'],
  [days('2023-12-20', '2024-01-19'), '令和5年12月20日から令和6年1月19日まで'],
  [days('2019-04-20', '2019-05-10'), '平成31年4月20日から令和元年5月10日まで'],
  [days('2019-04-29', '2019-04-30'), '平成31年4月29日から30日まで'],
  [days('2019-12-20', '2020-01-10'), '令和元年12月20日から令和2年1月10日まで'],
  [days('1989-01-05', '1989-01-10'), '昭和64年1月5日から平成元年1月10日まで'],
  [until('2023-08-10'), '令和5年8月10日まで'],
  [until('2023-12-08'), '令和5年12月8日まで'],
  [month('2023-09'), '令和5年9月'],
  [month('2024-01'), '令和6年1月'],
  [months('2023-07', '2023-09'), '令和5年7月から9月まで'],
  [months('2023-12', '2024-02'), '令和5年12月から令和6年2月まで'],
  [months('2019-04', '2019-06'), '平成31年4月から令和元年6月まで'],
];

describe('a date as the report prints it', () => {
  it.each(PRINTED)('%j', (date, printed) => {
    expect(printRecordDate(date)).toBe(printed);
    expect(readRecordDate(printed)).toEqual(succeed(date));
  });

  it('is read back, whatever the date', () => {
    fc.assert(
      fc.property(anyRecordDate, (date) => {
        expect(readRecordDate(printRecordDate(date))).toEqual(succeed(date));
      }),
      { numRuns: 500 },
    );
  });

  it('says in which year a body did not meet', () => {
    expect(printNotHeld(2023)).toBe('令和5年度は開催なし');
  });
});

describe('reading a date', () => {
  it.each([
    ['2023-08-10', day('2023-08-10')],
    ['R5.8.10', day('2023-08-10')],
    ['令和５年８月１０日（木）', day('2023-08-10')],
    ['R5.8.10まで', until('2023-08-10')],
    ['2023/8/10 まで', until('2023-08-10')],
    ['R5.9', month('2023-09')],
    ['2023-09', month('2023-09')],
    ['R5.7.3からR5.8.4まで', days('2023-07-03', '2023-08-04')],
    ['2023-07-03から2023-07-07まで', days('2023-07-03', '2023-07-07')],
    ['2023/7/3から8/4まで', days('2023-07-03', '2023-08-04')],
    ['R5.7.3から8.4まで', days('2023-07-03', '2023-08-04')],
    ['令和5年7月3日（月）から7日（金）まで', days('2023-07-03', '2023-07-07')],
    ['令和5年7月3日から令和5年7月7日まで', days('2023-07-03', '2023-07-07')],
    ['令和５年７月３日～７日', days('2023-07-03', '2023-07-07')],
    ['平成31年4月20日から5月10日まで', days('2019-04-20', '2019-05-10')],
    ['令和5年7月3日から3日まで', day('2023-07-03')],
    ['R5.7からR5.9まで', months('2023-07', '2023-09')],
    ['2023年7月〜9月', months('2023-07', '2023-09')],
    ['2023-12から2024-02まで', months('2023-12', '2024-02')],
    ['令和5年9月から9月まで', month('2023-09')],
  ])('%s', (text, date) => {
    expect(readRecordDate(text)).toEqual(succeed(date));
  });

  it.each([
    ['', { field: 'heldOn', kind: 'unread', cause: { kind: 'unreadable' } }],
    ['8月10日', { field: 'heldOn', kind: 'unread', cause: { kind: 'unreadable' } }],
    ['令和5年9月まで', { field: 'heldOn', kind: 'unread', cause: { kind: 'unreadable' } }],
    ['令和5年度は開催なし', { field: 'heldOn', kind: 'unread', cause: { kind: 'unreadable' } }],
    ['令和5年2月30日', { field: 'heldOn', kind: 'unread', cause: { kind: 'impossible' } }],
    ['令和5年13月', { field: 'heldOn', kind: 'unread', cause: { kind: 'impossible' } }],
    ['R5.8.10(金)まで', { field: 'heldOn', kind: 'unread', cause: { kind: 'weekday-differs', right: '木' } }],
    [
      '平成31年5月1日から7日まで',
      { field: 'heldOn', kind: 'unread', cause: { kind: 'era-differs', right: '令和元年5月1日' } },
    ],
    ['令和5年7月3日から32日まで', { field: 'heldUntil', kind: 'unread', cause: { kind: 'impossible' } }],
    [
      '令和5年7月3日から7日(土)まで',
      { field: 'heldUntil', kind: 'unread', cause: { kind: 'weekday-differs', right: '金' } },
    ],
    ['令和5年7月3日から9月まで', { field: 'heldUntil', kind: 'unread', cause: { kind: 'unreadable' } }],
    ['令和5年7月から8月4日まで', { field: 'heldUntil', kind: 'unread', cause: { kind: 'unreadable' } }],
    ['令和5年7月3日からまで', { field: 'heldUntil', kind: 'unread', cause: { kind: 'unreadable' } }],
    ['令和5年7月7日から3日まで', { field: 'heldUntil', kind: 'end-before-start' }],
    ['令和5年12月20日から1月19日まで', { field: 'heldUntil', kind: 'end-before-start' }],
    [
      '令和6年3月から令和6年4月まで',
      { field: 'heldUntil', kind: 'crosses-fiscal-years', first: 2023, last: 2024 },
    ],
  ] as const)('"%s" is refused', (text, problem) => {
    expect(readRecordDate(text)).toEqual(refuse(problem));
  });
});
