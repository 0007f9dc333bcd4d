import type { Actor } from '../../domain/actor.ts';
import type { AttendanceState } from '../../domain/attendance/attendance.ts';
import { currentFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { compareRecordDates } from '../../domain/occasion/date.ts';
import type { TrainingSession } from '../../domain/training/training.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** One's own attendance of a session. */
export type OwnTraining = {
  readonly session: TrainingSession;
  readonly name: string;
  readonly state: AttendanceState;
};

/** One's own attendance of this and the last fiscal year's sessions, newest first; nobody reads another's here. */
export const readTrainingRecord = async (
  { clock, db }: ServiceDeps,
  { workspaceId, personId }: Pick<Actor, 'workspaceId' | 'personId'>,
): Promise<readonly OwnTraining[]> => {
  if (personId === null) return [];
  const record = db.record(workspaceId);
  const year = currentFiscalYear(todayInTokyo(clock.now()));
  const recorded = record.attendances.ofPerson(personId);
  const years = await Promise.all(
    [year, year - 1].map(async (each) => {
      const [programmes, sessions, attendances] = await Promise.all([
        record.programmes.nameable(each),
        record.trainings.ofYear(each),
        recorded,
      ]);
      const states = new Map(attendances.map(({ sessionId, state }) => [sessionId, state]));
      return sessions.flatMap((session): readonly OwnTraining[] => {
        const state = states.get(session.id);
        const name = programmes.find(({ id }) => id === session.programmeId)?.name ?? session.otherName;
        return state === undefined ? [] : [{ session, name, state }];
      });
    }),
  );
  return years.flat().toSorted((one, other) => compareRecordDates(other.session.date, one.session.date));
};
