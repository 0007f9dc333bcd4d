import type { LocalDate } from '../calendar/local-date.ts';
import { firstDayOfRecord, lastDayOfRecord, type RecordDate } from '../occasion/date.ts';
import type { ScheduleEntry } from './entry.ts';

/** How often what is told of a date was changed since it was recorded, and when last; null where nobody knows. */
export type EntryChanges = { readonly changes: number; readonly changedAt: Date | null };

/** A date of the schedule and its changes, as calendars are told of it. */
export type EntryToTake = EntryChanges & { readonly entry: ScheduleEntry };

/** The days that a date takes in a calendar, both included. */
export type EventDays = { readonly first: LocalDate; readonly last: LocalDate };

/**
 * A day, a range whole, of a 期限 its day. Of a month only its first day: nobody wants a bar over 31 days for one meeting, and which
 * day it will be is not known. E.g. 令和9年1月 is 2027-01-01.
 */
export const eventDaysOf = (date: RecordDate): EventDays => {
  const first = firstDayOfRecord(date);
  const isMonthOnly = date.kind === 'month' || date.kind === 'months';
  return { first, last: isMonthOnly ? first : lastDayOfRecord(date) };
};
