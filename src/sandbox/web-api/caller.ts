import type { Installation, Installations } from '../oauth/installations.ts';
import type { FileStore } from '../workspace/file-store.ts';
import type { JsonObject } from '../workspace/shapes.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Who makes a call, by its token. */
export type Caller =
  | { readonly kind: 'nobody' | 'app' }
  | { readonly kind: 'bot'; readonly installation: Installation }
  /** Slack's word for why the token is no good, and whose it was. */
  | { readonly kind: 'refused'; readonly error: string; readonly installation?: Installation };

/** Who brings `token`, which is empty where there is none. */
export const callerOf = (token: string, appToken: string, installations: Installations): Caller => {
  if (token === '') return { kind: 'nobody' };
  if (token === appToken) return { kind: 'app' };
  const owner = installations.owner(token);
  if (owner === undefined) return { kind: 'refused', error: 'invalid_auth' };
  const { installation, error } = owner;
  return error === undefined ? { kind: 'bot', installation } : { kind: 'refused', error, installation };
};

/** The parts of a workspace in which a call's arguments are looked for. */
type Searched = { readonly workspace: Workspace; readonly files: FileStore };

/** Slack wants these told which workspace they are about when the token is an organisation's. */
const NEEDS_TEAM = ['users.list', 'conversations.list'];

const PLACES = ['channel', 'channel_id'];
const PEOPLE = ['user', 'user_id', 'users', 'channel'];

/** Whether this workspace has what a call is about: a place, a view, a trigger or a file. These are of one workspace alone. */
const has = ({ workspace, files }: Searched, args: JsonObject): boolean => {
  const { trigger_id: trigger, view_id: view, external_id: external, file } = args;
  if (typeof trigger === 'string') {
    const found = workspace.triggers.look(trigger);
    return found.ok || found.error !== 'invalid_trigger_id';
  }
  if (typeof view === 'string') return workspace.views.find(view) !== undefined;
  if (typeof external === 'string') return workspace.views.findExternal(external) !== undefined;
  if (typeof file === 'string') return files.find(file) !== undefined;
  const places = PLACES.map((name) => args[name]).filter((place) => typeof place === 'string');
  return places.some((id) => workspace.channel(id) !== undefined || workspace.dmPartner(id) !== undefined);
};

/** Whether the call names somebody who is in this workspace; their own counts before others. */
const knows = ({ workspace }: Searched, args: JsonObject, isOwn: boolean): boolean => {
  const { email } = args;
  return (
    PEOPLE.some((name) => {
      const person = workspace.person(String(args[name]));
      return person !== undefined && (!isOwn || person.team_id === workspace.team.id);
    }) || workspace.people().some((person) => email !== undefined && person.email === email)
  );
};

/**
 * Which of an organisation's workspaces a call with its token is about: the one that has the place, the view or the file named;
 * else the one that `team_id` names; else the first that the person named is in, their own before others. Slack's word where it can't be told.
 */
export const addressed = <W extends Searched>(
  method: string,
  args: JsonObject,
  [first, ...others]: readonly [W, ...W[]],
): W | string => {
  const all = [first, ...others];
  const { team_id: team } = args;
  const named = team === undefined ? undefined : all.find(({ workspace }) => workspace.team.id === team);
  if (team !== undefined && named === undefined) return 'team_access_not_granted';
  if (NEEDS_TEAM.includes(method)) return named ?? 'missing_argument';
  return (
    all.find((each) => has(each, args)) ??
    named ??
    all.find((each) => knows(each, args, true)) ??
    all.find((each) => knows(each, args, false)) ??
    first
  );
};
