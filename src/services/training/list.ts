import type { Actor } from '../../domain/actor.ts';
import { type Rate, rateOf } from '../../domain/attendance/attendance.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { firstDayOfRecord } from '../../domain/occasion/date.ts';
import { mayChangeOccasion } from '../../domain/occasion/permission.ts';
import { type OccasionStanding, standingOf } from '../../domain/occasion/standing.ts';
import { isSecretariat, mayConfirm } from '../../domain/permission.ts';
import { type Sought, soughtAmong, soughtIn, type Wanted } from '../../domain/person/sought.ts';
import { mayRecordTraining } from '../../domain/training/permission.ts';
import { NOBODY, type Recorded, type TrainingSession } from '../../domain/training/training.ts';
import { byProgramme, type ProgrammeInYear, trainingNumbers } from '../../domain/training/year.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A session as the list shows it. */
export type ListedTraining = {
  readonly session: TrainingSession;
  readonly standing: OccasionStanding;
  /** The No of the row in which the report prints it, where it is settled. */
  readonly no: number | null;
  readonly recorded: Recorded;
  /** Of the 協働推進員 of its first day, how many came, where that is recorded. */
  readonly rate: Rate | null;
  readonly mayChange: boolean;
};

/** The training of a year, by programme in order: of all, or of those that are called as was looked for. */
export type TrainingList = {
  readonly year: FiscalYear;
  readonly sought: Sought;
  readonly today: LocalDate;
  readonly programmes: readonly ProgrammeInYear<ListedTraining>[];
  readonly forSecretariat: boolean;
  readonly mayConfirm: boolean;
  readonly mayRecord: boolean;
};

/** The year's training by programme, cancelled sessions left out, with what is known of who came. */
export const listTrainings = async (
  { clock, db }: ServiceDeps,
  { of: year, words }: Wanted<FiscalYear>,
  actor: Actor,
): Promise<TrainingList> => {
  const today = todayInTokyo(clock.now());
  const record = db.record(actor.workspaceId);
  const [programmes, sessions, notHeld] = await Promise.all([
    record.programmes.nameable(year),
    record.trainings.ofYear(year),
    record.programmes.notHeldIn(year),
  ]);
  const [counts, promoters] = await Promise.all([
    record.attendances.counts(sessions.map(({ id }) => id)),
    record.attendances.promoters(sessions.map(({ id, date }) => ({ id, on: firstDayOfRecord(date) }))),
  ]);
  const listed = sessions.map((session) => ({
    session,
    standing: standingOf(session, today),
    recorded: counts.get(session.id) ?? NOBODY,
    rate: rateOf(promoters.get(session.id)),
    mayChange: mayChangeOccasion(actor, session),
  }));
  const parts = byProgramme(programmes, listed, notHeld, year);
  const numbers = trainingNumbers(parts);
  const isSought = soughtIn(words);
  const found = parts.filter(({ name }) => isSought(name));
  return {
    year,
    today,
    sought: soughtAmong(
      words,
      found.length,
      parts.map(({ name }) => name),
    ),
    programmes: found.map((part) => ({
      ...part,
      sessions: part.sessions.map((one) => ({ ...one, no: numbers.get(one.session.id) ?? null })),
    })),
    forSecretariat: isSecretariat(actor),
    mayConfirm: mayConfirm(actor),
    mayRecord: mayRecordTraining(actor),
  };
};
