import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { STANDARD_CALENDAR } from '../../../src/domain/calendar/working-day.ts';
import { heldAfterEdit, isAskedBy } from '../../../src/domain/occasion/held.ts';
import { month, day as on } from '../../support/record-dates.ts';

describe('what was entered before its day', () => {
  const at = new Date('2023-08-14T09:00:00+09:00');
  const today = localDate('2023-08-14');

  test.each([
    [on('2023-08-10'), '2023-08-13', false],
    [on('2023-08-10'), '2023-08-14', true],
    [month('2023-09'), '2023-09-30', false],
    [month('2023-09'), '2023-10-02', true],
  ])('%j is asked about by %s: %s', (date, day, is) => {
    expect(isAskedBy({ date }, STANDARD_CALENDAR, localDate(day))).toBe(is);
  });

  test.each([
    ['left alone', on('2023-08-10'), { heldConfirmedAt: null, isToAsk: false }],
    ['moved to a day that has come', on('2023-08-09'), { heldConfirmedAt: at, isToAsk: false }],
    ['moved to a day to come', on('2023-08-24'), { heldConfirmedAt: null, isToAsk: true }],
  ])('%s stands as %j', (_what, date, held) => {
    expect(heldAfterEdit({ date: on('2023-08-10'), heldConfirmedAt: null }, date, { at, today })).toEqual(
      held,
    );
  });
});
