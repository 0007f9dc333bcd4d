import type { FiscalYear } from '../calendar/fiscal-year.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-day.ts';
import { firstDayOfRecord, type RecordDate } from '../occasion/date.ts';
import { isAskedBy } from '../occasion/held.ts';
import type { Meeting } from './meeting.ts';

/**
 * The day from which a meeting is prepared (準備を始める日): so many working days before its first day; where only its month is known, the
 * first of that month. E.g. 15 working days before Thu 2024-08-08 is 18 July.
 */
export const preparesFrom = (
  date: RecordDate,
  preparationDays: number,
  { addWorkingDays }: Pick<WorkingCalendar, 'addWorkingDays'>,
): LocalDate => {
  const first = firstDayOfRecord(date);
  return date.kind === 'month' || date.kind === 'months' ? first : addWorkingDays(first, -preparationDays);
};

/**
 * How the preparation of a meeting stands: `later` before its day; `open`; opened as a 書面開催; known to have been held; cancelled; or its
 * day is over, and it is asked whether it took place.
 */
export type PreparationStanding = 'later' | 'open' | 'in-writing' | 'held' | 'cancelled' | 'over';

/** How it stands on `today`, where it is prepared from the day `from` on. */
export const preparationOf = (
  meeting: Pick<Meeting, 'begunInWritingId' | 'cancelled' | 'date' | 'heldConfirmedAt'>,
  from: LocalDate,
  today: LocalDate,
  calendar: Pick<WorkingCalendar, 'nextWorkingDay'>,
): PreparationStanding => {
  if (meeting.cancelled !== null) return 'cancelled';
  if (meeting.heldConfirmedAt !== null) return 'held';
  if (meeting.begunInWritingId !== null) return 'in-writing';
  if (isAskedBy(meeting, calendar, today)) return 'over';
  return today < from ? 'later' : 'open';
};

/** The fiscal years of meetings, each once. */
export const yearsOf = (meetings: readonly Pick<Meeting, 'fiscalYear'>[]): readonly FiscalYear[] => [
  ...new Set(meetings.map(({ fiscalYear }) => fiscalYear)),
];
