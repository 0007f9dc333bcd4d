import type { Actor } from '../domain/actor.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { servingDay } from '../domain/promoter/serving.ts';
import { DEFAULT_SETTINGS, type Settings } from '../domain/settings.ts';
import type { People } from '../slack/people.ts';
import { isOfSecretariat, type SecretariatDeps, secretariatOf } from './secretariat.ts';
import type { ServiceDeps } from './service-deps.ts';

/** Where a request says it comes from. */
export type Caller = { readonly teamId: string; readonly userId: string };

/** The workspace served, and what its operator has set until 設定 says otherwise. */
export type Workspace = SecretariatDeps['workspace'] & {
  readonly id: string;
  /** 運用ログ until 設定 was saved. */
  readonly logChannel?: string | undefined;
};

type IdentifyDeps = ServiceDeps & { readonly people: People; readonly workspace: Workspace };

const readSettings = ({ db, workspace }: IdentifyDeps): Promise<Settings> =>
  db.record(workspace.id).settings.read();

/** Whether anybody at all is of the secretariat, or is to be by the environment. */
export const hasSecretariat = async (deps: IdentifyDeps): Promise<boolean> =>
  deps.workspace.secretariat.length > 0 || (await secretariatOf(deps, await readSettings(deps))).length > 0;

/**
 * Who is asking, with all they are today. Undefined for guests, people of other organisations, bots, deactivated accounts
 * and other workspaces: they get nothing and change nothing.
 */
export const identify = async (
  deps: IdentifyDeps,
  { teamId, userId }: Caller,
): Promise<Actor | undefined> => {
  const { clock, db, people, workspace } = deps;
  const { id: workspaceId } = workspace;
  if (teamId !== workspaceId) return undefined;
  const record = db.record(workspaceId);
  const today = todayInTokyo(clock.now());
  // Who serves hangs on 選任報告の締切り, and only from April to June: 設定 are asked for in the same question, as if that were as usual.
  const usual = servingDay(today, DEFAULT_SETTINGS);
  // While Slack is asked who they are, the record is asked about who they were when it was last asked.
  const known = people.lastKnown(userId);
  const [person, ofKnown] = await Promise.all([
    people.acting(userId),
    known?.isMember === true ? record.callers.read(known, usual) : undefined,
  ]);
  if (person === undefined || !person.isMember || !person.teams.includes(workspaceId)) return undefined;
  const { settings, standing } =
    ofKnown !== undefined && known?.email === person.email
      ? ofKnown
      : await record.callers.read(person, usual);
  const serving = servingDay(today, settings);
  return {
    workspaceId,
    id: person.id,
    via: 'slack',
    isSecretariat: await isOfSecretariat(deps, settings, person),
    ...(serving.carriedFrom === usual.carriedFrom
      ? standing
      : await record.people.standingOf(person, serving)),
  };
};
