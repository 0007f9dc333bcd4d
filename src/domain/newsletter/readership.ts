import type { LocalDate } from '../calendar/local-date.ts';
import { type DepartmentWithSections, existsOn, placeOf } from '../department.ts';
import { type Appointment, holdsOn } from '../promoter/appointment.ts';
import type { ServingDay } from '../promoter/serving.ts';

/** The roster as an issue is counted by it. */
type RosterOfIssue = {
  readonly departments: readonly DepartmentWithSections[];
  readonly appointments: readonly Appointment[];
};

/**
 * In how many sections nobody has read an issue of `day`, the day it was published on: of those that were there and had a
 * 協働推進員 on that day, not of those of today, so that the number of an old issue falls only as people read it. While 選任報告
 * is awaited, who served on 31 March reads for the section too, though a successor be confirmed for that day later. `readers` are
 * Slack ids.
 */
export const countSilentSections = (
  { departments, appointments }: RosterOfIssue,
  { day, carriedFrom }: ServingDay,
  readers: ReadonlySet<string>,
): number => {
  const serves = (appointment: Appointment): boolean =>
    holdsOn(appointment, day) || (carriedFrom !== null && holdsOn(appointment, carriedFrom));
  const serving = appointments.filter(serves).filter(({ sectionId }) => isThere(departments, sectionId, day));
  const sections = new Set(serving.map(({ sectionId }) => sectionId));
  const heard = new Set(
    serving.filter(({ person }) => readers.has(person.slackId ?? '')).map(({ sectionId }) => sectionId),
  );
  return sections.size - heard.size;
};

const isThere = (
  departments: readonly DepartmentWithSections[],
  sectionId: string,
  day: LocalDate,
): boolean => {
  const place = placeOf(departments, sectionId);
  return place !== undefined && existsOn(place.section, day);
};
