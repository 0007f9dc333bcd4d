import type { Actor } from '../domain/actor.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import type { People } from '../slack/people.ts';
import type { ServiceDeps } from './service-deps.ts';

/** Where a request says it comes from. */
export type Caller = { readonly teamId: string; readonly userId: string };

/** The workspace served, and who its first secretariat is: e-mail addresses and user ids, in lower case. */
export type Household = { readonly workspaceId: string; readonly secretariat: readonly string[] };

type IdentifyDeps = ServiceDeps & { readonly people: People; readonly household: Household };

/**
 * The secretariat of the moment: those named in 設定 whose accounts live; while there are none, those of the environment,
 * so that a workspace whose whole secretariat has left can be opened again by its operator.
 */
const isOfSecretariat = (
  { secretariat }: Household,
  set: readonly string[],
  person: { readonly id: string; readonly email: string | null },
): boolean => {
  if (set.length > 0) return set.includes(person.id);
  return [person.id.toLowerCase(), person.email?.toLowerCase()].some(
    (name) => name !== undefined && secretariat.includes(name),
  );
};

/** Those of 設定 who are still members of the workspace. */
const livingSecretariat = async ({ db, people, household }: IdentifyDeps): Promise<readonly string[]> => {
  const { secretariat } = await db.record(household.workspaceId).settings.read();
  const known = await Promise.all(secretariat.map((id) => people.find(id)));
  return secretariat.filter((_, index) => known[index]?.isMember === true);
};

/** Whether anybody at all is of the secretariat, by 設定 or by the environment. */
export const hasSecretariat = async (deps: IdentifyDeps): Promise<boolean> =>
  deps.household.secretariat.length > 0 || (await livingSecretariat(deps)).length > 0;

/**
 * Who is asking, with all they are today. Undefined for guests, people of other organisations, bots, deactivated accounts
 * and other workspaces: they get nothing and change nothing.
 */
export const identify = async (
  deps: IdentifyDeps,
  { teamId, userId }: Caller,
): Promise<Actor | undefined> => {
  const { clock, db, people, household } = deps;
  const { workspaceId } = household;
  if (teamId !== workspaceId) return undefined;
  const person = await people.find(userId);
  if (person === undefined || !person.isMember || person.teamId !== workspaceId) return undefined;
  const [standing, secretariat] = await Promise.all([
    db.record(workspaceId).standingOf(person, todayInTokyo(clock.now())),
    livingSecretariat(deps),
  ]);
  const isSecretariat = isOfSecretariat(household, secretariat, person);
  return { workspaceId, id: person.id, via: 'slack', isSecretariat, ...standing };
};
