import type { Settings } from '../domain/settings.ts';
import type { People, SlackPerson } from '../slack/people.ts';

/** By what it is known who the secretariat is. */
export type SecretariatDeps = {
  readonly people: Pick<People, 'hasLeft' | 'idsOf'>;
  readonly workspace: {
    /** Whom the environment names: e-mail addresses and user ids, in lower case. */
    readonly secretariat: readonly string[];
  };
};

/** 事務局 of 設定, as they were read; nobody until they were first saved. */
type Listed = Pick<Settings, 'secretariat'>;

const whoStay = async ({ people }: SecretariatDeps, ids: readonly string[]): Promise<readonly string[]> => {
  const haveLeft = await Promise.all(ids.map(people.hasLeft));
  return ids.filter((_, index) => haveLeft[index] === false);
};

/**
 * Who the secretariat is, by Slack id, each once: whom 設定 names and who can still act; while nobody of them is left, whom
 * the environment names, so that a workspace whose whole secretariat has gone can be opened again by its operator. The record
 * is not asked; while Slack does not answer, the list of 設定 stays as it is.
 */
export const secretariatOf = async (
  deps: SecretariatDeps,
  { secretariat }: Listed,
): Promise<readonly string[]> => {
  const listed = await whoStay(deps, secretariat);
  if (listed.length > 0) return listed;
  return whoStay(deps, await deps.people.idsOf(deps.workspace.secretariat));
};

/** Whether a full member of the workspace is one of them: the same, without asking Slack for the accounts of addresses. */
export const isOfSecretariat = async (
  deps: SecretariatDeps,
  { secretariat }: Listed,
  { id, email }: Pick<SlackPerson, 'id' | 'email'>,
): Promise<boolean> => {
  if (secretariat.includes(id)) return true;
  const isNamed = [id, email].some(
    (name) => name !== null && deps.workspace.secretariat.includes(name.toLowerCase()),
  );
  return isNamed && (await whoStay(deps, secretariat)).length === 0;
};
