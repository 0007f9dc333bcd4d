import type { WorkspaceRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { type FiscalYear, fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { standingOf } from '../../domain/occasion/standing.ts';
import { isSecretariat } from '../../domain/permission.ts';
import {
  numbersOf,
  type ProgrammeNumbers,
  type TrainingNumbers,
  YEARS_TOLD,
} from '../../domain/training/numbers.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Gives the numbers of one programme in the year that was read; null is その他. */
type YearRead = (programmeId: string | null) => TrainingNumbers;

const readYears = async (
  record: WorkspaceRecord,
  years: readonly FiscalYear[],
  today: LocalDate,
): Promise<readonly YearRead[]> => {
  const [sessions, notHeld] = await Promise.all([
    Promise.all(years.map((year) => record.trainings.ofYear(year))),
    Promise.all(years.map((year) => record.programmes.notHeldIn(year))),
  ]);
  const settled = sessions.flat().filter((session) => standingOf(session, today) === 'settled');
  const attendances = await record.attendances.ofSessions(settled.map(({ id }) => id));
  return years.map((year, index) => (programmeId) => {
    const held = settled.filter(
      (session) => session.fiscalYear === year && session.programmeId === programmeId,
    );
    const isNotHeld = programmeId !== null && notHeld[index]?.includes(programmeId) === true;
    return numbersOf(year, held, attendances, isNotHeld);
  });
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
    readYears(record, years, today),
  ]);
  const numbersFor = (programmeId: string | null): readonly TrainingNumbers[] =>
    read.map((numbers) => numbers(programmeId));
  return [
    ...programmes.map(({ id, name }) => ({ name, years: numbersFor(id) })),
    { name: null, years: numbersFor(null) },
  ].filter(saysSomething);
};
