import type { WorkspaceRecord } from '../db/database.ts';
import type { Actor } from '../domain/actor.ts';
import type { Attendance } from '../domain/attendance/attendance.ts';
import { maySeeAttendanceOf, type Seat, seatsOn } from '../domain/attendance/reach.ts';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { DepartmentWithSections } from '../domain/department.ts';
import { firstDayOfRecord } from '../domain/occasion/date.ts';
import { isReachable, type Person } from '../domain/person/person.ts';
import type { Appointment } from '../domain/promoter/appointment.ts';
import type { TrainingSession } from '../domain/training/training.ts';
import { readVideos } from './morning/world.ts';

/** The tables from which it is read who attended, and who did not. */
type Sources = Pick<
  WorkspaceRecord,
  'appointments' | 'attendances' | 'departments' | 'people' | 'programmes' | 'trainings'
>;

/** Somebody, and where they belonged on the first day of a session or belong today. */
export type Seated = { readonly person: Person; readonly seats: readonly Seat[] };

/** Sessions with who is recorded at them, and who may be seen of that by whom. */
export type AttendanceReading = {
  readonly departments: readonly DepartmentWithSections[];
  /** Of every day from the first of any of these sessions until today. */
  readonly appointments: readonly Appointment[];
  readonly attendances: readonly Attendance[];
  /** What a session is called. */
  readonly nameOf: (session: TrainingSession) => string;
  /** Those of some people whom the reader may see at a session, by department and section, then by name. */
  readonly seenAt: (session: TrainingSession, personIds: Iterable<string>) => readonly Seated[];
};

const LAST = Number.POSITIVE_INFINITY;

const rankOf = ({ seats: [seat] }: Seated): number => seat?.rank ?? LAST;

const inOrder = (one: Seated, other: Seated): number => {
  const [first, second] = [rankOf(one), rankOf(other)];
  if (first !== second) return first < second ? -1 : 1;
  return one.person.name < other.person.name ? -1 : 1;
};

/** Reads who attended sessions of one fiscal year, as far as `actor` may see it. */
export const readAttendance = async (
  record: Sources,
  sessions: readonly TrainingSession[],
  today: LocalDate,
  actor: Actor,
): Promise<AttendanceReading> => {
  const days = [...sessions.map(({ date }) => firstDayOfRecord(date)), today].toSorted();
  const [first = today, last = today] = [days[0], days.at(-1)];
  const [programmes, departments, appointments, people, attendances] = await Promise.all([
    sessions[0] === undefined ? [] : record.programmes.nameable(sessions[0].fiscalYear),
    record.departments.all(),
    record.appointments.between(first, last),
    record.people.all(),
    record.attendances.ofSessions(sessions.map(({ id }) => id)),
  ]);
  const byId = new Map(people.map((person) => [person.id, person]));
  return {
    departments,
    appointments,
    attendances,
    nameOf: ({ programmeId, otherName }) =>
      programmes.find(({ id }) => id === programmeId)?.name ?? otherName,
    seenAt: ({ date }, personIds) => {
      const seatsOf = seatsOn([firstDayOfRecord(date), today], departments, appointments);
      return [...personIds]
        .flatMap((id) => {
          const person = byId.get(id);
          return person === undefined ? [] : [{ person, seats: seatsOf(id) }];
        })
        .filter(({ person, seats }) => maySeeAttendanceOf(actor, person, seats))
        .toSorted(inOrder);
    },
  };
};

/** Who of the 対象者 of a video training is asked whether they have watched it: of whom nothing is recorded, and whom Slack reaches. */
export const readAskedToWatch = async (
  record: Pick<WorkspaceRecord, 'appointments' | 'attendances' | 'people' | 'trainings'>,
  session: TrainingSession,
): Promise<readonly { readonly id: string; readonly slackId: string }[]> => {
  const firstDay = firstDayOfRecord(session.date);
  const appointments = await record.appointments.between(firstDay, firstDay);
  const [video] = await readVideos(record, [session], { from: firstDay, appointments });
  return (await record.people.all()).flatMap((person) =>
    video?.personIds.has(person.id) === true && isReachable(person) && person.slackId !== null
      ? [{ id: person.id, slackId: person.slackId }]
      : [],
  );
};
