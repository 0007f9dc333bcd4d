import type { Actor } from '../../domain/actor.ts';
import {
  type Attendance,
  type AttendanceSource,
  promoterRate,
  type Rate,
} from '../../domain/attendance/attendance.ts';
import { mayRecordSomeAttendance } from '../../domain/attendance/reach.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { firstDayOfRecord, hasBegun } from '../../domain/occasion/date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { promotersOn } from '../../domain/promoter/appointment.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { type Recorded, recordedOf, type TrainingSession } from '../../domain/training/training.ts';
import { readAttendance } from '../../queries/attendance.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** One person of the list: where they belong, and by which ways they were entered, the first one first. */
export type ListedAttendance = Pick<Attendance, 'state' | 'note'> & {
  readonly name: string;
  readonly sections: readonly string[];
  readonly sources: readonly AttendanceSource[];
};

/** Who attended a session, as far as the reader may see it: by department and section, then by name. */
export type AttendanceList = {
  readonly session: TrainingSession;
  readonly name: string;
  readonly attendances: readonly ListedAttendance[];
  readonly recorded: Recorded;
  /** Only to one who sees everybody. */
  readonly rate: Rate | null;
  readonly mayRecord: boolean;
};

/** The secretariat sees all, a 主任 the 協働推進員 of the department, everybody themselves. */
export const listAttendance = async (
  { clock, db }: ServiceDeps,
  sessionId: string,
  actor: Actor,
): Promise<Result<AttendanceList, Refusal>> => {
  const today = todayInTokyo(clock.now());
  const record = db.record(actor.workspaceId);
  const session = await record.trainings.find(sessionId);
  if (session === undefined || session.cancelled !== null) return refuse({ kind: 'gone' });
  const [{ attendances, appointments, nameOf, seenAt }, events] = await Promise.all([
    readAttendance(record, [session], today, actor),
    record.attendances.eventsOfSession(sessionId),
  ]);
  const byPerson = new Map(attendances.map((attendance) => [attendance.personId, attendance]));
  const listed = seenAt(session, byPerson.keys()).flatMap(({ person, seats }) => {
    const attendance = byPerson.get(person.id);
    return attendance === undefined ? [] : [{ ...attendance, person, seats }];
  });
  return succeed({
    session,
    name: nameOf(session),
    attendances: listed.map(({ personId, state, note, person, seats }) => ({
      name: person.name,
      sections: seats.map(({ name }) => name),
      state,
      note,
      sources: [
        ...new Set(events.filter((event) => event.personId === personId).map(({ source }) => source)),
      ],
    })),
    recorded: recordedOf(listed),
    rate: isSecretariat(actor)
      ? promoterRate(attendances, promotersOn(appointments, firstDayOfRecord(session.date)))
      : null,
    mayRecord: mayRecordSomeAttendance(actor) && hasBegun(session.date, today),
  });
};
