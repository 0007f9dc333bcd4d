import { groupBy } from '../group-by.ts';
import { indexPeople, type Named, type PeopleIndex, whoIsMeant } from './match.ts';
import type { NearlyKnown, Person, PersonFacts } from './person.ts';
import { nameKey } from './written-name.ts';

/** Somebody as a row of a file names them, and where: for the question which of two people of one name is meant. */
export type NamedRow = PersonFacts & {
  readonly line: number;
  readonly where: { readonly key: string; readonly words: string };
};

/** Why a row names nobody. */
export type NamedRowProblem =
  | { readonly field: 'name'; readonly kind: 'ambiguous-name'; readonly sections: readonly string[] }
  | { readonly field: 'email'; readonly kind: 'email-of-another'; readonly otherLine: number };

export type NamedLineProblem = { readonly line: number; readonly problem: NamedRowProblem };

/** Where people of the record are: by key as rows have it, and in words. */
export type Whereabouts = (person: Person) => readonly NamedRow['where'][];

/** What taking the people of a file into the record does. */
export type PeoplePlan = {
  readonly newPeople: readonly { readonly key: string; readonly facts: PersonFacts }[];
  /** Everybody of the file, each once: the id of who is in the record, the key of who is new. */
  readonly personKeys: readonly string[];
  /** Who of the new people is written nearly as somebody of the record, and may be the same. */
  readonly nearly: readonly NearlyKnown[];
  /** What the file says of people of the record that was not known, or known otherwise. */
  readonly learned: readonly { readonly person: Person; readonly facts: Partial<PersonFacts> }[];
};

export type NamedPeople<Row> = PeoplePlan & {
  /** By row: the id of the person, or their key while they are new, and their name as the record will have it. */
  readonly personOf: ReadonlyMap<Row, { readonly key: string; readonly name: string }>;
  readonly problems: readonly NamedLineProblem[];
};

/** One person of the file with all their rows. */
type Someone<Row> = { readonly facts: PersonFacts; readonly rows: Row[] };

/** One sentence names at most this many places. */
const MOST_NAMED = 5;

const wordsOf = (places: readonly NamedRow['where'][]): readonly string[] =>
  [...new Set(places.map(({ words }) => words))].slice(0, MOST_NAMED);

const identityOf = ({ email, slackId }: PersonFacts): string | null => email ?? slackId;

/** The only one of them; undefined of none and of several. */
const onlyOf = <T>(values: ReadonlySet<T>): T | undefined => (values.size === 1 ? [...values][0] : undefined);

/**
 * Which rows are one person, by key. Rows of one name without an address are one person in one place; in several places
 * they may be two, and nobody guesses which.
 */
const keysOf = <Row extends NamedRow>(rows: readonly Row[]) => {
  const problems: NamedLineProblem[] = [];
  const keys = new Map<Row, string>();
  for (const [name, same] of groupBy(rows, (row) => nameKey(row.name))) {
    const identities = new Set(same.map(identityOf).filter((identity) => identity !== null));
    const places = same.map(({ where }) => where);
    const isOne = new Set(places.map(({ key }) => key)).size === 1 && identities.size <= 1;
    const sections = wordsOf(places);
    for (const row of same) {
      const key = identityOf(row) ?? (isOne ? (onlyOf(identities) ?? `name ${name}`) : undefined);
      if (key !== undefined) keys.set(row, key);
      else problems.push({ line: row.line, problem: { field: 'name', kind: 'ambiguous-name', sections } });
    }
  }
  return { keys, problems };
};

/** The people of the file, in its order. One address beside two names is nobody's. */
const gather = <Row extends NamedRow>(rows: readonly Row[]) => {
  const { keys, problems } = keysOf(rows);
  const people = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keys.get(row);
    if (key === undefined) continue;
    const own = people.get(key);
    const [first] = own ?? [];
    if (own === undefined || first === undefined) people.set(key, [row]);
    else if (nameKey(first.name) === nameKey(row.name)) own.push(row);
    else
      problems.push({
        line: row.line,
        problem: { field: 'email', kind: 'email-of-another', otherLine: first.line },
      });
  }
  const someones = [...people.values()].map((own): Someone<Row> => {
    const [name = ''] = own.map((row) => row.name);
    // The first row of one person may be the one without the address.
    const email = own.find((row) => row.email !== null)?.email ?? null;
    const slackId = own.find((row) => row.slackId !== null)?.slackId ?? null;
    return { facts: { name, email, slackId }, rows: own };
  });
  return { someones, problems };
};

const isAt = <Row extends NamedRow>({ rows }: Someone<Row>, places: readonly NamedRow['where'][]): boolean =>
  places.some(({ key }) => rows.some(({ where }) => where.key === key));

/** Of several people of that name without an address, the one who is at the place of the row. */
const nearest = <Row extends NamedRow>(
  someone: Someone<Row>,
  people: PeopleIndex,
  whereabouts: Whereabouts,
): PeopleIndex => {
  if (someone.facts.email === null) return people;
  const near = people
    .byName(someone.facts.name)
    .filter((person) => identityOf(person) === null && isAt(someone, whereabouts(person)));
  return near.length === 1 ? indexPeople(near) : people;
};

type Claim<Row> = { readonly someone: Someone<Row>; readonly who: Named };

/** Several may each be, by name, the one who has no address: it is who is at their place, or none of them. */
const settled = <Row extends NamedRow>(
  claims: readonly Claim<Row>[],
  whereabouts: Whereabouts,
): readonly Claim<Row>[] => {
  const known = claims.filter(({ who }) => who.kind === 'known');
  const rivals = groupBy(known, ({ who }) => (who.kind === 'known' ? who.person.id : ''));
  return claims.map((claim) => {
    const { someone, who } = claim;
    if (who.kind === 'new' || identityOf(who.person) !== null) return claim;
    const others = rivals.get(who.person.id) ?? [];
    const near = others.filter((rival) => isAt(rival.someone, whereabouts(who.person)));
    const isTheirs = others.length === 1 || (near.length === 1 && near[0] === claim);
    return isTheirs ? claim : { someone, who: { kind: 'new', facts: someone.facts, near: [] } };
  });
};

/** What is learned of somebody; another spelling of the same name is no news. */
const newsOf = ({ person, learned }: Extract<Named, { readonly kind: 'known' }>): Partial<PersonFacts> => {
  const { name, ...rest } = learned;
  if (name === undefined || person.nameFromSlack) return learned;
  return nameKey(name) === nameKey(person.name) ? rest : learned;
};

/** Finds or makes the person of every row: by address first, and nobody is taken by name whose address is in the file. */
export const peopleOfRows = <Row extends NamedRow>(
  people: readonly Person[],
  rows: readonly Row[],
  whereabouts: Whereabouts,
): NamedPeople<Row> => {
  const { someones, problems } = gather(rows);
  const all = indexPeople(people);
  const idOf = ({ email, slackId }: PersonFacts): string | undefined =>
    (
      (email === null ? undefined : all.byEmail(email)) ??
      (slackId === null ? undefined : all.bySlackId(slackId))
    )?.id;
  const identified = new Set(someones.map(({ facts }) => idOf(facts)));
  const rest = indexPeople(people.filter(({ id }) => !identified.has(id)));
  const claims = someones.flatMap((someone): readonly Claim<Row>[] => {
    const candidates = idOf(someone.facts) === undefined ? nearest(someone, rest, whereabouts) : all;
    const who = whoIsMeant(someone.facts, candidates, (person) => wordsOf(whereabouts(person)));
    if (who.ok) return [{ someone, who: who.value }];
    const sections = 'sections' in who.error ? who.error.sections : [];
    for (const { line } of someone.rows)
      problems.push({ line, problem: { field: 'name', kind: 'ambiguous-name', sections } });
    return [];
  });
  const newPeople: NamedPeople<Row>['newPeople'][number][] = [];
  const nearly: NamedPeople<Row>['nearly'][number][] = [];
  const learned: NamedPeople<Row>['learned'][number][] = [];
  const personOf = new Map<Row, { readonly key: string; readonly name: string }>();
  for (const { someone, who } of settled(claims, whereabouts)) {
    const key = who.kind === 'known' ? who.person.id : `new-person:${newPeople.length}`;
    const facts = who.kind === 'known' ? newsOf(who) : {};
    if (who.kind === 'new') {
      newPeople.push({ key, facts: who.facts });
      const [row] = someone.rows;
      if (row !== undefined && who.near.length > 0)
        nearly.push({
          line: row.line,
          name: who.facts.name,
          near: who.near.slice(0, MOST_NAMED).map((person) => ({
            name: person.name,
            places: wordsOf(whereabouts(person)),
          })),
        });
    } else if (Object.keys(facts).length > 0) learned.push({ person: who.person, facts });
    const name = who.kind === 'new' ? who.facts.name : (facts.name ?? who.person.name);
    for (const row of someone.rows) personOf.set(row, { key, name });
  }
  const personKeys = [...new Set([...personOf.values()].map(({ key }) => key))];
  return { newPeople, nearly, learned, personKeys, personOf, problems };
};
