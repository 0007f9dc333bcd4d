import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  firstOfMonth,
  fromUtcMidnight,
  instantInTokyo,
  LocalDateSchema,
  lastOfMonth,
  localDate,
  monthOf,
  numbersOf,
  readLocalDate,
  readYearMonth,
  todayInTokyo,
  utcMidnight,
  weekdayOf,
  YearMonthSchema,
  yearMonth,
} from '../../../src/domain/calendar/local-date.ts';

const anyDay = fc
  .integer({ min: 0, max: daysBetween(localDate('1900-01-01'), localDate('2100-12-31')) })
  .map((days) => addDays(localDate('1900-01-01'), days));

describe('a day', () => {
  it.each(['2023-08-10', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('is %s', (text) => {
    expect(readLocalDate(text)).toBe(text);
    expect(LocalDateSchema.parse(text)).toBe(text);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2023-04-31',
    '2023-13-01',
    '2023-00-10',
    '2023-8-10',
    '2023/08/10',
    '20230810',
    '2023-08-10T00:00:00Z',
    ' 2023-08-10',
    '２０２３-08-10',
    '12023-08-10',
    '',
  ])('is not "%s"', (text) => {
    expect(readLocalDate(text)).toBeUndefined();
    expect(() => localDate(text)).toThrow(RangeError);
  });

  it('has the numbers people write', () => {
    expect(numbersOf(localDate('2023-08-10'))).toEqual({ year: 2023, month: 8, day: 10 });
  });
});

describe('today in Tokyo', () => {
  it.each([
    ['2023-08-09T14:30:00Z', '23:30 JST', '2023-08-09'],
    ['2023-08-09T14:59:59.999Z', 'just before midnight JST', '2023-08-09'],
    ['2023-08-09T15:00:00Z', 'midnight JST', '2023-08-10'],
    ['2023-08-09T15:30:00Z', '00:30 JST', '2023-08-10'],
    ['2023-08-10T00:00:00Z', '09:00 JST', '2023-08-10'],
    ['2024-03-31T14:30:00Z', '23:30 JST, the last evening of 令和5年度', '2024-03-31'],
    ['2024-03-31T15:30:00Z', '00:30 JST, the first night of 令和6年度', '2024-04-01'],
    ['2019-04-30T15:30:00Z', '00:30 JST, the first night of 令和', '2019-05-01'],
    ['2023-12-31T15:30:00Z', '00:30 JST on New Year', '2024-01-01'],
  ])('at %s (%s) is %s', (instant, _clock, day) => {
    expect(todayInTokyo(new Date(instant))).toBe(day);
  });

  it('is the day of the calendar of that zone', () => {
    const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });
    const instants = fc.date({
      min: new Date('1952-01-01'),
      max: new Date('2999-12-31'),
      noInvalidDate: true,
    });
    fc.assert(fc.property(instants, (now) => todayInTokyo(now) === calendar.format(now)));
  });

  it('refuses an instant that is none', () => {
    expect(() => todayInTokyo(new Date(Number.NaN))).toThrow(RangeError);
  });
});

describe('a time of day in Tokyo', () => {
  it.each([
    ['2023-08-10', '09:00', '2023-08-10T00:00:00.000Z'],
    ['2023-08-10', '00:00', '2023-08-09T15:00:00.000Z'],
    ['2023-08-10', '00:30', '2023-08-09T15:30:00.000Z'],
    ['2023-08-10', '23:30', '2023-08-10T14:30:00.000Z'],
    ['2023-08-10', '24:00', '2023-08-10T15:00:00.000Z'],
    ['2023-12-31', '24:00', '2023-12-31T15:00:00.000Z'],
  ])('on %s at %s is the instant %s', (day, time, instant) => {
    expect(instantInTokyo(localDate(day), time).toISOString()).toBe(instant);
  });

  it.each(['9:00', '24:01', '25:00', '09:60', '0900', ''])('is not written "%s"', (time) => {
    expect(() => instantInTokyo(localDate('2023-08-10'), time)).toThrow(RangeError);
  });

  it('on any day is on that day', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('00:00', '00:30', '09:00', '23:30', '23:59'), (day, time) => {
        // Before 1952 Tokyo had summers of +10:00.
        fc.pre(day >= '1952-01-01');
        expect(todayInTokyo(instantInTokyo(day, time))).toBe(day);
      }),
    );
  });
});

describe('counting days', () => {
  it.each([
    ['2023-08-10', 0, '2023-08-10'],
    ['2023-08-10', 1, '2023-08-11'],
    ['2023-08-31', 1, '2023-09-01'],
    ['2023-12-31', 1, '2024-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2023-03-01', -1, '2023-02-28'],
    ['2023-04-01', 365, '2024-03-31'],
  ])('%s and %i days is %s', (day, days, other) => {
    expect(addDays(localDate(day), days)).toBe(other);
    expect(daysBetween(localDate(day), localDate(other))).toBe(days);
  });

  it('of any day forth and back agrees', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, days) => {
        const other = addDays(day, days);
        expect([daysBetween(day, other), addDays(other, -days)]).toEqual([days, day]);
      }),
    );
  });

  it.each([
    ['2023-08-10', '木'],
    ['2023-08-11', '金'],
    ['2023-08-12', '土'],
    ['2023-08-13', '日'],
    ['2023-08-14', '月'],
    ['2024-02-29', '木'],
    ['2026-12-10', '木'],
  ])('%s is a %s', (day, weekday) => {
    expect(weekdayOf(localDate(day))).toBe(weekday);
  });
});

describe('a database date', () => {
  it('is 00:00 UTC of the day, whatever the time zone of the machine', () => {
    expect(utcMidnight(localDate('2023-08-10')).toISOString()).toBe('2023-08-10T00:00:00.000Z');
    expect(fromUtcMidnight(new Date('2023-08-10T00:00:00Z'))).toBe('2023-08-10');
  });

  it('comes back as the day that was stored', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(fromUtcMidnight(utcMidnight(day))).toBe(day);
      }),
    );
  });

  it('is no other instant', () => {
    expect(() => fromUtcMidnight(new Date('2023-08-09T15:00:00Z'))).toThrow(RangeError);
  });
});

describe('a month', () => {
  it.each([
    ['2023-09', '2023-09-01', '2023-09-30'],
    ['2023-12', '2023-12-01', '2023-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2000-02', '2000-02-01', '2000-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['9999-12', '9999-12-01', '9999-12-31'],
  ])('%s goes from %s to %s', (month, first, last) => {
    expect([firstOfMonth(yearMonth(month)), lastOfMonth(yearMonth(month))]).toEqual([first, last]);
  });

  it('ends the day before the next one begins', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const last = lastOfMonth(monthOf(day));
        expect([monthOf(last), addDays(last, 1).slice(8)]).toEqual([monthOf(day), '01']);
      }),
    );
  });

  it.each(['2023-13', '2023-00', '2023-9', '2023/09', '2023-09-01', ''])('is not "%s"', (text) => {
    expect(readYearMonth(text)).toBeUndefined();
    expect(YearMonthSchema.safeParse(text).success).toBe(false);
    expect(() => yearMonth(text)).toThrow(RangeError);
  });
});
