import type { Actor } from '../../domain/actor.ts';
import { type FiscalYear, fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { calendarOf } from '../../domain/settings.ts';
import { isPastHalf, lagDays, type TrainingLag, trainingLagOf } from '../../domain/training/lag.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A year whose promoters' training lags, as the Home tab tells of it. */
export type LaggingYear = Pick<TrainingLag, 'trainings'> & {
  readonly year: FiscalYear;
  /** The first half of the year is over: it can't be held in it any more. */
  readonly isPastHalf: boolean;
};

/**
 * How this year's promoter training lags, for the secretariat and from the first day on which they are told of it; undefined
 * for others, before that day, and while it does not.
 */
export const readTrainingLag = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<LaggingYear | undefined> => {
  if (!isSecretariat(actor)) return undefined;
  const record = db.record(actor.workspaceId);
  const today = todayInTokyo(clock.now());
  const year = fiscalYearOf(today);
  const [settings, programmes, sessions] = await Promise.all([
    record.settings.read(),
    record.programmes.nameable(year),
    record.trainings.ofYear(year),
  ]);
  const [from = today] = lagDays(year, calendarOf(settings));
  const { trainings, isLagging } = trainingLagOf(year, programmes, sessions);
  return isLagging && from <= today ? { year, trainings, isPastHalf: isPastHalf(year, today) } : undefined;
};
