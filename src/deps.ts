import { setTimeout as delay } from 'node:timers/promises';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import pino, { type Logger } from 'pino';
import type { Config, SlackConfig } from './config.ts';
import { CONNECTIONS, type Connection, servingConnection } from './db/client.ts';
import { connectionTo } from './db/connection-url.ts';
import { createDatabase, type Database } from './db/database.ts';
import { DatabaseError, problemOfDatabase } from './db/database-problem.ts';
import { hasRoom, saysDiskFull } from './db/disk-room.ts';
import { openEmbedded } from './db/embedded/embedded.ts';
import { prepareSchema } from './db/migrate/migrate.ts';
import type { Clock } from './domain/clock.ts';
import { createErrorBoundaries, type ErrorBoundaries } from './handlers/error-boundary.ts';
import { createRefused, type Refused } from './http-mode/refused.ts';
import { migrateQueue } from './jobs/queue.ts';
import { noteFailure } from './services/delivery/note-failure.ts';
import type { Workspace } from './services/identify.ts';
import { prepareWorkspace } from './services/settings/prepare-workspace.ts';
import { bulkOptions, type SharedOptions, socketOptions } from './slack/clients.ts';
import { isMissing } from './slack/errors.ts';
import { createSlackLogger } from './slack/logger.ts';
import type { MachineTime } from './slack/pace.ts';
import { waitForSlack } from './slack/start.ts';
import { hostOf } from './slack/trouble.ts';
import { createSlackWatch, type SlackWatch } from './slack/watch.ts';
import { troubleText } from './texts/slack-trouble.ts';
import { type BotAccount, createWorkspaceDeps } from './workspace-deps.ts';
import { oneWorkspace, type Workspaces } from './workspaces.ts';

/** What a process is made of. */
export type Deps = {
  readonly clock: Clock;
  readonly db: Database;
  /** For what nobody waits for. */
  readonly background: Database;
  readonly log: Logger;
  readonly refused: Refused;
  readonly workspaces: Workspaces;
  readonly boundaries: ErrorBoundaries;
  /** For opening Socket Mode. */
  readonly socketClientOptions: WebClientOptions;
  readonly connection: Connection;
  readonly watch: SlackWatch;
  /** Asks Slack whether it is there for us, for `watch` to know. */
  readonly lookAtSlack: () => Promise<void>;
  /** What /readyz asks of the database: whether it answers and has the workspace, and where it is ours, whether its disk has room. */
  readonly databaseLooks: Readonly<Record<string, () => Promise<boolean>>>;
  /** Logs what was thrown where nobody listens, and tells 運用ログ; never rejects. */
  readonly noteUnforeseen: (error: unknown) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The machine's time, in which Slack counts calls. */
export const machineTime: MachineTime = {
  now: () => performance.now(),
  wait: (ms, signal) => delay(ms, undefined, { signal }),
};

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };

const SECRETS = [
  'token',
  '*.token',
  'headers.authorization',
  '*.headers.authorization',
  'err.config',
  'err.original',
];

/** The log: JSON lines on standard output, tokens blotted out. */
export const createLog = (level: Config['logLevel']): Logger =>
  pino({ level, redact: { paths: SECRETS, censor: '***' } });

/** A record ready for use: the embedded PostgreSQL or the one named, in the newest form; `background` for what nobody waits for. */
export const openRecord = async (config: Pick<Config, 'databaseUrl' | 'dataDir'>, log: Logger) => {
  const embedded =
    config.databaseUrl === undefined
      ? await openEmbedded(config.dataDir, {
          log: (line) => log.warn({ line }, 'embedded database'),
        })
      : undefined;
  const connection: Connection = embedded?.connection ?? connectionTo(config.databaseUrl ?? '');
  try {
    const { applied } = await prepareSchema(connection);
    if (applied.length > 0) log.info({ applied }, 'migrations applied');
    await migrateQueue(connection);
  } catch (error) {
    await embedded?.release();
    const problem = problemOfDatabase(error);
    throw error instanceof DatabaseError || problem.kind === 'unclear'
      ? error
      : new DatabaseError(problem, { cause: error });
  }
  const onError = (error: Error): void => log.warn({ err: error }, 'database connection lost');
  const db = createDatabase(connection, onError);
  const background = createDatabase(connection, onError, CONNECTIONS.inBackground);
  const close = async (): Promise<void> => {
    await Promise.all([db.close(), background.close()]);
    await embedded?.release();
  };
  return { connection, db, background, close };
};

/** What a bot is started with, besides its configuration. */
type Starting = {
  readonly clock: Clock;
  readonly machine: MachineTime;
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly open: typeof openRecord;
};

/** Whose the token of the environment is, and what its operator has set; waits while Slack can't be asked. */
const askWorkspace = async (
  { slackApiUrl, secretariat, logChannel }: Config,
  { botToken }: SlackConfig,
  shared: SharedOptions,
  { log, machine, signal }: Starting,
): Promise<{ readonly workspace: Workspace; readonly bot: BotAccount }> => {
  const {
    team_id: id = '',
    bot_id: botId = '',
    user_id: botUserId = '',
  } = await waitForSlack(new WebClient(botToken, bulkOptions(shared)), {
    log,
    time: machine,
    signal,
    describe: (trouble) => troubleText(trouble, hostOf(slackApiUrl), 'SLACK_BOT_TOKEN').what,
  });
  return {
    workspace: { id, secretariat, logChannel },
    bot: { botToken, botId, botUserId, isOfOrganisation: false },
  };
};

/**
 * Opens everything: the record, Slack's clients, and the workspace the token belongs to, for which it waits while Slack can't be
 * asked; `signal` ends that.
 */
export const createDeps = async (config: Config, slack: SlackConfig, starting: Starting): Promise<Deps> => {
  const { clock, machine, log, open } = starting;
  const { connection, db, background, close } = await open(config, log);
  try {
    const watch = createSlackWatch(systemClock);
    const shared = { slackApiUrl: config.slackApiUrl, logger: createSlackLogger(log), fetch: watch.fetch };
    const disk = config.databaseUrl === undefined ? () => hasRoom(config.dataDir) : undefined;
    const boundaries = createErrorBoundaries(log, {
      isTooLate: (error) => isMissing(error, 'trigger'),
      isForLackOfRoom: async (error) => saysDiskFull(error) || (await disk?.()) === false,
    });
    const { workspace, bot } = await askWorkspace(config, slack, shared, starting);
    await prepareWorkspace({ clock, db }, workspace.id);
    const looking = new WebClient(slack.botToken, bulkOptions(shared));
    const parts = { clock, machine, db, background, log, slack: shared, boundaries };
    const nobodyHears = boundaries.hearing(async () => undefined);
    const unforeseen = boundaries.hearing((id) =>
      noteFailure({ clock, db, workspace }, { id, what: 'process' }),
    );
    return {
      clock,
      db,
      background,
      log,
      refused: createRefused(log),
      workspaces: oneWorkspace(createWorkspaceDeps(parts, workspace, bot), { boundary: nobodyHears, log }),
      boundaries,
      noteUnforeseen: (error) =>
        unforeseen.run(
          'process',
          () => Promise.reject(error),
          async () => undefined,
        ),
      connection: servingConnection(connection, workspace.id),
      socketClientOptions: socketOptions(config.slackApiUrl),
      watch,
      lookAtSlack: () => watch.look(() => looking.auth.test()),
      databaseLooks: {
        database: async () => (await db.workspaces.ids()).includes(workspace.id),
        ...(disk === undefined ? {} : { disk }),
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
