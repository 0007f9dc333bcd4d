import { groupBy } from '../group-by.ts';
import { type Result, refuse, succeed } from '../result.ts';
import { nearKeysOf } from './near-name.ts';
import type { Person, PersonDraft, PersonFacts, PersonProblem } from './person.ts';
import { nameKey } from './written-name.ts';

/**
 * Who is meant: somebody of the record, with what was learned of them now, or somebody who is not in it yet. `near` are people
 * of the record who are written nearly the same and may be meant: whoever adds the new one asks first.
 */
export type Named =
  | { readonly kind: 'known'; readonly person: Person; readonly learned: Partial<PersonFacts> }
  | { readonly kind: 'new'; readonly facts: PersonFacts; readonly near: readonly Person[] };

/** The people of the record, found by what identifies them. */
export type PeopleIndex = {
  readonly byEmail: (email: string) => Person | undefined;
  readonly bySlackId: (slackId: string) => Person | undefined;
  /** Everybody of that name; spaces do not count. */
  readonly byName: (name: string) => readonly Person[];
  /** Everybody whose name is not the same but nearly: other letters (髙 for 高), or 様, a section or brackets beside it. */
  readonly nearName: (name: string) => readonly Person[];
};

/** Finds people by nearly the same name: the whole of one name is in the other. */
const nearNames = (people: readonly Person[]): PeopleIndex['nearName'] => {
  const keyed = people.map((person) => ({ person, ...nearKeysOf(person.name) }));
  const byWhole = groupBy(keyed, ({ whole }) => whole);
  const byPart = groupBy(
    keyed.flatMap(({ person, parts }) => parts.map((part) => ({ person, part }))),
    ({ part }) => part,
  );
  return (name) => {
    const { whole, parts } = nearKeysOf(name);
    const found = [whole, ...parts].flatMap((part) => byWhole.get(part) ?? []);
    const near = [...found, ...(byPart.get(whole) ?? [])].map(({ person }) => person);
    return [...new Set(near)].filter((person) => nameKey(person.name) !== nameKey(name));
  };
};

export const indexPeople = (people: readonly Person[]): PeopleIndex => {
  const emails = new Map(people.map((person) => [person.email, person]));
  const slackIds = new Map(people.map((person) => [person.slackId, person]));
  const names = groupBy(people, ({ name }) => nameKey(name));
  let near: PeopleIndex['nearName'] | undefined;
  return {
    byEmail: (email) => emails.get(email),
    bySlackId: (slackId) => slackIds.get(slackId),
    byName: (name) => names.get(nameKey(name)) ?? [],
    nearName: (name) => {
      // Only few ask for it.
      near ??= nearNames(people);
      return near(name);
    },
  };
};

/** What is known now and was not before. A name that somebody wrote stands, whatever Slack shows; one of Slack's gives way. */
const learnedOf = (person: Person, facts: PersonFacts): Partial<PersonFacts> => {
  const isWritten = facts.nameFromSlack !== true;
  return {
    ...(person.slackId === null && facts.slackId !== null ? { slackId: facts.slackId } : {}),
    ...(person.email === null && facts.email !== null ? { email: facts.email } : {}),
    ...((isWritten || person.nameFromSlack) && facts.name !== person.name ? { name: facts.name } : {}),
    ...(isWritten && person.nameFromSlack ? { nameFromSlack: false } : {}),
  };
};

const known = (person: Person, facts: PersonFacts): Named => ({
  kind: 'known',
  person,
  learned: learnedOf(person, facts),
});

/**
 * Finds who is meant by what was given: by e-mail, then by Slack id, then by name. Of several people of one name nobody is
 * taken: `sectionsOf` names where they are, for the question which of them. One who is given with an e-mail or a Slack
 * id of their own is never taken for another who has those already.
 */
export const whoIsMeant = (
  facts: PersonFacts,
  people: PeopleIndex,
  sectionsOf: (person: Person) => readonly string[],
): Result<Named, PersonProblem> => {
  const identified =
    (facts.email === null ? undefined : people.byEmail(facts.email)) ??
    (facts.slackId === null ? undefined : people.bySlackId(facts.slackId));
  if (identified !== undefined) return succeed(known(identified, facts));
  // A Slack account is not tied to somebody by name alone: it would act for them.
  if (facts.slackId !== null) return succeed({ kind: 'new', facts, near: [] });
  const possible = (found: readonly Person[]): readonly Person[] =>
    facts.email === null ? found : found.filter(({ email, slackId }) => email === null && slackId === null);
  const candidates = possible(people.byName(facts.name));
  const [only, ...others] = candidates;
  if (only === undefined) return succeed({ kind: 'new', facts, near: possible(people.nearName(facts.name)) });
  if (others.length === 0) return succeed(known(only, facts));
  return refuse({
    field: 'name',
    kind: 'ambiguous-name',
    sections: [...new Set(candidates.flatMap(sectionsOf))],
  });
};

/** A field's sentence names at most this many of those who are nearly meant. */
const MOST_NEAR = 3;

/**
 * Who is meant by a form that names one person: as `whoIsMeant`, but a new one whose name is nearly that of somebody of the
 * record is asked about. Spelled as in the record it is them; an address tells that it is another.
 */
export const whoIsNamed = (
  facts: PersonFacts,
  people: PeopleIndex,
  sectionsOf: (person: Person) => readonly string[],
): Result<Named, PersonProblem> => {
  const meant = whoIsMeant(facts, people, sectionsOf);
  if (!meant.ok || meant.value.kind === 'known' || facts.email !== null || meant.value.near.length === 0)
    return meant;
  const near = meant.value.near.slice(0, MOST_NEAR);
  return refuse({
    field: 'name',
    kind: 'nearly-known',
    near: near.map((person) => ({ name: person.name, places: [...new Set(sectionsOf(person))] })),
  });
};

/** What a form says of a person: 職員 as Slack knows them, or 氏名 and メール. */
export const factsOfDraft = (
  draft: PersonDraft,
  slack: (PersonFacts & { readonly isMember: boolean }) | undefined,
): Result<PersonFacts, PersonProblem> => {
  if (draft.user !== undefined) {
    if (draft.name !== undefined || draft.email !== undefined)
      return refuse({ field: 'user', kind: 'two-ways-of-naming' });
    if (slack === undefined || !slack.isMember) return refuse({ field: 'user', kind: 'not-a-member' });
    return succeed({ slackId: slack.slackId, email: slack.email, name: slack.name, nameFromSlack: true });
  }
  if (draft.name === undefined) return refuse({ field: 'user', kind: 'no-person' });
  return succeed({ slackId: null, email: draft.email ?? null, name: draft.name });
};
