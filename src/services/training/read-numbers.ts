import type { WorkspaceRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { type FiscalYear, fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { standingOf } from '../../domain/meeting/meeting.ts';
import { isSecretariat } from '../../domain/permission.ts';
import {
  numbersOf,
  type ProgrammeNumbers,
  type TrainingNumbers,
  YEARS_TOLD,
} from '../../domain/training/numbers.ts';
import type { TrainingSession } from '../../domain/training/training.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Gives the numbers of one programme in the year that was read; null is その他. */
type YearRead = (programmeId: string | null) => TrainingNumbers;

const readYear = async (record: WorkspaceRecord, year: FiscalYear, today: LocalDate): Promise<YearRead> => {
  const [all, notHeld] = await Promise.all([
    record.trainings.ofYear(year),
    record.programmes.notHeldIn(year),
  ]);
  const settled = all.filter((session) => standingOf(session, today) === 'settled');
  const attendances = await record.attendances.ofSessions(settled.map(({ id }) => id));
  const sessionsOf = (programmeId: string | null): readonly TrainingSession[] =>
    settled.filter((session) => session.programmeId === programmeId);
  return (programmeId) =>
    numbersOf(
      year,
      sessionsOf(programmeId),
      attendances,
      programmeId !== null && notHeld.includes(programmeId),
    );
};

const saysSomething = ({ years }: ProgrammeNumbers): boolean =>
  years.some(({ sessions, notHeld }) => sessions > 0 || notHeld);

/**
 * The settled training of the present fiscal year and the two before it in numbers, for the secretariat: programmes in
 * order and by their present names, then その他. Empty for others, and what was never held in these years is left out.
 */
export const readTrainingNumbers = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<readonly ProgrammeNumbers[]> => {
  if (!isSecretariat(actor)) return [];
  const record = db.record(actor.workspaceId);
  const today = todayInTokyo(clock.now());
  const present = fiscalYearOf(today);
  const years = Array.from({ length: YEARS_TOLD }, (_, index) => present - YEARS_TOLD + 1 + index);
  const [programmes, read] = await Promise.all([
    record.programmes.nameable(present),
    Promise.all(years.map((year) => readYear(record, year, today))),
  ]);
  const numbersFor = (programmeId: string | null): readonly TrainingNumbers[] =>
    read.map((numbers) => numbers(programmeId));
  return [
    ...programmes.map(({ id, name }) => ({ name, years: numbersFor(id) })),
    { name: null, years: numbersFor(null) },
  ].filter(saysSomething);
};
