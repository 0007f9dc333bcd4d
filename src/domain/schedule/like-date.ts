import { type FiscalYear, firstDayOf, lastDayOf } from '../calendar/fiscal-year.ts';
import {
  addDays,
  daysBetween,
  firstOfMonth,
  type LocalDate,
  lastOfMonth,
  monthOf,
  numbersOf,
  type YearMonth,
  yearMonth,
} from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-day.ts';
import { dayKnownOf, type RecordDate } from '../occasion/date.ts';

/** The fiscal year a proposal is for, with its working days. */
export type YearToPlan = {
  readonly year: FiscalYear;
  readonly calendar: Pick<WorkingCalendar, 'isWorkingDay' | 'onOrAfter' | 'addWorkingDays'>;
};

const DAYS_A_WEEK = 7;
const MONTHS_A_YEAR = 12;

/** The month `count` months after another, before it when negative. E.g. 2024-01 and -7 is 2023-06. */
export const addMonths = (month: YearMonth, count: number): YearMonth => {
  const { year, month: ofYear } = numbersOf(firstOfMonth(month));
  const months = year * MONTHS_A_YEAR + ofYear - 1 + count;
  const [toYear, toMonth] = [Math.floor(months / MONTHS_A_YEAR), (months % MONTHS_A_YEAR) + 1];
  return yearMonth(`${String(toYear).padStart(4, '0')}-${String(toMonth).padStart(2, '0')}`);
};

/** How many months `other` is after `one`. */
export const monthsBetween = (one: YearMonth, other: YearMonth): number => {
  const [from, to] = [numbersOf(firstOfMonth(one)), numbersOf(firstOfMonth(other))];
  return (to.year - from.year) * MONTHS_A_YEAR + to.month - from.month;
};

/**
 * The day of a month that has the same ordinal weekday there: the second Thursday for a second Thursday. A fifth one where the month
 * has only four is the last of them: Thu 2024-02-29 gives Thu 2025-02-27.
 */
export const likeWeekday = (day: LocalDate, month: YearMonth): LocalDate => {
  const ordinal = Math.ceil(numbersOf(day).day / DAYS_A_WEEK);
  const first = firstOfMonth(month);
  const untilFirst = ((daysBetween(first, day) % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK;
  const found = addDays(first, untilFirst + (ordinal - 1) * DAYS_A_WEEK);
  return found > lastOfMonth(month) ? addDays(found, -DAYS_A_WEEK) : found;
};

/** The last working day of the year: 31 March, or the one before it. */
export const lastWorkingDay = ({ year, calendar }: YearToPlan): LocalDate =>
  calendar.addWorkingDays(addDays(lastDayOf(year), 1), -1);

/** A day as it is, or the next working day; in the last days of March, where that is in the next year, the last one of this. */
const workingDayOf = (day: LocalDate, { year, calendar }: YearToPlan): LocalDate => {
  const [open, last] = [calendar.onOrAfter(day), lastWorkingDay({ year, calendar })];
  const first = calendar.onOrAfter(firstDayOf(year));
  if (open < first) return first;
  return open > last ? last : open;
};

const spanFrom = (first: LocalDate, last: LocalDate): RecordDate =>
  last <= first ? { kind: 'day', day: first } : { kind: 'days', first, last };

const monthsFrom = (first: YearMonth, count: number, { year }: YearToPlan): RecordDate => {
  const end = monthOf(lastDayOf(year));
  const last = addMonths(first, count);
  const within = last > end ? end : last;
  return within <= first ? { kind: 'month', month: first } : { kind: 'months', first, last: within };
};

/**
 * The like of a date, so many months later: the same ordinal weekday, or the next working day when the city is closed then; a range
 * keeps its length, a month stays a month. E.g. in fiscal 2024 令和5年8月10日まで gives 令和6年8月8日まで, 令和6年1月 令和7年1月.
 */
export const likeDate = (date: RecordDate, months: number, within: YearToPlan): RecordDate => {
  const like = (day: LocalDate): LocalDate => likeWeekday(day, addMonths(monthOf(day), months));
  switch (date.kind) {
    case 'day':
      return { kind: 'day', day: workingDayOf(like(date.day), within) };
    case 'until':
      return { kind: 'until', day: workingDayOf(like(date.day), within) };
    case 'days': {
      const first = like(date.first);
      const last = addDays(first, daysBetween(date.first, date.last));
      return spanFrom(workingDayOf(first, within), workingDayOf(last, within));
    }
    case 'month':
      return { kind: 'month', month: addMonths(date.month, months) };
    case 'months':
      return monthsFrom(addMonths(date.first, months), monthsBetween(date.first, date.last), within);
  }
};

/**
 * The same date beginning on another day: a range keeps its length and ends on a working day, months are as many from the one of that
 * day on; a month becomes the day.
 */
export const dateFromDay = (date: RecordDate, day: LocalDate, within: YearToPlan): RecordDate => {
  switch (date.kind) {
    case 'day':
    case 'month':
      return { kind: 'day', day };
    case 'until':
      return { kind: 'until', day };
    case 'days':
      return dayKnownOf(date) === day
        ? date
        : spanFrom(day, workingDayOf(addDays(day, daysBetween(date.first, date.last)), within));
    case 'months':
      return monthsFrom(monthOf(day), monthsBetween(date.first, date.last), within);
  }
};
