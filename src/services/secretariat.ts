import type { Settings } from '../domain/settings.ts';
import type { People, SlackPerson } from '../slack/people.ts';

/** By what it is known who the secretariat is. */
export type SecretariatDeps = {
  readonly people: Pick<People, 'find' | 'idsOf'>;
  readonly household: {
    /** Whom the environment names: e-mail addresses and user ids, in lower case. */
    readonly secretariat: readonly string[];
  };
};

/** 事務局 of 設定, as they were read; nobody until they were first saved. */
type Listed = Pick<Settings, 'secretariat'>;

/**
 * Whether an account is a full member's. While Slack can't be asked nobody is known to have left: the list of 設定 stays as it
 * is, and the environment does not take its place.
 */
const canStillAct = async ({ people }: SecretariatDeps, id: string): Promise<boolean> => {
  try {
    return (await people.find(id))?.isMember === true;
  } catch {
    return true;
  }
};

const thoseLeft = async (deps: SecretariatDeps, ids: readonly string[]): Promise<readonly string[]> => {
  const answers = await Promise.all(ids.map((id) => canStillAct(deps, id)));
  return ids.filter((_, index) => answers[index]);
};

/**
 * Who the secretariat is, by Slack id, each once: whom 設定 names and who can still act; while nobody of them is left, whom
 * the environment names, so that a workspace whose whole secretariat has gone can be opened again by its operator. The record
 * is not asked, and of Slack it is known what it said in the last five minutes.
 */
export const secretariatOf = async (
  deps: SecretariatDeps,
  { secretariat }: Listed,
): Promise<readonly string[]> => {
  const listed = await thoseLeft(deps, secretariat);
  if (listed.length > 0) return listed;
  return thoseLeft(deps, await deps.people.idsOf(deps.household.secretariat));
};

/** Whether a full member of the workspace is one of them: the same, without asking Slack for the accounts of addresses. */
export const isOfSecretariat = async (
  deps: SecretariatDeps,
  { secretariat }: Listed,
  { id, email }: Pick<SlackPerson, 'id' | 'email'>,
): Promise<boolean> => {
  if (secretariat.includes(id)) return true;
  const isNamed = [id, email].some(
    (name) => name !== null && deps.household.secretariat.includes(name.toLowerCase()),
  );
  return isNamed && (await thoseLeft(deps, secretariat)).length === 0;
};
