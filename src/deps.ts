import { setTimeout as delay } from 'node:timers/promises';
import pino, { type DestinationStream, type Logger } from 'pino';
import type { Config, OauthConfig, SlackConfig } from './config.ts';
import { CONNECTIONS, type Connection } from './db/client.ts';
import { connectionTo } from './db/connection-url.ts';
import { createDatabase, type Database } from './db/database.ts';
import { DatabaseError, problemOfDatabase } from './db/database-problem.ts';
import { hasRoom, saysDiskFull } from './db/disk-room.ts';
import { openEmbedded } from './db/embedded/embedded.ts';
import { sortLines } from './db/embedded/lines.ts';
import { prepareSchema } from './db/migrate/migrate.ts';
import type { Clock } from './domain/clock.ts';
import { createErrorBoundaries, type ErrorBoundaries } from './handlers/error-boundary.ts';
import { createPieces } from './handlers/pieces.ts';
import { createRefused, type Refused } from './http-mode/refused.ts';
import { createHolds, type Holds } from './jobs/holds.ts';
import { migrateQueues } from './jobs/migrate-queues.ts';
import { forPeople } from './log-text.ts';
import { createMeters, type Meters } from './metrics/meters.ts';
import { type Serving, serveInstalled, serveOne } from './serving.ts';
import { createClients, socketOptions } from './slack/clients.ts';
import { isMissing } from './slack/errors.ts';
import { hearingCalls } from './slack/heard-calls.ts';
import { createSlackLogger } from './slack/logger.ts';
import type { MachineTime } from './slack/pace.ts';
import { createSlackWatch, type SlackWatch } from './slack/watch.ts';
import { createWayOut, type SlackFetch, type WayOut } from './slack/way-out.ts';
import type { Workspaces } from './workspaces.ts';

/** What a process is made of. */
export type Deps = {
  readonly clock: Clock;
  readonly db: Database;
  /** For what nobody waits for. */
  readonly background: Database;
  readonly log: Logger;
  readonly refused: Refused;
  readonly meters: Meters;
  readonly workspaces: Workspaces;
  /** What answers GET of a path of the bot's own. */
  readonly page: Serving['page'];
  readonly holds: Holds;
  readonly boundaries: ErrorBoundaries;
  /** For opening Socket Mode. */
  readonly socketClientOptions: ReturnType<typeof socketOptions>;
  readonly wayOut: WayOut;
  /** By which an answer goes to the address that came with a request. */
  readonly answerFetch: SlackFetch;
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

/** What is secret, by the names that we and Slack's library give it. */
const SECRET_NAMES = [
  'token',
  'botToken',
  'refreshToken',
  'access_token',
  'refresh_token',
  'clientSecret',
  'client_secret',
  'headers.authorization',
];
const SECRETS = [
  ...SECRET_NAMES,
  ...SECRET_NAMES.flatMap((name) => [`*.${name}`, `err.data.${name}`]),
  'err.config',
  'err.original',
  // PostgreSQL tells of a failed statement what the row held.
  'err.detail',
  'err.where',
  'err.internalQuery',
];

/** The log: JSON lines on standard output unless told, tokens blotted out. */
export const createLog = (level: NonNullable<Config['logLevel']>, to?: DestinationStream): Logger => {
  const options = { level, redact: { paths: SECRETS, censor: '***' } };
  return to === undefined ? pino(options) : pino(options, to);
};

/**
 * The log as it is configured: lines of JSON, or where a person looks on, for people. Who looks on hears of trouble alone unless told: what was sent
 * is seen in Slack.
 */
export const logOf = ({ logLevel, logFormat }: Pick<Config, 'logLevel' | 'logFormat'>): Logger => {
  const isForPeople = logFormat === undefined ? process.stdout.isTTY === true : logFormat === 'text';
  return isForPeople
    ? createLog(
        logLevel ?? 'warn',
        forPeople((text) => void process.stdout.write(text)),
      )
    : createLog(logLevel ?? 'info');
};

/** A record ready for use: the embedded PostgreSQL or the one named, in the newest form; `background` for what nobody waits for, `applied` the migrations it had lacked. */
export const openRecord = async (config: Pick<Config, 'databaseUrl' | 'dataDir'>, log: Logger) => {
  const embedded =
    config.databaseUrl === undefined
      ? await openEmbedded(config.dataDir, {
          log: sortLines({
            harm: (line) => log.warn({ line }, 'embedded database'),
            rest: (line) => log.debug({ line }, 'embedded database'),
          }),
        })
      : undefined;
  const connection: Connection = embedded?.connection ?? connectionTo(config.databaseUrl ?? '');
  let applied: readonly string[];
  try {
    ({ applied } = await prepareSchema(connection));
    if (applied.length > 0) log.info({ applied }, 'migrations applied');
    await migrateQueues(connection);
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
  return { connection, db, background, applied, close };
};

/** What a bot is started with, besides its configuration. */
type Starting = {
  readonly clock: Clock;
  readonly machine: MachineTime;
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly open: typeof openRecord;
};

/** Opens everything: the record, Slack's clients, and what is served; `signal` ends the waiting for Slack. */
export const createDeps = async (
  config: Config,
  slack: SlackConfig | OauthConfig,
  { clock, machine, log, signal, open }: Starting,
): Promise<Deps> => {
  const { connection, db, background, close } = await open(config, log);
  try {
    const meters = createMeters();
    const wayOut = createWayOut(config.proxy);
    const watch = createSlackWatch(systemClock, wayOut.fetch);
    const disk = config.databaseUrl === undefined ? () => hasRoom(config.dataDir) : undefined;
    const knows = {
      isTooLate: (error: unknown) => isMissing(error, 'trigger'),
      isForLackOfRoom: async (error: unknown) => saysDiskFull(error) || (await disk?.()) === false,
    };
    // One for each connection to the record: of more at once none is done sooner.
    const boundaries = createErrorBoundaries(log, knows, CONNECTIONS.ofRequests, meters.failed);
    const heard = (fetch: SlackFetch): SlackFetch =>
      hearingCalls(fetch, config.slackApiUrl, meters.slackCall);
    const shared = {
      slackApiUrl: config.slackApiUrl,
      logger: createSlackLogger(log),
      fetch: heard(watch.fetch),
    };
    const parts = {
      clock,
      machineClock: systemClock,
      machine,
      signal,
      holds: createHolds(),
      db,
      background,
      log,
      slack: shared,
      fetchFile: wayOut.fetch,
      clientsOf: createClients(shared, machine),
      boundaries,
      pieces: createPieces(machine.now, boundaries),
    };
    const { workspaces, page, ask, hasRecord, named, note } =
      slack.mode === 'oauth' ? await serveInstalled(slack, parts) : await serveOne(config, slack, parts);
    const unforeseen = boundaries.hearing(note);
    return {
      clock,
      db,
      background,
      log,
      refused: createRefused(log, meters.refused),
      meters,
      workspaces,
      page,
      holds: parts.holds,
      boundaries,
      noteUnforeseen: (error) =>
        unforeseen.run(
          'process',
          () => Promise.reject(error),
          async () => undefined,
        ),
      connection: named(connection),
      socketClientOptions: socketOptions({ slackApiUrl: config.slackApiUrl, fetch: heard(wayOut.fetch) }),
      wayOut,
      answerFetch: heard(wayOut.fetch),
      watch,
      lookAtSlack: () => watch.look(ask),
      databaseLooks: { database: hasRecord, ...(disk === undefined ? {} : { disk }) },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
