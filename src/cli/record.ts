import { WebClient } from '@slack/web-api';
import type { Config, SlackConfig } from '../config.ts';
import type { Database } from '../db/database.ts';
import { ownName } from '../db/embedded/user.ts';
import { createLog, openRecord, systemClock } from '../deps.ts';
import { type Actor, trusted } from '../domain/actor.ts';
import type { Clock } from '../domain/clock.ts';
import type { ServiceDeps } from '../services/service-deps.ts';
import { prepareWorkspace } from '../services/settings/prepare-workspace.ts';
import { cliText } from '../texts/cli.ts';
import { CommandEnd, EXIT } from './output.ts';
import { PRACTICE_TEAM } from './practice-people.ts';
import { slackOptions } from './slack-options.ts';

/** The record as a command works on it: its workspace, the time its bot has, and the person at the keyboard as the one who acts. */
export type OpenedRecord = ServiceDeps & { readonly workspaceId: string; readonly actor: Actor };

/** Who is at the keyboard, as the record names them. */
export const operator = (): string => `cli:${ownName() ?? process.getuid?.()}`;

const askTeam = ({ botToken }: SlackConfig, config: Config) =>
  new WebClient(botToken, {
    ...slackOptions(config),
    retryConfig: { retries: 0 },
    timeout: 5000,
  }).auth.test();

const teamOf = async (slack: SlackConfig, config: Config): Promise<string> =>
  (await askTeam(slack, config)).team_id ?? '';

/** The workspace of the environment's token and its name; undefined without one, and where Slack doesn't say. */
export const servedTeam = async (
  config: Config,
): Promise<{ readonly id: string; readonly name: string } | undefined> => {
  const { slack } = config;
  const asked =
    slack === undefined || slack.mode === 'oauth'
      ? undefined
      : await askTeam(slack, config).catch(() => undefined);
  return asked?.team_id === undefined ? undefined : { id: asked.team_id, name: asked.team ?? '' };
};

/** The workspace asked for, that of the environment's token, or without one the only one there is. */
export const chooseWorkspace = async (
  db: Database,
  config: Config,
  asked: string | undefined,
): Promise<string> => {
  const ids = await db.workspaces.ids();
  if (asked !== undefined) {
    if (!ids.includes(asked)) throw new CommandEnd(EXIT.refused, cliText.unknownWorkspace(asked));
    return asked;
  }
  const { slack } = config;
  if (slack !== undefined && slack.mode !== 'oauth') return teamOf(slack, config);
  const [only, ...others] = ids;
  if (others.length > 0) throw new CommandEnd(EXIT.refused, cliText.whichWorkspace(ids));
  if (only !== undefined) return only;
  if (slack !== undefined) throw new CommandEnd(EXIT.refused, cliText.installedNowhere);
  return PRACTICE_TEAM.id;
};

/** The workspace's clock: the machine's, but in practice ahead of it by as much as it was set forward. */
const clockOf = async (db: Database, workspaceId: string): Promise<Clock> => {
  const ahead = await db.record(workspaceId).clockAhead.read();
  return { now: () => new Date(systemClock.now().getTime() + ahead) };
};

/** Opens the record for one command, beside a running bot if there is one, and closes it afterwards. */
export const withRecord = async (
  config: Config,
  asked: string | undefined,
  work: (record: OpenedRecord) => Promise<void>,
): Promise<void> => {
  const log = createLog('silent');
  const { db, close } = await openRecord(config, log);
  try {
    const workspaceId = await chooseWorkspace(db, config, asked);
    const deps = { clock: await clockOf(db, workspaceId), db };
    await prepareWorkspace(deps, workspaceId);
    const actor = trusted(workspaceId, operator(), 'cli');
    await work({ ...deps, workspaceId, actor });
  } finally {
    await close();
  }
};
