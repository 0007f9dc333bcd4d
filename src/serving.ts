import type { RequestListener } from 'node:http';
import { WebClient } from '@slack/web-api';
import type { Config, OauthConfig, SlackConfig } from './config.ts';
import { type Connection, servingConnection } from './db/client.ts';
import { installedWorkspaces } from './installed-workspaces.ts';
import { createInstallations } from './oauth/installations.ts';
import { noteFailure } from './services/delivery/note-failure.ts';
import { prepareWorkspace } from './services/settings/prepare-workspace.ts';
import { bulkOptions } from './slack/clients.ts';
import { waitForSlack } from './slack/start.ts';
import { hostOf } from './slack/trouble.ts';
import { troubleText } from './texts/slack-trouble.ts';
import { createWorkspaceDeps, type ProcessParts } from './workspace-deps.ts';
import { oneWorkspace, type Workspaces } from './workspaces.ts';

/** How the workspaces of a process are served. */
export type Serving = {
  readonly workspaces: Workspaces;
  /** What answers GET of a path of the bot's own; undefined for most. */
  readonly page: (path: string) => RequestListener | undefined;
  /** Asks Slack whether it is there for us. */
  readonly ask: () => Promise<unknown>;
  /** Whether the record answers, and has what is served. */
  readonly hasRecord: () => Promise<boolean>;
  /** A connection, called so that the database knows which workspace of a token a bot is at work for. */
  readonly named: (connection: Connection) => Connection;
  /** Tells of a failure that is nobody's request. */
  readonly note: (failureId: string) => Promise<void>;
};

type Parts = ProcessParts & {
  /** The machine's. */
  readonly machineClock: ProcessParts['clock'];
  /** Ends the waiting for Slack. */
  readonly signal: AbortSignal;
};

const nobodyHears = async (): Promise<void> => undefined;

/** The workspace that the token of the environment belongs to; waits while Slack can't be asked. */
export const serveOne = async (
  { secretariat, logChannel, slackApiUrl }: Config,
  { botToken }: SlackConfig,
  parts: Parts,
): Promise<Serving> => {
  const { clock, db, log, machine, boundaries, signal } = parts;
  const client = new WebClient(botToken, bulkOptions(parts.slack));
  const {
    team_id: id = '',
    bot_id: botId = '',
    user_id: botUserId = '',
  } = await waitForSlack(client, {
    log,
    time: machine,
    signal,
    describe: (trouble) => troubleText(trouble, hostOf(slackApiUrl), 'SLACK_BOT_TOKEN').what,
  });
  const workspace = { id, secretariat, logChannel };
  await prepareWorkspace({ clock, db }, id);
  const deps = createWorkspaceDeps(parts, workspace, { botToken, botId, botUserId, isOfOrganisation: false });
  return {
    workspaces: oneWorkspace(deps, { boundary: boundaries.hearing(nobodyHears), log }),
    page: () => undefined,
    ask: () => client.auth.test(),
    hasRecord: async () => (await db.workspaces.ids()).includes(id),
    named: (connection) => servingConnection(connection, id),
    note: (failureId) => noteFailure({ clock, db, workspace }, { id: failureId, what: 'process' }),
  };
};

/** All workspaces in which the app is installed through OAuth. */
export const serveInstalled = async (secrets: OauthConfig, parts: Parts): Promise<Serving> => {
  const { clock, machineClock, machine, db, log, slack, boundaries } = parts;
  const installations = createInstallations(secrets, {
    clock,
    machineClock,
    db,
    log,
    clientOptions: slack,
    changed: (workspaceIds) => workspaces.forget(workspaceIds),
  });
  await installations.checkKeys();
  const tokenEnded = async (workspaceId: string): Promise<void> => {
    await installations.refused(workspaceId);
  };
  const workspaces = installedWorkspaces({
    clock,
    machine,
    log,
    boundary: boundaries.hearing(nobodyHears),
    authorize: installations.authorize,
    ended: installations.ended,
    // Who installed it is the first secretariat.
    create: (id, { installedBy, ...bot }) =>
      createWorkspaceDeps({ ...parts, tokenEnded }, { id, secretariat: [installedBy.toLowerCase()] }, bot),
    served: async () =>
      (await db.workspaces.served())
        .filter(({ installation }) => installation !== undefined && installation.ended === undefined)
        .map(({ id }) => id),
  });
  const client = new WebClient(undefined, bulkOptions(slack));
  return {
    workspaces,
    page: (path) => installations.pages[path],
    ask: () => client.api.test(),
    // It may well be of no workspace yet.
    hasRecord: async () => db.workspaces.ids().then(() => true),
    named: (connection) => connection,
    // There is no secretariat for all.
    note: nobodyHears,
  };
};
