import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { isOfficeHours, nextOpening } from '../../../src/domain/calendar/office-hours.ts';
import { createWorkingCalendar, STANDARD_CALENDAR } from '../../../src/domain/calendar/working-day.ts';

describe('what the bot sends by itself leaves 9:00 to 17:00 in Japan on working days', () => {
  test.each([
    ['2023-08-10T08:59:59+09:00', false, '2023-08-10T09:00:00+09:00'],
    ['2023-08-10T09:00:00+09:00', true, '2023-08-14T09:00:00+09:00'],
    ['2023-08-10T16:59:59+09:00', true, '2023-08-14T09:00:00+09:00'],
    ['2023-08-10T17:00:00+09:00', false, '2023-08-14T09:00:00+09:00'],
    ['2023-08-11T10:00:00+09:00', false, '2023-08-14T09:00:00+09:00'],
    ['2023-08-12T00:30:00+09:00', false, '2023-08-14T09:00:00+09:00'],
    ['2023-12-28T23:30:00+09:00', false, '2024-01-04T09:00:00+09:00'],
    ['2024-01-03T10:00:00+09:00', false, '2024-01-04T09:00:00+09:00'],
  ])('%s: open %s, next opening %s', (now, isOpen, next) => {
    expect([
      isOfficeHours(new Date(now), STANDARD_CALENDAR),
      nextOpening(new Date(now), STANDARD_CALENDAR),
    ]).toEqual([isOpen, new Date(next)]);
  });

  test('a closing day of the city’s own is no working day', () => {
    const calendar = createWorkingCalendar([localDate('2023-08-14')]);
    const now = new Date('2023-08-14T10:00:00+09:00');
    expect([isOfficeHours(now, calendar), nextOpening(now, calendar)]).toEqual([
      false,
      new Date('2023-08-15T09:00:00+09:00'),
    ]);
  });
});
