import type { RequestListener } from 'node:http';
import { createApp } from './app.ts';
import type { Config, OauthConfig, SlackConfig } from './config.ts';
import { createDeps, type Deps, logOf, machineTime, openRecord, systemClock } from './deps.ts';
import type { Clock } from './domain/clock.ts';
import type { Log } from './domain/log.ts';
import { startHttpServer } from './http-server.ts';
import { startRunner } from './jobs/runner.ts';
import { createMetricsPage } from './metrics/page.ts';
import { startQueues } from './queues.ts';
import { createReadiness, type Readiness } from './readiness.ts';
import type { MachineTime } from './slack/pace.ts';

/** A bot at work. */
export type RunningBot = {
  /** Where it serves /healthz, /readyz and, in HTTP mode, /slack/events. */
  readonly url: string;
  /** Logs what was thrown where nobody listens, and tells 運用ログ; never rejects. */
  readonly noteUnforeseen: (error: unknown) => Promise<void>;
  /** Resolves when nothing is under way that a request began: it goes on after its acknowledgement. */
  readonly settled: () => Promise<void>;
  /** Takes no new work, finishes what runs, and closes everything. */
  readonly stop: () => Promise<void>;
};

type Close = () => Promise<void>;

/** Has `work` done once a minute until stopped. */
export type EveryMinute = (work: () => Promise<void>) => { readonly stop: Close };

const everyMachineMinute: EveryMinute = (work) => {
  const timer = setInterval(() => void work(), 60_000);
  return { stop: async () => clearInterval(timer) };
};

/** Closes step after step, the last opened first. What can't be closed does not keep the rest open. */
const closeAll = async (steps: readonly (readonly Close[])[], log: Log): Promise<void> => {
  for (const together of steps.toReversed())
    for (const closed of await Promise.allSettled(together.map((close) => close())))
      if (closed.status === 'rejected') log.error({ err: closed.reason }, 'not closed in order');
  log.info({}, 'stopped');
};

/** What is around a bot; the machine's own unless given. */
export type Surroundings = {
  readonly clock: Clock;
  readonly machine: MachineTime;
  readonly everyMinute: EveryMinute;
  /** Ends the start. */
  readonly signal: AbortSignal;
  readonly open: typeof openRecord;
  readonly log: ReturnType<typeof logOf>;
};

/** Before the bot is there: nothing is ready, and Slack shall ask again. */
const NOT_YET: Readiness = async () => ({ ready: false, slack: false });
const askAgain: RequestListener = (_request, response) => {
  response.writeHead(503).end();
};

/**
 * Starts the bot: HTTP server → deps → app → jobs. While Slack can't be reached it waits, and /healthz and /readyz answer meanwhile.
 * Throws when the port is taken, the database can't be used, a person has to mend something at Slack, or `signal` ends the start.
 */
export const startBot = async (
  config: Config & { readonly slack: SlackConfig | OauthConfig },
  {
    clock = systemClock,
    machine = machineTime,
    everyMinute = everyMachineMinute,
    signal = new AbortController().signal,
    open = openRecord,
    log = logOf(config),
  }: Partial<Surroundings> = {},
): Promise<RunningBot> => {
  let ready = NOT_YET;
  let listener = askAgain;
  let page: Deps['page'] = () => undefined;
  let hungUp = (): void => undefined;
  const http = await startHttpServer({
    host: config.host,
    port: config.port,
    slack: config.slack.mode !== 'socket' ? (request, response) => listener(request, response) : undefined,
    page: (path) => page(path),
    hungUp: () => hungUp(),
    ready: () => ready(),
    wait: machine.wait,
  });
  // Its address is said by who started it, who knows whether people look there.
  log.info('listening');
  const opened: Close[][] = [];
  const waysIn: Close[] = [http.stop];
  const stop = (): Promise<void> => closeAll([...opened, waysIn], log);
  try {
    const deps = await createDeps(config, config.slack, { clock, machine, log, signal, open });
    opened.push([deps.close]);
    hungUp = () => deps.refused.count('connection');
    const { workspaces, boundaries } = deps;
    const only = config.slack.mode === 'oauth' ? undefined : await workspaces.served();
    const { sending, running } = await startQueues(deps, machine, only);
    // They stop with the ways in: what is planned from then on is for other processes, or the next start.
    waysIn.push(sending.stop, running.stop);
    const app = createApp(config.slack, deps, machine);
    // A request goes on after its acknowledgement; what it still does needs the record.
    opened.push([boundaries.settled]);
    waysIn.push(app.stop);
    const giveUp = (): void => void app.stop();
    signal.addEventListener('abort', giveUp);
    await app.start();
    signal.removeEventListener('abort', giveUp);
    signal.throwIfAborted();
    ready = createReadiness(
      {
        looks: deps.databaseLooks,
        known: {
          slack: () => app.isConnected() && deps.watch.isUp(),
          clock: deps.watch.isClockRight,
        },
      },
      machineTime,
    );
    listener = app.listener ?? askAgain;
    const metrics = createMetricsPage(deps.meters.registry, {
      db: deps.background,
      pools: { requests: deps.db, background: deps.background },
      clock,
      log,
    });
    page = (path) => (path === '/metrics' ? metrics : deps.page(path));
    const minutes = everyMinute(async () => {
      deps.refused.tell();
      await deps.lookAtSlack();
    });
    const runner = startRunner({ clock, db: deps.background, log, served: workspaces.served });
    waysIn.push(runner.stop, minutes.stop);
    log.info({ mode: config.slack.mode }, 'started');
    return { url: http.url, noteUnforeseen: deps.noteUnforeseen, settled: boundaries.settled, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
