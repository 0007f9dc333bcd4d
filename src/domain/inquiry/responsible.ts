import type { DepartmentWithSections } from '../department.ts';
import { groupBy } from '../group-by.ts';
import { isReachable, type Person } from '../person/person.ts';
import type { Appointment } from '../promoter/appointment.ts';
import { type ServingDay, servingOn } from '../promoter/serving.ts';
import type { InquiryTarget } from './inquiry.ts';

/** Who is there to answer on a day, looked up by section, department and person. */
export type Responsibles = {
  /** Who serves for a section in a role, by `SECTION ROLE`. */
  readonly holders: ReadonlyMap<string, readonly Person[]>;
  /** 主任 by department. */
  readonly chiefs: ReadonlyMap<string, readonly Person[]>;
  readonly departmentOf: ReadonlyMap<string, string>;
  /** By person id: those who may have been named for something. */
  readonly people: ReadonlyMap<string, Person>;
  /** By Slack id. */
  readonly secretariat: readonly string[];
};

/** One of those asked, as far as it says whose it is. */
export type Owned = Pick<InquiryTarget, 'sectionId' | 'role' | 'delegateId'>;

/** Why it falls to those who hear of it: their own, of a vacant section, or of somebody whom Slack does not reach. */
export type Relation = 'own' | 'vacant' | 'unreachable';

/** To whom an inquiry falls on a day. */
export type Responsible = {
  /** By Slack id; nobody only where there is not even a secretariat. */
  readonly receivers: readonly string[];
  /** Who hears of it: its own people, in their place the 主任 of the department, or the secretariat. */
  readonly receivedBy: 'own' | 'chiefs' | 'secretariat';
  readonly relation: Relation;
  /** Whose it is: the section's, or who was named; nobody in a vacant section. */
  readonly people: readonly Person[];
};

const slackIdsOf = (people: readonly Person[]): readonly string[] => [
  ...new Set(people.filter(isReachable).flatMap(({ slackId }) => slackId ?? [])),
];

/** Looks up who is there on a day, by all `appointments` of `daysOfServing`. */
export const responsiblesOn = (
  serving: ServingDay,
  departments: readonly DepartmentWithSections[],
  appointments: readonly Appointment[],
  people: readonly Person[],
  secretariat: readonly string[],
): Responsibles => {
  const departmentOf = new Map(
    departments.flatMap(({ id, sections }) => sections.map((section) => [section.id, id] as const)),
  );
  const present = servingOn(appointments, serving);
  const persons = (group: ReadonlyMap<string, readonly Appointment[]>) =>
    new Map([...group].map(([key, held]) => [key, held.map(({ person }) => person)]));
  const holders = persons(groupBy(present, ({ sectionId, role }) => `${sectionId} ${role}`));
  const ofChiefs = present.filter(({ role }) => role === 'chief');
  const chiefs = persons(groupBy(ofChiefs, ({ sectionId }) => departmentOf.get(sectionId) ?? ''));
  const byId = new Map(people.map((person) => [person.id, person]));
  return { holders, chiefs, departmentOf, people: byId, secretariat };
};

/** The 主任 of a department whom Slack reaches, without some, by Slack id. */
export const chiefsOf = (
  { chiefs }: Pick<Responsibles, 'chiefs'>,
  departmentId: string,
  but: readonly Person[] = [],
): readonly string[] =>
  slackIdsOf((chiefs.get(departmentId) ?? []).filter(({ id }) => but.every((person) => person.id !== id)));

/** The same; where there is none, the secretariat. */
export const overseersOf = (
  responsibles: Pick<Responsibles, 'chiefs' | 'secretariat'>,
  departmentId: string,
  but: readonly Person[] = [],
): readonly string[] => {
  const chiefs = chiefsOf(responsibles, departmentId, but);
  return chiefs.length > 0 ? chiefs : responsibles.secretariat;
};

/** Who serves for a section in a role; in the place of a 推進員, where there is none, the 主任 of that section. */
const servingFor = ({ sectionId, role }: Owned, { holders }: Responsibles): readonly Person[] => {
  const own = holders.get(`${sectionId} ${role}`) ?? [];
  return own.length > 0 || role === 'chief' ? own : (holders.get(`${sectionId} chief`) ?? []);
};

/**
 * To whom an inquiry falls: who was named for it, else who serves for the section on that day; for a vacant section, or one
 * whose people Slack does not reach, to the 主任 of the department, without one to the secretariat.
 */
export const responsibleFor = (owned: Owned, responsibles: Responsibles): Responsible => {
  const { sectionId, delegateId } = owned;
  const named = delegateId === null ? undefined : responsibles.people.get(delegateId);
  const people = named !== undefined && isReachable(named) ? [named] : servingFor(owned, responsibles);
  const reached = slackIdsOf(people);
  if (reached.length > 0) return { receivers: reached, receivedBy: 'own', relation: 'own', people };
  const departmentId = responsibles.departmentOf.get(sectionId) ?? '';
  const relation = people.length === 0 ? 'vacant' : 'unreachable';
  const receivedBy = chiefsOf(responsibles, departmentId, people).length > 0 ? 'chiefs' : 'secretariat';
  return { receivers: overseersOf(responsibles, departmentId, people), receivedBy, relation, people };
};

/** Whose something is, and why it comes to those who hear of it. */
export type Owners = Pick<Responsible, 'people' | 'relation'>;

/** How the reader stands to it: theirs, or why it comes to them, or that somebody else has it whom Slack reaches. */
export const relationTo = (reader: string, { people, relation }: Owners): Relation | 'elsewhere' => {
  if (people.some(({ slackId }) => slackId === reader)) return 'own';
  return relation === 'own' ? 'elsewhere' : relation;
};
