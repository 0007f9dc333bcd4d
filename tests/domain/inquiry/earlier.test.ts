import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { STANDARD_CALENDAR } from '../../../src/domain/calendar/working-day.ts';
import { proposedDays } from '../../../src/domain/inquiry/earlier.ts';

/** An inquiry of 令和7年度, asked on Thu 2025-11-20 and due on Wed 2025-12-10: 13 working days (24 November is closed). */
const EARLIER = {
  fiscalYear: 2025,
  askedOn: localDate('2025-11-20'),
  createdAt: new Date('2025-11-19T10:00:00+09:00'),
  dueOn: localDate('2025-12-10'),
  collectBy: null,
};

type Earlier = Parameters<typeof proposedDays>[0];

describe('the days proposed from an earlier inquiry', () => {
  test.each<[string, Partial<Earlier>, string, string]>([
    ['the same day a year later', {}, '2026-11-18', '2026-12-10'],
    ['the same day, long before it', {}, '2026-04-10', '2026-12-10'],
    ['the same day, two years later', {}, '2027-11-18', '2027-12-10'],
    // 2028-12-10 is a Sunday.
    ['the working day after it', {}, '2028-11-20', '2028-12-11'],
    ['still with a week to answer', {}, '2026-12-03', '2026-12-10'],
    ['13 working days on, where less than a week is left', {}, '2026-12-04', '2026-12-23'],
    ['13 working days on, where it is over', {}, '2027-01-12', '2027-01-29'],
    ['13 working days on, within one fiscal year', {}, '2026-01-13', '2026-01-30'],
    [
      'a year later with as few days as there were',
      { askedOn: localDate('2025-12-08') },
      '2026-12-08',
      '2026-12-10',
    ],
    // 2028-02-29 is a Tuesday; 28 February 2029 a Wednesday.
    [
      'the last of February',
      { fiscalYear: 2027, askedOn: localDate('2028-02-14'), dueOn: localDate('2028-02-29') },
      '2029-02-13',
      '2029-02-28',
    ],
    [
      'in the new fiscal year, of one asked in March for April',
      { fiscalYear: 2025, askedOn: localDate('2026-03-10'), dueOn: localDate('2026-04-10') },
      '2027-03-10',
      '2027-04-12',
    ],
  ])('are %s', (_what, earlier, today, dueOn) => {
    expect(proposedDays({ ...EARLIER, ...earlier }, localDate(today), STANDARD_CALENDAR).dueOn).toBe(dueOn);
  });

  test.each<[string, string, string]>([
    // Two working days before, as it was.
    ['2025-12-08', '2026-11-18', '2026-12-08'],
    // That day would be over.
    ['2025-11-25', '2026-12-02', '2026-12-10'],
  ])('keep the とりまとめ期限 %s as far before, on %s: %s', (collectBy, today, expected) => {
    const proposed = proposedDays(
      { ...EARLIER, collectBy: localDate(collectBy) },
      localDate(today),
      STANDARD_CALENDAR,
    );
    expect(proposed).toEqual({ dueOn: '2026-12-10', collectBy: expected });
  });
});
