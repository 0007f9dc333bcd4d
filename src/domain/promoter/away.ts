import type { Actor } from '../actor.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { type DepartmentWithSections, placeOf } from '../department.ts';
import { may } from '../permission.ts';
import { type Appointment, holdsOn } from './appointment.ts';

/** Whose 不在 it is, and where the record has them. */
export type AwayTarget = {
  readonly personId: string;
  readonly appointments: readonly Appointment[];
  readonly departments: readonly DepartmentWithSections[];
  readonly today: LocalDate;
};

/** Entering and cancelling 不在: everybody their own, the secretariat anybody's, a 主任 of people of the department today. */
export const mayEnterAway = (
  actor: Actor,
  { personId, appointments, departments, today }: AwayTarget,
): boolean => {
  const owner = personId === actor.personId ? actor.id : '';
  const places = appointments
    .filter((one) => one.person.id === personId && holdsOn(one, today))
    .map(({ sectionId }) => placeOf(departments, sectionId)?.department.id);
  return [undefined, ...places].some((departmentId) => may(actor, 'enter-away', { owner, departmentId }));
};
