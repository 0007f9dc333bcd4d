import type { PromoterRole } from '../actor.ts';
import { addDays, type LocalDate, overlap } from '../calendar/local-date.ts';
import { type DepartmentWithSections, placeOf } from '../department.ts';
import { findPlace, type NamedPlace } from '../department-match.ts';
import { factsOfDraft, indexPeople, type Named, type PeopleIndex, whoIsNamed } from '../person/match.ts';
import type { Person, PersonFacts } from '../person/person.ts';
import { nameKey } from '../person/written-name.ts';
import { type Result, refuse, succeed } from '../result.ts';
import {
  type Appointment,
  type AppointmentDraft,
  type AppointmentProblem,
  type Term,
  termFrom,
} from './appointment.ts';

/** What the record holds and an appointment is looked at against. */
export type RosterRecord = {
  readonly departments: readonly DepartmentWithSections[];
  readonly people: readonly Person[];
  /** Not cancelled, of the term in question and the year before; 未確認 ones too. */
  readonly appointments: readonly Appointment[];
};

/** How many days around a term it matters where people are. */
const YEAR = 366;

/** Of which days the record is looked at for a form: the term it asks for, and a year before. */
export const daysToLookAt = ({
  startsOn,
  endsOn,
}: Pick<AppointmentDraft, 'startsOn' | 'endsOn'>): {
  readonly first: LocalDate;
  readonly last: LocalDate;
} => ({
  first: addDays(startsOn, -YEAR),
  last: endsOn ?? addDays(startsOn, YEAR),
});

/** 職員 as Slack knows them. */
export type SlackFacts = Pick<PersonFacts, 'email' | 'name'> & {
  readonly id: string;
  readonly isMember: boolean;
};

/** Who, where and when, as a form names them. */
export type Appointing = { readonly named: Named; readonly place: NamedPlace; readonly term: Term };

/** Every section as people call it, in order, e.g. 福祉部 福祉課. */
const placesOf = ({ departments }: RosterRecord): readonly { readonly id: string; readonly name: string }[] =>
  departments.flatMap((department) =>
    department.sections.map(({ id, name }) => ({ id, name: `${department.name} ${name}` })),
  );

/** Finds who is meant; where two bear the name, their sections are named in order. */
const lookUp = (
  facts: PersonFacts,
  people: PeopleIndex,
  record: RosterRecord,
): Result<Named, AppointmentProblem> => {
  const places = placesOf(record);
  const sectionsOf = ({ id }: Person): readonly string[] =>
    places.flatMap((place) =>
      record.appointments.some(({ person, sectionId }) => person.id === id && sectionId === place.id)
        ? [place.name]
        : [],
    );
  const found = whoIsNamed(facts, people, sectionsOf);
  if (found.ok || found.error.kind !== 'ambiguous-name') return found;
  const { sections } = found.error;
  return refuse({
    ...found.error,
    sections: places.flatMap(({ name }) => (sections.includes(name) ? [name] : [])),
  });
};

/**
 * The form still names the person whom it was opened with: a name alone could mean two, and an account may be closed. An
 * e-mail that nobody has yet is learned.
 */
const stillNamed = (
  { user, name, email }: AppointmentDraft,
  { person }: Appointment,
  people: PeopleIndex,
): Named | undefined => {
  const known = (learned: Partial<PersonFacts>): Named => ({ kind: 'known', person, learned });
  if (user !== undefined)
    return user === person.slackId && name === undefined && email === undefined ? known({}) : undefined;
  if (person.slackId !== null || name === undefined || nameKey(name) !== nameKey(person.name))
    return undefined;
  if (email === undefined || email === person.email) return known({});
  return person.email === null && people.byEmail(email) === undefined ? known({ email }) : undefined;
};

const personOf = (
  draft: AppointmentDraft,
  slack: SlackFacts | undefined,
  record: RosterRecord,
  own: Appointment | undefined,
): Result<Named, AppointmentProblem> => {
  const people = indexPeople(record.people);
  const same = own && stillNamed(draft, own, people);
  if (same !== undefined) return succeed(same);
  const facts = factsOfDraft(draft, slack && { ...slack, slackId: slack.id });
  return facts.ok ? lookUp(facts.value, people, record) : facts;
};

/**
 * Reads who is appointed where and for which term; refused where they hold that section already. `slack` is what Slack says
 * of 職員; `own` is the appointment that the form is to change.
 */
export const appointingFrom = (
  draft: AppointmentDraft,
  slack: SlackFacts | undefined,
  record: RosterRecord,
  own?: Appointment,
): Result<Appointing, AppointmentProblem> => {
  const named = personOf(draft, slack, record, own);
  if (!named.ok) return named;
  const term = termFrom(draft.startsOn, draft.endsOn);
  if (!term.ok) return term;
  const place = findPlace(record.departments, draft, term.value.endsOn);
  if (!place.ok) return place;
  const person = named.value.kind === 'known' ? named.value.person : undefined;
  const { section } = place.value;
  const holdsIt = record.appointments.some(
    (other) =>
      other.id !== own?.id &&
      other.person.id === person?.id &&
      'id' in section &&
      other.sectionId === section.id &&
      overlap(other, term.value),
  );
  if (person !== undefined && holdsIt)
    return refuse({
      field: 'startsOn',
      kind: 'already-appointed',
      name: person.name,
      section: section.name,
    });
  return succeed({ named: named.value, place: place.value, term: term.value });
};

/** A 前任 whose term ends for a successor; `endsOn` null when it would not have begun by then, and is cancelled. */
export type Succeeded = { readonly appointment: Appointment; readonly endsOn: LocalDate | null };

/** Who of the same section and role has to make room for one whose term is `term`: their last day is the day before. */
export const succeededBy = (
  appointments: readonly Appointment[],
  { sectionId, role }: { readonly sectionId: string; readonly role: PromoterRole },
  term: Term,
): readonly Succeeded[] => {
  const dayBefore = addDays(term.startsOn, -1);
  return appointments
    .filter((one) => one.sectionId === sectionId && one.role === role && overlap(one, term))
    .map((appointment) => ({
      appointment,
      endsOn: appointment.startsOn <= dayBefore ? dayBefore : null,
    }));
};

/** An appointment as audit lines keep it: with the names that it had then. */
export type KeptAppointment = {
  readonly personId: string;
  readonly sectionId: string;
  readonly name: string;
  readonly role: PromoterRole;
  readonly department: string;
  readonly section: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
};

/** What an audit line keeps of an appointment; of a section that is not among `departments`, no names. */
export const keptAppointment = (
  {
    person,
    sectionId,
    role,
    startsOn,
    endsOn,
  }: Pick<Appointment, 'sectionId' | 'role' | 'startsOn' | 'endsOn'> & {
    readonly person: Pick<Person, 'id' | 'name'>;
  },
  departments: readonly DepartmentWithSections[],
): KeptAppointment => {
  const place = placeOf(departments, sectionId);
  return {
    personId: person.id,
    sectionId,
    name: person.name,
    role,
    department: place?.department.name ?? '',
    section: place?.section.name ?? '',
    startsOn,
    endsOn,
  };
};
