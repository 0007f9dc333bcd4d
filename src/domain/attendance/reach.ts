import type { Actor } from '../actor.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { DepartmentWithSections } from '../department.ts';
import { may, postToRecordFor } from '../permission.ts';
import type { Person } from '../person/person.ts';
import { type Appointment, holdsOn } from '../promoter/appointment.ts';

/** A section that somebody is 協働推進員 of. `rank` follows the order of departments and sections. */
export type Seat = {
  readonly sectionId: string;
  readonly departmentId: string;
  readonly name: string;
  readonly rank: number;
};

/** Where a person belongs, by their id; nowhere for one who is no 協働推進員. */
export type Seats = (personId: string) => readonly Seat[];

/** Where people belong who are 協働推進員 on any of some days: a session's first, and today. */
export const seatsOn = (
  days: readonly LocalDate[],
  departments: readonly DepartmentWithSections[],
  appointments: readonly Appointment[],
): Seats => {
  const sections = new Map(
    departments
      .flatMap((department) => department.sections)
      .map(({ id, departmentId, name }, rank) => [id, { sectionId: id, departmentId, name, rank }]),
  );
  const held = new Map<string, Seat[]>();
  for (const appointment of appointments) {
    const seat = sections.get(appointment.sectionId);
    if (seat === undefined || !days.some((day) => holdsOn(appointment, day))) continue;
    const known = held.get(appointment.person.id) ?? [];
    held.set(appointment.person.id, [...known.filter((other) => other !== seat), seat]);
  }
  return (personId) => (held.get(personId) ?? []).toSorted((one, other) => one.rank - other.rank);
};

/** Whether this person may record the attendance of one who belongs there. */
export const mayRecordAttendanceOf = (actor: Actor, seats: readonly Seat[]): boolean =>
  may(actor, 'record-attendance') || seats.some((seat) => may(actor, 'record-attendance', seat));

/** Whether this person may see the attendance of somebody who belongs there. */
export const maySeeAttendanceOf = (
  actor: Actor,
  { id, slackId }: Pick<Person, 'id' | 'slackId'>,
  seats: readonly Seat[],
): boolean => {
  const owner = id === actor.personId ? actor.id : (slackId ?? '');
  return (
    may(actor, 'see-attendance', { owner }) ||
    seats.some(({ departmentId }) => may(actor, 'see-attendance', { departmentId }))
  );
};

/** Whether there may be somebody whose attendance they record: what the form is opened by. */
export const mayRecordSomeAttendance = (actor: Actor): boolean =>
  may(actor, 'record-attendance', postToRecordFor(actor));
