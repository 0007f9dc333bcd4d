import { indexPeople } from '../person/match.ts';
import type { Person } from '../person/person.ts';
import { type Result, refuse, succeed } from '../result.ts';
import type { Absence } from './absence.ts';

/** Names of 欠席・代理出席 that are no member's, but nearly one's. */
export type AbsenceProblem = {
  readonly field: 'absences';
  readonly kind: 'nearly-member';
  readonly names: readonly { readonly typed: string; readonly members: readonly string[] }[];
};

/**
 * The absences, unless one names a member of the body nearly but not as the record does. What stands already is not asked
 * about; names that are near nobody, and who came instead, are words.
 */
export const absencesOf = (
  absences: readonly Absence[],
  standing: readonly Absence[],
  members: readonly Person[],
): Result<readonly Absence[], AbsenceProblem> => {
  const index = indexPeople(members);
  const known = new Set(standing.map(({ member }) => member));
  const names = absences
    .filter(({ member }) => !known.has(member) && index.byName(member).length === 0)
    .map(({ member }) => ({
      typed: member,
      members: [...new Set(index.nearName(member).map(({ name }) => name))],
    }))
    .filter(({ members: near }) => near.length > 0);
  return names.length === 0 ? succeed(absences) : refuse({ field: 'absences', kind: 'nearly-member', names });
};
