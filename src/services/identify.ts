import type { Actor } from '../domain/actor.ts';
import type { People } from '../slack/people.ts';

/** Where a request says it comes from. */
export type Caller = { readonly teamId: string; readonly userId: string };

/** The workspace served, and who its first secretariat is: e-mail addresses and user ids, in lower case. */
export type Household = { readonly workspaceId: string; readonly secretariat: readonly string[] };

/**
 * Who is asking. Undefined for guests, people of other organisations, bots, deactivated accounts and other workspaces:
 * they get nothing and change nothing.
 */
export const identify = async (
  { people, household }: { readonly people: People; readonly household: Household },
  { teamId, userId }: Caller,
): Promise<Actor | undefined> => {
  if (teamId !== household.workspaceId) return undefined;
  const person = await people.find(userId);
  if (person === undefined || !person.isMember || person.teamId !== household.workspaceId) return undefined;
  const names = [person.id.toLowerCase(), person.email?.toLowerCase()];
  const role = names.some((name) => name !== undefined && household.secretariat.includes(name))
    ? 'secretariat'
    : 'staff';
  return { workspaceId: household.workspaceId, id: person.id, role, via: 'slack' };
};
