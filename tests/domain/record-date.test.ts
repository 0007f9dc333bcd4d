import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  instantInTokyo,
  type LocalDate,
  localDate,
  todayInTokyo,
  yearMonth,
} from '../../src/domain/calendar/local-date.ts';
import {
  compareRecordDates,
  type DatePrecision,
  fieldsOf,
  firstDayOfRecord,
  fiscalYearOfRecord,
  hasBegun,
  lastDayOfRecord,
  printNotHeld,
  printRecordDate,
  type RecordDate,
  readRecordDate,
  recordDateFrom,
} from '../../src/domain/record-date.ts';
import { refuse, succeed } from '../../src/domain/result.ts';

const day = (text: string): RecordDate => ({ kind: 'day', day: localDate(text) });
const days = (first: string, last: string): RecordDate => ({
  kind: 'days',
  first: localDate(first),
  last: localDate(last),
});
const until = (text: string): RecordDate => ({ kind: 'until', day: localDate(text) });
const month = (text: string): RecordDate => ({ kind: 'month', month: yearMonth(text) });
const months = (first: string, last: string): RecordDate => ({
  kind: 'months',
  first: yearMonth(first),
  last: yearMonth(last),
});

const FIRST_OF_TAISHO = localDate('1912-07-30');
const anyDay: fc.Arbitrary<LocalDate> = fc
  .integer({ min: 0, max: daysBetween(FIRST_OF_TAISHO, localDate('2120-12-31')) })
  .map((count) => addDays(FIRST_OF_TAISHO, count));
const anyRecordDate: fc.Arbitrary<RecordDate> = fc
  .tuple(anyDay, fc.integer({ min: -1, max: 364 }), fc.constantFrom<DatePrecision>('day', 'month', 'until'))
  .map(([heldOn, length, precision]) =>
    recordDateFrom({
      heldOn,
      heldUntil: length < 0 || precision === 'until' ? undefined : addDays(heldOn, length),
      precision,
    }),
  )
  .filter((made) => made.ok)
  .map((made) => made.value);

describe('the three date fields', () => {
  it.each([
    ['年月日', '2023-08-10', undefined, 'day', day('2023-08-10')],
    ['年月日 with 終了日', '2023-07-03', '2023-07-07', 'day', days('2023-07-03', '2023-07-07')],
    ['年月日 with the same 終了日', '2023-07-03', '2023-07-03', 'day', day('2023-07-03')],
    ['期限', '2023-08-10', undefined, 'until', until('2023-08-10')],
    ['年月', '2023-09-15', undefined, 'month', month('2023-09')],
    ['年月 with 終了日', '2023-07-20', '2023-09-05', 'month', months('2023-07', '2023-09')],
    ['年月 with 終了日 in the same month', '2023-09-01', '2023-09-30', 'month', month('2023-09')],
    ['年月 with an earlier day of the same month', '2023-09-20', '2023-09-10', 'month', month('2023-09')],
    ['up to 31 March', '2024-03-25', '2024-03-31', 'day', days('2024-03-25', '2024-03-31')],
    ['from 1 April', '2023-04-01', '2024-03-31', 'day', days('2023-04-01', '2024-03-31')],
    ['over the change of the era', '2019-04-20', '2019-05-10', 'day', days('2019-04-20', '2019-05-10')],
    ['年月 in which 大正 began', '1912-07-01', undefined, 'month', month('1912-07')],
  ] as const)('%s: %s, %s, %s', (_case, heldOn, heldUntil, precision, date) => {
    expect(
      recordDateFrom({
        heldOn: localDate(heldOn),
        heldUntil: heldUntil && localDate(heldUntil),
        precision,
      }),
    ).toEqual(succeed(date));
  });

  it.each([
    [
      'an end before the start',
      '2023-07-07',
      '2023-07-03',
      'day',
      { field: 'heldUntil', kind: 'end-before-start' },
    ],
    [
      'an end month before the start month',
      '2023-09-01',
      '2023-08-31',
      'month',
      { field: 'heldUntil', kind: 'end-before-start' },
    ],
    [
      '期限 with 終了日',
      '2023-08-10',
      '2023-08-11',
      'until',
      { field: 'heldUntil', kind: 'until-takes-no-end' },
    ],
    [
      '期限 with the same 終了日',
      '2023-08-10',
      '2023-08-10',
      'until',
      { field: 'heldUntil', kind: 'until-takes-no-end' },
    ],
    [
      'a range over 31 March',
      '2024-03-31',
      '2024-04-01',
      'day',
      { field: 'heldUntil', kind: 'crosses-fiscal-years', first: 2023, last: 2024 },
    ],
    [
      'months over 31 March',
      '2024-03-01',
      '2024-04-30',
      'month',
      { field: 'heldUntil', kind: 'crosses-fiscal-years', first: 2023, last: 2024 },
    ],
    ['a day before 大正', '1912-07-29', undefined, 'day', { field: 'heldOn', kind: 'too-early' }],
    ['a 期限 before 大正', '1912-07-29', undefined, 'until', { field: 'heldOn', kind: 'too-early' }],
    ['a month before 大正', '1912-06-30', undefined, 'month', { field: 'heldOn', kind: 'too-early' }],
  ] as const)('refuse %s', (_case, heldOn, heldUntil, precision, problem) => {
    expect(
      recordDateFrom({
        heldOn: localDate(heldOn),
        heldUntil: heldUntil && localDate(heldUntil),
        precision,
      }),
    ).toEqual(refuse(problem));
  });

  it.each([
    [day('2023-08-10'), { heldOn: '2023-08-10', precision: 'day' }],
    [days('2023-07-03', '2023-07-07'), { heldOn: '2023-07-03', heldUntil: '2023-07-07', precision: 'day' }],
    [until('2023-08-10'), { heldOn: '2023-08-10', precision: 'until' }],
    [month('2023-09'), { heldOn: '2023-09-01', precision: 'month' }],
    [months('2023-07', '2023-09'), { heldOn: '2023-07-01', heldUntil: '2023-09-01', precision: 'month' }],
  ])('are filled again for an edit: %j', (date, fields) => {
    expect(fieldsOf(date)).toStrictEqual(fields);
  });

  it('give the same date again', () => {
    fc.assert(
      fc.property(anyRecordDate, (date) => {
        expect(recordDateFrom(fieldsOf(date))).toEqual(succeed(date));
      }),
    );
  });
});

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

describe('a date in the record', () => {
  it.each([
    [day('2023-08-10'), '2023-08-10', '2023-08-10', 2023],
    [days('2023-12-20', '2024-01-19'), '2023-12-20', '2024-01-19', 2023],
    [until('2024-03-31'), '2024-03-31', '2024-03-31', 2023],
    [until('2024-04-01'), '2024-04-01', '2024-04-01', 2024],
    [month('2024-02'), '2024-02-01', '2024-02-29', 2023],
    [months('2023-07', '2023-09'), '2023-07-01', '2023-09-30', 2023],
  ])('%j goes from %s to %s, in fiscal %i', (date, first, last, year) => {
    expect([firstDayOfRecord(date), lastDayOfRecord(date), fiscalYearOfRecord(date)]).toEqual([
      first,
      last,
      year,
    ]);
  });

  it('is ordered by its first day, and keeps the order of recording on the same day', () => {
    const recorded = [
      until('2023-12-08'),
      month('2023-09'),
      day('2023-09-01'),
      months('2023-07', '2023-09'),
      day('2023-08-10'),
    ];
    expect(recorded.toSorted(compareRecordDates)).toEqual([
      months('2023-07', '2023-09'),
      day('2023-08-10'),
      month('2023-09'),
      day('2023-09-01'),
      until('2023-12-08'),
    ]);
  });

  it.each([
    [day('2023-08-10'), '2023-08-09', '23:30', false],
    [day('2023-08-10'), '2023-08-10', '00:30', true],
    [days('2023-07-03', '2023-07-07'), '2023-07-03', '00:30', true],
    [until('2023-08-10'), '2023-08-09', '23:30', false],
    [until('2023-08-10'), '2023-08-10', '00:30', true],
    [month('2023-09'), '2023-08-31', '23:30', false],
    [month('2023-09'), '2023-09-01', '00:30', true],
    [months('2023-07', '2023-09'), '2023-07-01', '00:30', true],
  ])('%j has begun on %s at %s in Tokyo: %s', (date, on, time, begun) => {
    expect(hasBegun(date, todayInTokyo(instantInTokyo(localDate(on), time)))).toBe(begun);
  });
});
