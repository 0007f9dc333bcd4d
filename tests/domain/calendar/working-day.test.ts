import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../../src/domain/calendar/local-date.ts';
import { createWorkingCalendar } from '../../../src/domain/calendar/working-day.ts';

const calendar = createWorkingCalendar([]);
const anyDay = fc.integer({ min: 0, max: 10_000 }).map((days) => addDays(localDate('2020-01-01'), days));

describe('a closing day', () => {
  it.each([
    ['2023-08-12', 'a Saturday'],
    ['2023-08-13', 'a Sunday'],
    ['2023-08-11', '山の日'],
    ['2023-11-23', '勤労感謝の日'],
    ['2027-02-23', '天皇誕生日'],
    ['2024-02-12', 'the Monday after 建国記念の日 on a Sunday'],
    ['2019-04-30', 'between two holidays, at the change of the era'],
    ['2026-09-22', 'between 敬老の日 and 秋分の日'],
    ['2023-12-29', 'a Friday at the end of the year'],
    ['2024-12-31', 'a Tuesday at the end of the year'],
    ['2024-01-01', '元日'],
    ['2024-01-02', 'a Tuesday at the start of the year'],
    ['2024-01-03', 'a Wednesday at the start of the year'],
    ['2050-11-23', 'the last holiday of the list'],
  ])('is %s, %s', (day) => {
    expect(calendar.isWorkingDay(localDate(day))).toBe(false);
  });

  it.each(['2023-08-10', '2023-08-14', '2023-12-28', '2024-01-04', '2024-04-01', '2026-12-28'])(
    'is not %s',
    (day) => {
      expect(calendar.isWorkingDay(localDate(day))).toBe(true);
    },
  );

  it('is also what the secretariat adds', () => {
    const own = createWorkingCalendar([localDate('2023-08-14'), localDate('2023-08-15')]);
    expect(own.isWorkingDay(localDate('2023-08-14'))).toBe(false);
    expect(own.nextWorkingDay(localDate('2023-08-10'))).toBe('2023-08-16');
  });
});

describe('the next working day', () => {
  it.each([
    ['2023-08-10', '2023-08-14', '2023-08-10'],
    ['2023-08-11', '2023-08-14', '2023-08-14'],
    ['2023-08-14', '2023-08-15', '2023-08-14'],
    ['2023-04-15', '2023-04-17', '2023-04-17'],
    ['2023-12-28', '2024-01-04', '2023-12-28'],
    ['2023-12-29', '2024-01-04', '2024-01-04'],
    ['2019-04-26', '2019-05-07', '2019-04-26'],
    ['2024-03-31', '2024-04-01', '2024-04-01'],
  ])('after %s is %s, on or after it %s', (day, next, onOrAfter) => {
    expect([calendar.nextWorkingDay(localDate(day)), calendar.onOrAfter(localDate(day))]).toEqual([
      next,
      onOrAfter,
    ]);
  });
});

describe('counting working days', () => {
  it.each([
    // Around the deadline Thu 2023-08-10; Fri 11 is 山の日.
    ['2023-08-10', -1, '2023-08-09'],
    ['2023-08-10', 1, '2023-08-14'],
    ['2023-08-10', 3, '2023-08-16'],
    // Around the due day Thu 2026-12-10.
    ['2026-12-10', -14, '2026-11-19'],
    ['2026-12-10', -7, '2026-12-01'],
    ['2026-12-10', -3, '2026-12-07'],
    ['2026-12-10', 2, '2026-12-14'],
    ['2026-12-10', 10, '2026-12-24'],
    // Around the due day Wed 2027-03-10; 23 February is 天皇誕生日.
    ['2027-03-10', -14, '2027-02-17'],
    ['2027-03-10', -7, '2027-03-01'],
    ['2027-03-10', -3, '2027-03-05'],
    ['2027-03-10', 2, '2027-03-12'],
    ['2023-12-28', 1, '2024-01-04'],
    ['2024-01-04', -1, '2023-12-28'],
    // From a closing day.
    ['2023-08-12', 1, '2023-08-14'],
    ['2023-08-12', -1, '2023-08-10'],
  ])('from %s, %i working days on is %s', (from, count, to) => {
    expect(calendar.addWorkingDays(localDate(from), count)).toBe(to);
    expect(calendar.workingDaysBetween(localDate(from), localDate(to))).toBe(count);
  });

  it('leaves a day as it is for none, be it a closing day', () => {
    expect(calendar.addWorkingDays(localDate('2023-08-12'), 0)).toBe('2023-08-12');
    expect(calendar.workingDaysBetween(localDate('2023-08-12'), localDate('2023-08-12'))).toBe(0);
  });

  it('does not count closing days at the end', () => {
    expect(calendar.workingDaysBetween(localDate('2023-08-10'), localDate('2023-08-13'))).toBe(0);
    expect(calendar.workingDaysBetween(localDate('2023-08-14'), localDate('2023-08-11'))).toBe(0);
  });

  it('arrives on a working day as far away as was counted', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40, max: 40 }), (day, count) => {
        fc.pre(count !== 0);
        const arrived = calendar.addWorkingDays(day, count);
        expect([calendar.isWorkingDay(arrived), calendar.workingDaysBetween(day, arrived)]).toEqual([
          true,
          count,
        ]);
      }),
    );
  });

  it('finds only closing days before the next working day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const next = calendar.nextWorkingDay(day);
        const between: boolean[] = [];
        for (let passed = addDays(day, 1); passed < next; passed = addDays(passed, 1))
          between.push(calendar.isWorkingDay(passed));
        expect([between.includes(true), calendar.isWorkingDay(next)]).toEqual([false, true]);
      }),
    );
  });
});
