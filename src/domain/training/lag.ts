import { type FiscalYear, firstDayOf } from '../calendar/fiscal-year.ts';
import { daysBetween, type LocalDate, localDate, numbersOf } from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-day.ts';
import { firstDayOfRecord, type RecordDate } from '../occasion/date.ts';
import type { Programme } from './programme.ts';
import { printTrainingDate, type TrainingSession } from './training.ts';

/** How long promoters waited for their first training: in days, or in months where only the month is known. */
export type Lag = { readonly unit: 'days' | 'months'; readonly count: number };

/**
 * From the first day of an appointment to the first promoter training. E.g. from 2023-04-01 to 令和6年1月 it is 9 months,
 * to 2023-05-10 39 days.
 */
export const lagBetween = (appointedOn: LocalDate, training: RecordDate): Lag => {
  const first = firstDayOfRecord(training);
  if (training.kind !== 'month' && training.kind !== 'months')
    return { unit: 'days', count: Math.max(0, daysBetween(appointedOn, first)) };
  const [from, to] = [numbersOf(appointedOn), numbersOf(first)];
  return { unit: 'months', count: Math.max(0, (to.year - from.year) * 12 + to.month - from.month) };
};

/** The last day of the first half of a fiscal year: 30 September. */
const halfTime = (year: FiscalYear): LocalDate => localDate(`${year}-09-30`);

/** Whether the first half of a fiscal year is over on `today`. */
export const isPastHalf = (year: FiscalYear, today: LocalDate): boolean => today > halfTime(year);

/** Whether the promoters' training has no date, or its first one in the second half of the year. */
export const isLagging = (year: FiscalYear, trainings: readonly RecordDate[]): boolean =>
  trainings.every((training) => firstDayOfRecord(training) > halfTime(year));

/** 15 April, 1 June and 1 August of a fiscal year, each or the next working day. E.g. 2023: 17 April, 1 June, 1 August. */
export const lagDays = (
  year: FiscalYear,
  calendar: Pick<WorkingCalendar, 'onOrAfter'>,
): readonly LocalDate[] =>
  ['04-15', '06-01', '08-01'].map((day) => calendar.onOrAfter(localDate(`${year}-${day}`)));

/** The day from which the promoters of a year wait. */
const waitsFrom = (year: FiscalYear): LocalDate => firstDayOf(year);

/** How a year stands with its promoters' training: every session of it by first day, with how long they wait for it. */
export type TrainingLag = {
  readonly trainings: readonly { readonly printed: string; readonly lag: Lag }[];
  readonly isLagging: boolean;
};

/** The lag of a year, from its programmes and its sessions by first day; cancelled ones left out. */
export const trainingLagOf = (
  year: FiscalYear,
  programmes: readonly Pick<Programme, 'id' | 'forPromoters'>[],
  sessions: readonly TrainingSession[],
): TrainingLag => {
  const watched = programmes.filter(({ forPromoters }) => forPromoters).map(({ id }) => id);
  const trainings = sessions.filter(
    ({ programmeId }) => programmeId !== null && watched.includes(programmeId),
  );
  return {
    trainings: trainings.map((session) => ({
      printed: printTrainingDate(session),
      lag: lagBetween(waitsFrom(year), session.date),
    })),
    isLagging: isLagging(
      year,
      trainings.map(({ date }) => date),
    ),
  };
};
