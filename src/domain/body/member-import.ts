import { isTooFarAhead } from '../calendar/fiscal-year.ts';
import { LAST_DAY, type LocalDate, overlap } from '../calendar/local-date.ts';
import type { ImportCounts } from '../csv-file.ts';
import { type NamedRowProblem, type PeoplePlan, peopleOfRows } from '../person/people-of-rows.ts';
import type { Person } from '../person/person.ts';
import { lastPosition } from '../position.ts';
import { type Result, refuse, succeed } from '../result.ts';
import { type Body, bodiesCalled } from './body.ts';
import type { BodyMember, MemberOffice } from './member.ts';

/** 委員 as a file has them, by the line; the body by name or 略称. */
export type MemberRow = {
  readonly line: number;
  readonly bodyName: string;
  readonly name: string;
  readonly email: string | null;
  readonly title: string;
  readonly office: MemberOffice;
  readonly position: number | null;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
};

/** Why a row can't be taken; `field` is the column. */
export type MemberRowProblem =
  | NamedRowProblem
  | { readonly field: 'bodyId'; readonly kind: 'unknown-body' | 'ambiguous-body' }
  | { readonly field: 'endsOn'; readonly kind: 'ends-before-start' }
  | { readonly field: 'startsOn' | 'endsOn'; readonly kind: 'too-far-ahead' }
  | { readonly field: 'startsOn'; readonly kind: 'already-member'; readonly name: string }
  /** The same person is a member of the same body on an earlier line. */
  | { readonly field: 'name'; readonly kind: 'person-twice'; readonly otherLine: number };
export type MemberLineProblem = { readonly line: number; readonly problem: MemberRowProblem };

export type NewMember = Omit<MemberRow, 'line' | 'bodyName' | 'name' | 'email'> & {
  readonly bodyId: string;
  readonly personKey: string;
  readonly position: number;
};

export type MemberPlan = PeoplePlan & {
  readonly members: readonly NewMember[];
  /** Rows that stand in the record already. */
  readonly known: number;
};

/** What an import does or did: how many members, who of them the record does not have yet, and who of those it may have. */
export type MembersImported = ImportCounts & Pick<MemberPlan, 'newPeople' | 'nearly'>;

type Spanning = { readonly startsOn: LocalDate; readonly endsOn: LocalDate | null };
const spanOf = ({ startsOn, endsOn }: Spanning) => ({ startsOn, endsOn: endsOn ?? LAST_DAY });

const isSame = (row: MemberRow, { title, office, position, startsOn, endsOn }: BodyMember): boolean =>
  row.title === title &&
  row.office === office &&
  (row.position ?? position) === position &&
  row.startsOn === startsOn &&
  row.endsOn === endsOn;

/** Who becomes a member of what, or every line that can't be taken. One of the same facts in the record stays as it is. */
export const planMembers = (
  record: {
    readonly people: readonly Person[];
    readonly bodies: readonly Body[];
    readonly members: readonly BodyMember[];
    readonly today: LocalDate;
  },
  rows: readonly MemberRow[],
): Result<MemberPlan, readonly MemberLineProblem[]> => {
  const placed = rows.map((row) => {
    const where = { key: row.title, words: `${row.bodyName} ${row.title}` };
    return { ...row, slackId: null, where };
  });
  const { newPeople, nearly, learned, personKeys, personOf, problems } = peopleOfRows(
    record.people,
    placed,
    ({ id }) =>
      record.members
        .filter(({ person }) => person.id === id)
        .map(({ title }) => ({ key: title, words: title })),
  );
  const members: NewMember[] = [];
  let known = 0;
  const read = new Map<string, MemberRow[]>();
  const problemOf = (row: (typeof placed)[number]): MemberRowProblem | undefined => {
    const { title, office, startsOn, endsOn } = row;
    if (isTooFarAhead(startsOn, record.today)) return { field: 'startsOn', kind: 'too-far-ahead' };
    if (endsOn !== null && isTooFarAhead(endsOn, record.today))
      return { field: 'endsOn', kind: 'too-far-ahead' };
    if (spanOf(row).endsOn < startsOn) return { field: 'endsOn', kind: 'ends-before-start' };
    const [body, ...namesakes] = bodiesCalled(record.bodies, row.bodyName);
    if (body === undefined) return { field: 'bodyId', kind: 'unknown-body' };
    if (namesakes.length > 0) return { field: 'bodyId', kind: 'ambiguous-body' };
    const person = personOf.get(row);
    if (person === undefined) return undefined;
    const key = `${body.id} ${person.key}`;
    const before = read.get(key) ?? [];
    read.set(key, [...before, row]);
    const twice = before.find((other) => overlap(spanOf(other), spanOf(row)));
    if (twice !== undefined) return { field: 'name', kind: 'person-twice', otherLine: twice.line };
    const standing = record.members.filter(({ bodyId }) => bodyId === body.id);
    const held = standing.filter(
      (member) => member.person.id === person.key && overlap(spanOf(member), spanOf(row)),
    );
    if (held.some((member) => !isSame(row, member)))
      return { field: 'startsOn', kind: 'already-member', name: person.name };
    known += held.length;
    const others = [...standing, ...members.filter(({ bodyId }) => bodyId === body.id)];
    const position = row.position ?? lastPosition(others);
    const facts = { bodyId: body.id, personKey: person.key, title, office, position, startsOn, endsOn };
    if (held.length === 0) members.push(facts);
    return undefined;
  };
  const found = placed.flatMap((row): readonly MemberLineProblem[] => {
    const problem = problemOf(row);
    return problem === undefined ? [] : [{ line: row.line, problem }];
  });
  const all = [...problems, ...found];
  return all.length > 0
    ? refuse(all.toSorted((one, other) => one.line - other.line))
    : succeed({ newPeople, nearly, learned, personKeys, members, known });
};
