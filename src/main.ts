import { createApp } from './app.ts';
import type { Config, SlackConfig } from './config.ts';
import { createDeps, systemClock } from './deps.ts';
import type { Clock } from './domain/clock.ts';
import { startHttpServer } from './http-server.ts';
import { deliverJob } from './jobs/deliver.ts';
import { startQueue } from './jobs/queue.ts';
import { startRunner } from './jobs/runner.ts';

/** A bot at work. */
export type RunningBot = {
  /** Where it serves /healthz, /readyz and, in HTTP mode, /slack/events. */
  readonly url: string;
  /** Takes no new work, finishes what runs, and closes everything. */
  readonly stop: () => Promise<void>;
};

const passes = (check: () => Promise<boolean>) => () => check().catch(() => false);

/** Starts the bot: config → deps → app → jobs. Throws when the database or Slack can't be reached. */
export const startBot = async (
  config: Config & { readonly slack: SlackConfig },
  clock: Clock = systemClock,
): Promise<RunningBot> => {
  const deps = await createDeps(config, config.slack, clock);
  const app = createApp(config.slack, deps);
  const queue = await startQueue(deps.connection, { deliver: deliverJob(deps) }, deps.log);
  await app.start();
  const http = await startHttpServer({
    host: config.host,
    port: config.port,
    // Signatures bear the machine's time, whatever the day the bot is told it is.
    clock: systemClock,
    slack: app.listener,
    ready: {
      database: passes(deps.isDatabaseReady),
      slack: passes(async () => app.isConnected() && (await deps.isSlackReady())),
    },
  });
  const runner = startRunner(deps);
  deps.log.info({ url: http.url, mode: config.slack.mode }, 'started');
  const stop = async (): Promise<void> => {
    await Promise.all([app.stop(), http.stop(), runner.stop()]);
    await queue.stop();
    await deps.close();
    deps.log.info({}, 'stopped');
  };
  return { url: http.url, stop };
};
