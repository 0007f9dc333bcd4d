import type { Actor } from '../domain/actor.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import type { People, SlackPerson } from '../slack/people.ts';
import type { ServiceDeps } from './service-deps.ts';

/** Where a request says it comes from. */
export type Caller = { readonly teamId: string; readonly userId: string };

/** The workspace served, and what its operator has set until 設定 says otherwise. */
export type Household = {
  readonly workspaceId: string;
  /** Who the first secretariat is: e-mail addresses and user ids, in lower case. */
  readonly secretariat: readonly string[];
  /** 運用ログ until 設定 was saved. */
  readonly logChannel?: string | undefined;
};

type IdentifyDeps = ServiceDeps & { readonly people: People; readonly household: Household };

/** Whether anybody whom 設定 names is still a member of the workspace. */
const isAnyLiving = async (people: People, ids: readonly string[]): Promise<boolean> => {
  for (const id of ids) if ((await people.find(id))?.isMember === true) return true;
  return false;
};

const isNamed = ({ secretariat }: Household, { id, email }: Pick<SlackPerson, 'id' | 'email'>): boolean =>
  [id.toLowerCase(), email?.toLowerCase()].some((name) => name !== undefined && secretariat.includes(name));

/**
 * Whether a member of the workspace is of the secretariat: whom 設定 names; and whom the environment names, while nobody of
 * the former is left, so that a workspace whose whole secretariat has gone can be opened again by its operator.
 */
const isOfSecretariat = async (
  { db, people, household }: IdentifyDeps,
  person: SlackPerson,
): Promise<boolean> => {
  const secretariat = await db.record(household.workspaceId).settings.secretariat();
  if (secretariat.includes(person.id)) return true;
  return isNamed(household, person) && !(await isAnyLiving(people, secretariat));
};

/** Whether anybody at all is of the secretariat, by 設定 or by the environment. */
export const hasSecretariat = async ({ db, people, household }: IdentifyDeps): Promise<boolean> => {
  if (household.secretariat.length > 0) return true;
  const secretariat = await db.record(household.workspaceId).settings.secretariat();
  return isAnyLiving(people, secretariat);
};

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
  const person = await people.acting(userId);
  if (person === undefined || !person.isMember || !person.teams.includes(workspaceId)) return undefined;
  const [standing, isSecretariat] = await Promise.all([
    db.record(workspaceId).people.standingOf(person, todayInTokyo(clock.now())),
    isOfSecretariat(deps, person),
  ]);
  return { workspaceId, id: person.id, via: 'slack', isSecretariat, ...standing };
};
