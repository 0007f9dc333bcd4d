import { setTimeout as delay } from 'node:timers/promises';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import pino, { type Logger } from 'pino';
import type { Config, SlackConfig } from './config.ts';
import { CONNECTIONS, type Connection } from './db/client.ts';
import { connectionTo } from './db/connection-url.ts';
import { createDatabase } from './db/database.ts';
import { DatabaseError, problemOfDatabase } from './db/database-problem.ts';
import { hasRoom, saysDiskFull } from './db/disk-room.ts';
import { openEmbedded } from './db/embedded/embedded.ts';
import { prepareSchema } from './db/migrate/migrate.ts';
import { databaseOfRequest } from './db/request-database.ts';
import type { Clock } from './domain/clock.ts';
import { createErrorBoundary } from './handlers/error-boundary.ts';
import { createHomeWatch } from './handlers/home-watch.ts';
import { createOutsiderWatch } from './handlers/outsider-watch.ts';
import type { HandlerDeps } from './handlers/types.ts';
import { createRefused, type Refused } from './http-mode/refused.ts';
import { createLine, type Line } from './jobs/line.ts';
import { migrateQueue } from './jobs/queue.ts';
import { noteFailure } from './services/delivery/note-failure.ts';
import { prepareWorkspace } from './services/settings/prepare-workspace.ts';
import { createChannels } from './slack/channels.ts';
import { isMissing } from './slack/errors.ts';
import { createFiles } from './slack/files.ts';
import { createSlackLogger } from './slack/logger.ts';
import { createMessages } from './slack/messages.ts';
import { createPace, type MachineTime } from './slack/pace.ts';
import { createPeople, type KeptPeople } from './slack/people.ts';
import { createPictures } from './slack/pictures.ts';
import { createSender, type Sender } from './slack/sender.ts';
import { withShortWait } from './slack/short-wait.ts';
import { waitForSlack } from './slack/start.ts';
import { hostOf } from './slack/trouble.ts';
import { createUploads } from './slack/uploads.ts';
import { createSlackWatch, type SlackWatch } from './slack/watch.ts';
import { troubleText } from './texts/slack-trouble.ts';

/** Everything the bot is made of. */
export type Deps = HandlerDeps & {
  readonly log: Logger;
  readonly refused: Refused;
  readonly workspace: HandlerDeps['workspace'] & { readonly botId: string; readonly botUserId: string };
  /** What jobs and deliveries ask the record and Slack by: connections of their own, and clients for which nobody waits. */
  readonly inBackground: Pick<HandlerDeps, 'db' | 'people' | 'channels'>;
  readonly sender: Sender;
  readonly line: Line;
  readonly interactiveClientOptions: WebClientOptions;
  readonly socketClientOptions: WebClientOptions;
  readonly connection: Connection;
  readonly watch: SlackWatch;
  /** Asks Slack whether it takes the token, for `watch` to know. */
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

/** What all our clients of Slack have. */
type Shared = Required<Pick<WebClientOptions, 'slackApiUrl' | 'logger' | 'fetch'>>;

/** Slack's answer while people wait: quick or not at all, and no call holds up another. */
const interactiveOptions = (shared: Shared, { wait }: MachineTime): WebClientOptions => ({
  ...shared,
  fetch: withShortWait(shared.fetch, wait),
  retryConfig: { retries: 1, minTimeout: 200 },
  rejectRateLimitedCalls: true,
  timeout: 2500,
});

/** Slack for messages nobody waits for: no blind retry, for a call of unknown outcome may have posted. */
const bulkOptions = (shared: Shared): WebClientOptions => ({
  ...shared,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: 10_000,
});

/** Slack for questions nobody waits for, as the daily look at everybody: they wait as long as Slack asks, one behind the other. */
const listingOptions = (shared: Shared): WebClientOptions => ({
  ...shared,
  retryConfig: { retries: 5 },
  timeout: 10_000,
});

/** Slack for opening Socket Mode: who keeps the connections tries again, with pauses of its own. */
const socketOptions = (slackApiUrl: string): WebClientOptions => ({
  slackApiUrl,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: 10_000,
});

/** What a bot is started with, besides its configuration. */
type Starting = {
  readonly clock: Clock;
  readonly machine: MachineTime;
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly open: typeof openRecord;
};

/**
 * Opens everything: the record, Slack's clients, and the workspace the token belongs to, for which it waits while Slack can't be
 * asked; `signal` ends that.
 */
export const createDeps = async (
  config: Config,
  slack: SlackConfig,
  { clock, machine, log, signal, open }: Starting,
): Promise<Deps> => {
  const { connection, db, background, close } = await open(config, log);
  try {
    const watch = createSlackWatch(systemClock);
    const shared = { slackApiUrl: config.slackApiUrl, logger: createSlackLogger(log), fetch: watch.fetch };
    const interactiveClientOptions = interactiveOptions(shared, machine);
    const interactive = new WebClient(slack.botToken, interactiveClientOptions);
    const bulk = new WebClient(slack.botToken, bulkOptions(shared));
    const looking = new WebClient(slack.botToken, bulkOptions(shared));
    const listing = new WebClient(slack.botToken, listingOptions(shared));
    const {
      team_id: workspaceId = '',
      bot_id: botId = '',
      user_id: botUserId = '',
    } = await waitForSlack(bulk, {
      log,
      time: machine,
      signal,
      describe: (trouble) => troubleText(trouble, hostOf(config.slackApiUrl), 'SLACK_BOT_TOKEN').what,
    });
    await prepareWorkspace({ clock, db }, workspaceId);
    const workspace = {
      id: workspaceId,
      botId,
      botUserId,
      secretariat: config.secretariat,
      logChannel: config.logChannel,
    };
    const uploads = createUploads(interactive);
    const kept: KeptPeople = new Map();
    const sender = createSender(bulk, createPace(machine));
    const disk = config.databaseUrl === undefined ? () => hasRoom(config.dataDir) : undefined;
    const boundaryOf = (what: 'request' | 'process') =>
      createErrorBoundary(log, {
        note: (id) => noteFailure({ clock, db, workspace }, { id, what }),
        isTooLate: (error) => isMissing(error, 'trigger'),
        isForLackOfRoom: async (error) => saysDiskFull(error) || (await disk?.()) === false,
      });
    const unforeseen = boundaryOf('process');
    return {
      clock,
      db,
      openRecord: () => databaseOfRequest(db),
      log,
      refused: createRefused(log),
      boundary: boundaryOf('request'),
      noteUnforeseen: (error) =>
        unforeseen.run(
          'process',
          () => Promise.reject(error),
          async () => undefined,
        ),
      connection,
      interactiveClientOptions,
      socketClientOptions: socketOptions(config.slackApiUrl),
      people: createPeople(interactive, clock, listing, kept),
      channels: createChannels(interactive),
      inBackground: {
        db: background,
        people: createPeople(listing, clock, listing, kept),
        channels: createChannels(listing),
      },
      messages: createMessages(interactive),
      files: createFiles(interactive, slack.botToken, config.slackApiUrl, log),
      pictures: createPictures(interactive, uploads, log),
      uploads,
      homes: createHomeWatch(clock),
      outsiders: createOutsiderWatch(clock),
      sender,
      line: createLine({ machine, sender, log }),
      workspace,
      watch,
      lookAtSlack: () => watch.look(() => looking.auth.test()),
      databaseLooks: {
        database: async () => (await db.workspaces.ids()).includes(workspaceId),
        ...(disk === undefined ? {} : { disk }),
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
