import { type Result, refuse, succeed } from '../result.ts';
import { fiscalYearOf, isOfferedFiscalYear } from './fiscal-year.ts';
import type { LocalDate } from './local-date.ts';
import type { WorkingCalendar } from './working-day.ts';

/** A deadline as typed; `warnOf` is the next working day when it is a closing day, to be named in a warning. */
export type Deadline = { readonly day: LocalDate; readonly warnOf: LocalDate | undefined };

/** Why a deadline is refused: it leaves no time to answer, or its year is a slip (more than 10 years ahead). */
export type DeadlineProblem = {
  readonly kind: 'not-after-today' | 'too-far-ahead';
  readonly today: LocalDate;
};

/**
 * Judges a deadline (回答期限) typed on `today`, the day in Tokyo. Today and past days are refused; a closing day is kept
 * as typed, with a warning: Fri 2023-08-11 (山の日) stays and warns of Mon 14 Aug.
 */
export const checkDeadline = (
  day: LocalDate,
  today: LocalDate,
  calendar: Pick<WorkingCalendar, 'isWorkingDay' | 'nextWorkingDay'>,
): Result<Deadline, DeadlineProblem> => {
  if (day <= today) return refuse({ kind: 'not-after-today', today });
  if (!isOfferedFiscalYear(fiscalYearOf(day), today)) return refuse({ kind: 'too-far-ahead', today });
  return succeed({ day, warnOf: calendar.isWorkingDay(day) ? undefined : calendar.nextWorkingDay(day) });
};

/** A due day as people read it: how many working days are left, negative when it is over. */
export type DueText = { readonly dueOn: LocalDate; readonly left: number; readonly isToday: boolean };

/** A due day as it is read on `today`. */
export const dueTextOn =
  (today: LocalDate, calendar: Pick<WorkingCalendar, 'workingDaysBetween'>) =>
  (dueOn: LocalDate): DueText => ({
    dueOn,
    left: calendar.workingDaysBetween(today, dueOn),
    isToday: dueOn === today,
  });
