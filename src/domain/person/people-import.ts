import { type Result, refuse, succeed } from '../result.ts';
import { indexPeople } from './match.ts';
import { type NamedRowProblem, type PeoplePlan, peopleOfRows } from './people-of-rows.ts';
import type { Person, PersonFacts } from './person.ts';

/** 職員 as a file has them, by the line. */
export type PersonRow = PersonFacts & { readonly line: number };

/** Why a row can't be taken; `field` is the column. */
export type PersonRowProblem =
  | NamedRowProblem
  /** The same person is on an earlier line. */
  | { readonly field: 'name'; readonly kind: 'person-twice'; readonly otherLine: number }
  /** The account is another's, or the person has another one. */
  | { readonly field: 'slackId'; readonly kind: 'slack-differs' };
export type PersonLineProblem = { readonly line: number; readonly problem: PersonRowProblem };

/** Whether both are known and are not the same. */
const differs = (one: string | null | undefined, other: string | null): boolean =>
  one != null && other !== null && one !== other;

/** Who is new and what is learned of whom, or every line that can't be taken. */
export const planPeople = (
  people: readonly Person[],
  rows: readonly PersonRow[],
): Result<PeoplePlan, readonly PersonLineProblem[]> => {
  const everywhere = { key: '', words: '' };
  const placed = rows.map((row) => ({ ...row, where: everywhere }));
  const { newPeople, nearly, learned, personKeys, personOf, problems } = peopleOfRows(
    people,
    placed,
    () => [],
  );
  const known = indexPeople(people);
  const byId = new Map(people.map((person) => [person.id, person]));
  const lines = new Map<string, number>();
  const accounts = new Map<string, string>();
  const found = placed.flatMap((row): readonly PersonLineProblem[] => {
    const { line, slackId } = row;
    const key = personOf.get(row)?.key;
    if (key === undefined) return [];
    const person = byId.get(key);
    const owner = slackId === null ? key : (known.bySlackId(slackId)?.id ?? accounts.get(slackId) ?? key);
    if (slackId !== null) accounts.set(slackId, owner);
    if (owner !== key || differs(person?.slackId, slackId) || differs(person?.email, row.email))
      return [{ line, problem: { field: 'slackId', kind: 'slack-differs' } }];
    const otherLine = lines.get(key);
    lines.set(key, otherLine ?? line);
    return otherLine === undefined
      ? []
      : [{ line, problem: { field: 'name', kind: 'person-twice', otherLine } }];
  });
  const all = [...problems, ...found];
  return all.length > 0
    ? refuse(all.toSorted((one, other) => one.line - other.line))
    : succeed({ newPeople, nearly, learned, personKeys });
};
