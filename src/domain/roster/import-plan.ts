import { daysBetween, overlap } from '../calendar/local-date.ts';
import { type NamedRow, peopleOfRows, type Whereabouts } from '../person/people-of-rows.ts';
import { type Term, termFrom } from '../promoter/appointment.ts';
import { type Result, refuse, succeed } from '../result.ts';
import {
  isYearOffered,
  type KnownRoster,
  type RosterLineProblem,
  type RosterPlan,
  type RosterProblem,
  type RosterRow,
} from './import.ts';
import { changesOf, ownPostOf, type RosterEntry } from './import-changes.ts';
import { type KeyedPlace, placesOf } from './import-places.ts';

const whereOf = ({ sectionKey, department, section }: KeyedPlace): NamedRow['where'] => ({
  key: sectionKey,
  words: `${department} ${section}`,
});

/** Where the people of the record are appointed. */
const whereaboutsOf = (
  { appointments }: KnownRoster,
  placeOf: (sectionId: string) => KeyedPlace | undefined,
): Whereabouts => {
  const places = new Map<string, NamedRow['where'][]>();
  for (const { person, sectionId } of appointments) {
    const place = placeOf(sectionId);
    if (place !== undefined) places.set(person.id, [...(places.get(person.id) ?? []), whereOf(place)]);
  }
  return (person) => places.get(person.id) ?? [];
};

/** The term of a row, if it is one. */
const termOf = (
  { startsOn, endsOn }: RosterRow,
  { endedOn }: KeyedPlace,
  { today }: KnownRoster,
): Result<Term, RosterProblem> => {
  if (!isYearOffered(startsOn, today)) return refuse({ field: 'startsOn', kind: 'year-not-offered' });
  const term = termFrom(startsOn, endsOn ?? undefined);
  return term.ok && endedOn !== null && endedOn < term.value.endsOn
    ? refuse({ field: 'section', kind: 'section-ended', lastDay: endedOn })
    : term;
};

/** Rows of one person, section and role that have a day in common: the later line is the problem. */
const overlapsIn = (entries: readonly RosterEntry[]): readonly RosterLineProblem[] => {
  const latest = new Map<string, RosterEntry>();
  return entries
    .toSorted((one, other) => daysBetween(other.term.startsOn, one.term.startsOn) || one.line - other.line)
    .flatMap((entry): readonly RosterLineProblem[] => {
      const key = ownPostOf(entry);
      const before = latest.get(key);
      if (before === undefined || before.term.endsOn < entry.term.endsOn) latest.set(key, entry);
      if (before === undefined || !overlap(before.term, entry.term)) return [];
      const [otherLine = 0, line = 0] = [before.line, entry.line].toSorted((one, other) => one - other);
      return [{ line, problem: { field: 'startsOn', kind: 'rows-overlap', otherLine } }];
    });
};

/**
 * What importing these rows would do to the record, or every line that can't be taken. Importing the same rows again after
 * that does nothing.
 */
export const planRoster = (
  record: KnownRoster,
  rows: readonly RosterRow[],
): Result<RosterPlan, readonly RosterLineProblem[]> => {
  const { newDepartments, newSections, placeOf, placeOfSection } = placesOf(record.departments, rows);
  const placed = rows.map((row) => {
    const place = placeOf(row);
    return { ...row, place, where: whereOf(place), slackId: null, term: termOf(row, place, record) };
  });
  const people = peopleOfRows(record.people, placed, whereaboutsOf(record, placeOfSection));
  const entries = placed.flatMap((row): readonly RosterEntry[] => {
    const { line, place, role, term, state } = row;
    const person = people.personOf.get(row);
    return term.ok && person !== undefined
      ? [{ line, personKey: person.key, name: person.name, place, role, term: term.value, state }]
      : [];
  });
  const problems = [
    ...placed.flatMap(({ line, term }) => (term.ok ? [] : [{ line, problem: term.error }])),
    ...people.problems,
    ...overlapsIn(entries),
  ];
  if (problems.length > 0) return refuse(problems.toSorted((one, other) => one.line - other.line));
  const changes = changesOf(entries, record.appointments, placeOfSection, record.today);
  const { newPeople, nearly, learned, personKeys } = people;
  const withoutLastDay = rows.filter(({ endsOn }) => endsOn === null).length;
  return succeed({
    newPeople,
    nearly,
    learned,
    personKeys,
    newDepartments,
    newSections,
    ...changes,
    withoutLastDay,
  });
};
