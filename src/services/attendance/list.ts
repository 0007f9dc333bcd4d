import type { Actor } from '../../domain/actor.ts';
import {
  type Attendance,
  type AttendanceSource,
  promoterRate,
  type Rate,
} from '../../domain/attendance/attendance.ts';
import { mayRecordSomeAttendance, maySeeAttendanceOf, seatsOn } from '../../domain/attendance/reach.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { firstDayOfRecord, hasBegun } from '../../domain/occasion/date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { promotersOn } from '../../domain/promoter/appointment.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { type Recorded, recordedOf, type TrainingSession } from '../../domain/training/training.ts';
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

const LAST = Number.POSITIVE_INFINITY;

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
  const firstDay = firstDayOfRecord(session.date);
  const [programmes, departments, appointments, people, all, events] = await Promise.all([
    record.programmes.nameable(session.fiscalYear),
    record.departments.all(),
    record.appointments.between(firstDay, firstDay < today ? today : firstDay),
    record.people.all(),
    record.attendances.ofSession(sessionId),
    record.attendances.eventsOfSession(sessionId),
  ]);
  const seats = seatsOn([firstDay, today], departments, appointments);
  const byId = new Map(people.map((person) => [person.id, person]));
  const listed = all
    .flatMap((attendance) => {
      const person = byId.get(attendance.personId);
      const at = person === undefined ? [] : seats(person.id);
      return person !== undefined && maySeeAttendanceOf(actor, person, at)
        ? [{ attendance, person, at, rank: at[0]?.rank ?? LAST }]
        : [];
    })
    .toSorted((one, other) =>
      one.rank === other.rank
        ? one.person.name < other.person.name
          ? -1
          : 1
        : one.rank < other.rank
          ? -1
          : 1,
    );
  return succeed({
    session,
    name: programmes.find(({ id }) => id === session.programmeId)?.name ?? session.otherName,
    attendances: listed.map(({ attendance: { personId, state, note }, person, at }) => ({
      name: person.name,
      sections: at.map(({ name }) => name),
      state,
      note,
      sources: [
        ...new Set(events.filter((event) => event.personId === personId).map(({ source }) => source)),
      ],
    })),
    recorded: recordedOf(listed.map(({ attendance }) => attendance)),
    rate: isSecretariat(actor) ? promoterRate(all, promotersOn(appointments, firstDay)) : null,
    mayRecord: mayRecordSomeAttendance(actor) && hasBegun(session.date, today),
  });
};
