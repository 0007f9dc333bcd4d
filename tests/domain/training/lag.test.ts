import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { createWorkingCalendar, STANDARD_CALENDAR } from '../../../src/domain/calendar/working-day.ts';
import type { RecordDate } from '../../../src/domain/occasion/date.ts';
import {
  isLagging,
  isPastHalf,
  type Lag,
  lagBetween,
  lagDays,
  trainingLagOf,
} from '../../../src/domain/training/lag.ts';
import { day, days, month, months, until } from '../../support/record-dates.ts';
import { aTraining } from '../../support/trainings.ts';

describe('how long promoters appointed on 1 April 2023 wait', () => {
  test.each<[RecordDate, Lag]>([
    [month('2024-01'), { unit: 'months', count: 9 }],
    [month('2023-04'), { unit: 'months', count: 0 }],
    [months('2023-07', '2023-09'), { unit: 'months', count: 3 }],
    [day('2023-05-10'), { unit: 'days', count: 39 }],
    [day('2024-01-18'), { unit: 'days', count: 292 }],
    [days('2023-07-03', '2023-07-07'), { unit: 'days', count: 93 }],
    [until('2023-04-01'), { unit: 'days', count: 0 }],
  ])('%o', (training, lag) => {
    expect(lagBetween(localDate('2023-04-01'), training)).toEqual(lag);
  });
});

test.each<[string, readonly RecordDate[], boolean]>([
  ['no date', [], true],
  ['a date of the first half', [day('2023-09-30')], false],
  ['a date of the second half', [day('2023-10-01')], true],
  ['a month of the first half', [month('2023-09')], false],
  ['a month of the second half', [month('2024-01')], true],
  ['days that begin in the first half', [days('2023-09-29', '2023-10-03')], false],
  ['the first of several in the first half', [day('2023-06-01'), month('2024-01')], false],
])('with %s it lags: %#', (_, trainings, lagging) => {
  expect(isLagging(2023, trainings)).toBe(lagging);
});

describe('the days on which the secretariat is told', () => {
  test.each<[number, readonly string[]]>([
    [2023, ['2023-04-17', '2023-06-01', '2023-08-01']],
    [2024, ['2024-04-15', '2024-06-03', '2024-08-01']],
    [2026, ['2026-04-15', '2026-06-01', '2026-08-03']],
  ])('of fiscal %i', (year, told) => {
    expect(lagDays(year, STANDARD_CALENDAR)).toEqual(told);
  });

  test('wait for the city to open', () => {
    const closed = createWorkingCalendar([localDate('2023-04-17'), localDate('2023-06-01')]);
    expect(lagDays(2023, closed)).toEqual(['2023-04-18', '2023-06-02', '2023-08-01']);
  });
});

test('the first half is over from 1 October on', () => {
  expect(['2023-09-30', '2023-10-01'].map((today) => isPastHalf(2023, localDate(today)))).toEqual([
    false,
    true,
  ]);
});

test('the lag of a year is that of the promoters’ own training', () => {
  const programmes = [
    { id: 'promoters', forPromoters: true },
    { id: 'newcomers', forPromoters: false },
  ];
  const sessions = [
    aTraining({ programmeId: 'newcomers', date: day('2023-05-10') }),
    aTraining({ programmeId: null, otherName: '勉強会', date: day('2023-06-01') }),
    aTraining({ programmeId: 'promoters' }),
  ];
  expect(trainingLagOf(2023, programmes, sessions)).toEqual({
    trainings: [{ printed: '令和6年1月 豊中市立文化芸術センター', lag: { unit: 'months', count: 9 } }],
    isLagging: true,
  });
});
