import type { LocalDate } from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-day.ts';
import { hasBegun, lastDayOfRecord, printRecordDate, type RecordDate } from './date.ts';

/** What was entered before its day (予定): whether its recorder has said that it took place. */
export type Held = { readonly date: RecordDate; readonly heldConfirmedAt: Date | null };

/** Whether nobody has been asked yet whether it took place, and nobody has said so. */
export const isStillToAsk = ({
  heldAskedAt,
  heldConfirmedAt,
}: Pick<Held, 'heldConfirmedAt'> & { readonly heldAskedAt: Date | null }): boolean =>
  heldAskedAt === null && heldConfirmedAt === null;

/** Whether something is still to come of it after `day`: itself, 確認, or the word that it took place. */
export const isPending = (
  { date, confirmedAt, heldConfirmedAt }: Held & { readonly confirmedAt: Date | null },
  day: LocalDate,
): boolean => !hasBegun(date, day) || confirmedAt === null || heldConfirmedAt === null;

/** Whether the day of the question has come: the working day after its last day. E.g. for Thu 2023-08-10 Mon 14 Aug. */
export const isAskedBy = (
  { date }: Pick<Held, 'date'>,
  calendar: Pick<WorkingCalendar, 'nextWorkingDay'>,
  today: LocalDate,
): boolean => calendar.nextWorkingDay(lastDayOfRecord(date)) <= today;

/**
 * Whether it is known to have been held, after an edit at the moment `at` of the day `today`. Moved to a day to come, it is to be asked about again;
 * moved to a day that has come, it is held; an edit that leaves the date alone says nothing of whether it took place.
 */
export const heldAfterEdit = (
  before: Pick<Held, 'date' | 'heldConfirmedAt'>,
  date: RecordDate,
  { at, today }: { readonly at: Date; readonly today: LocalDate },
): { readonly heldConfirmedAt: Date | null; readonly isToAsk: boolean } => {
  if (printRecordDate(before.date) === printRecordDate(date))
    return { heldConfirmedAt: before.heldConfirmedAt, isToAsk: false };
  return hasBegun(date, today)
    ? { heldConfirmedAt: at, isToAsk: false }
    : { heldConfirmedAt: null, isToAsk: true };
};
