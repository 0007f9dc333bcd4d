import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantInTokyo, localDate, todayInTokyo } from '../../../src/domain/calendar/local-date.ts';
import {
  compareRecordDates,
  fieldsOf,
  firstDayOfRecord,
  fiscalYearOfRecord,
  hasBegun,
  lastDayOfRecord,
  recordDateFrom,
} from '../../../src/domain/occasion/date.ts';
import { refuse, succeed } from '../../../src/domain/result.ts';
import { anyRecordDate, day, days, month, months, until } from '../../support/record-dates.ts';

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
