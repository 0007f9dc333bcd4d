import { fiscalYearOf } from '../calendar/fiscal-year.ts';
import { type LocalDate, lastOfMonth, localDate, monthOf, type YearMonth } from '../calendar/local-date.ts';
import { compareRecordDates, firstDayOfRecord, type RecordDate } from '../occasion/date.ts';
import { isStillAhead, type ScheduleEntry } from './entry.ts';
import { addMonths, likeDate, type YearToPlan } from './like-date.ts';
import type { OfferLike, ScheduleOffers } from './plan.ts';

/** What is to come: a date of the schedule, or the like of one of the year before for which there is none yet. */
export type DateAhead =
  | { readonly kind: 'entry'; readonly date: RecordDate; readonly entry: ScheduleEntry }
  | { readonly kind: 'like'; readonly date: RecordDate; readonly offer: OfferLike };

/** So many months are looked ahead. */
const MONTHS = 12;

/** This month and those after it, a year together. */
export const monthsAhead = (today: LocalDate): readonly YearMonth[] =>
  Array.from({ length: MONTHS }, (_, index) => addMonths(monthOf(today), index));

/** The last day of them: 2027-03-31 on any day of April 2026. */
export const lastDayAhead = (today: LocalDate): LocalDate =>
  lastOfMonth(addMonths(monthOf(today), MONTHS - 1));

/** The same day a year earlier, or the last of its month: 2026-04-01 on 2027-04-01. */
export const yearBefore = (today: LocalDate): LocalDate => {
  const month = addMonths(monthOf(today), -MONTHS);
  const last = lastOfMonth(month);
  const same = `${month}${today.slice('YYYY-MM'.length)}`;
  return same > last ? last : localDate(same);
};

/** A year after a day: the same ordinal weekday of the same month, or the next working day. E.g. Thu 2023-08-10 gives Thu 2024-08-08. */
export const dayInYear = (day: LocalDate, calendar: YearToPlan['calendar']): LocalDate =>
  firstDayOfRecord(likeDate({ kind: 'day', day }, MONTHS, { year: fiscalYearOf(day) + 1, calendar }));

/** Whether nobody has said yet that it is over or off. */
const isToCome = ({ standing }: ScheduleEntry): boolean =>
  standing === 'planned' || standing === 'open' || standing === 'closed';

/**
 * What is to come of a schedule, in order: every date that is not over, however far ahead, and of the proposals those within the year for
 * which the record has nothing yet.
 */
export const datesAhead = (
  entries: readonly ScheduleEntry[],
  plans: readonly Pick<ScheduleOffers, 'offers'>[],
  today: LocalDate,
): readonly DateAhead[] =>
  [
    ...entries
      .filter((entry) => isToCome(entry) && isStillAhead(entry, today))
      .map((entry): DateAhead => ({ kind: 'entry', date: entry.facts.date, entry })),
    ...plans
      .flatMap(({ offers }) => offers)
      .filter(({ leftEmpty }) => leftEmpty === null || leftEmpty.kind === 'choose')
      .filter(({ date }) => firstDayOfRecord(date) <= lastDayAhead(today))
      .map((offer): DateAhead => ({ kind: 'like', date: offer.date, offer })),
  ].toSorted((one, other) => compareRecordDates(one.date, other.date));
