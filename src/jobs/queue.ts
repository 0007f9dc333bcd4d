import { EventEmitter, once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type JobHelpers,
  Logger,
  run,
  runMigrations,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import pg from 'pg';
import { z } from 'zod';
import type { Log } from '../domain/log.ts';
import { createLife } from './queue-life.ts';

/** How the queue reaches PostgreSQL. */
type QueueConnection = pg.PoolConfig;

/** What does the jobs of each name; one that throws is tried again, later each time. */
type Tasks = Readonly<Record<string, (payload: unknown, helpers: JobHelpers) => Promise<void>>>;

/** Flags of the jobs that are to be left in the queue for now. */
type Held = () => string[];

export type Queue = {
  /** Lets running jobs finish and takes no new ones. */
  readonly stop: () => Promise<void>;
};

const CONCURRENT_JOBS = 5;
const RETRY_AFTER_MS = 1000;
const FIRST_LOOK_MS = 6000;
const CHECK_FOR_DEAD_MS = 30_000;

const PoolCreated = z.tuple([z.object({ workerPool: z.object({ id: z.string() }) })]);
const quiet = new Logger(() => () => undefined);

/** Brings the queue's own tables (schema graphile_worker) to the newest form. */
export const migrateQueue = (connection: QueueConnection): Promise<void> =>
  withPool(connection, (pgPool) => runMigrations({ pgPool, logger: quiet }));

/** Frees the jobs that processes had taken which died since. */
export const freeJobsOfTheDead = (connection: QueueConnection): Promise<void> =>
  withPool(connection, (pool) => createLife(pool).freeJobsOfTheDead());

const openPool = (connection: QueueConnection, log?: Log): pg.Pool => {
  const pool = new pg.Pool({ ...connection, max: CONCURRENT_JOBS + 4 });
  // Without listeners a restart of the database would end the process.
  const onError = (error: Error): void => log?.warn({ err: error }, 'queue connection lost');
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
};

const withPool = async (connection: QueueConnection, work: (pool: pg.Pool) => Promise<void>) => {
  const pool = openPool(connection);
  try {
    await work(pool);
  } finally {
    await pool.end();
  }
};

type Workers = {
  /** Resolves when they have stopped by themselves. */
  readonly ended: Promise<unknown>;
  /** Stops them; their running jobs are done by then. */
  readonly stop: () => Promise<void>;
};

/** Tasks that remember what runs: workers who lost the database end without waiting for it. */
const watched = (tasks: Tasks, running: Set<Promise<void>>): TaskList =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload: unknown, helpers: JobHelpers): Promise<void> => {
        const run = task(payload, helpers);
        running.add(run);
        await run.finally(() => running.delete(run));
      },
    ]),
  );

const runWorkers = async (pgPool: pg.Pool, taskList: TaskList, held: Held) => {
  const events: WorkerEvents = new EventEmitter();
  const created = once(events, 'pool:create');
  const shutDown = once(events, 'pool:gracefulShutdown');
  const runner = await run({
    pgPool,
    taskList,
    events,
    logger: quiet,
    noHandleSignals: true,
    forbiddenFlags: held,
    preset: {
      worker: {
        concurrentJobs: CONCURRENT_JOBS,
        pollInterval: 1000,
        // Without a batch a job that ends while the database is away rejects where nobody listens, ending the process; so do
        // the jobs that a local queue would give back just then.
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
      },
    },
  });
  const [{ workerPool }] = PoolCreated.parse(await created);
  return { runner, id: workerPool.id, shutDown };
};

const startWorkers = async (pool: pg.Pool, tasks: Tasks, log: Log, held: Held): Promise<Workers> => {
  const running = new Set<Promise<void>>();
  const life = createLife(pool);
  const stopping: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of stopping.splice(0).reverse())
      await step().catch((error: unknown) => log.warn({ err: error }, 'queue stop'));
    await Promise.allSettled(running);
    life.end();
  };
  try {
    await life.prepare();
    const { runner, id, shutDown } = await runWorkers(pool, watched(tasks, running), held);
    // After several lost batches the runner never says that it ended (graphile/worker #636); it has when it shuts down.
    const ended = Promise.race([
      shutDown,
      runner.promise.catch((error: unknown) => log.warn({ err: error }, 'queue ended')),
    ]);
    stopping.push(() => runner.stop());
    await life.begin(id);
    const look = (): void => {
      life.freeJobsOfTheDead().catch((error: unknown) => log.warn({ err: error }, 'queue look failed'));
    };
    // Beside a database that has just started the first look sees nothing yet.
    const timers = [setTimeout(look, FIRST_LOOK_MS), setInterval(look, CHECK_FOR_DEAD_MS)];
    for (const timer of timers) timer.unref();
    stopping.push(async () => timers.forEach(clearTimeout));
    return { ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/**
 * Works through the jobs of the queue until stopped. When the database goes away it starts anew as soon as that answers.
 * Several processes share the work; each job runs in one of them. `held` is asked before a job is taken.
 */
export const startQueue = async (
  connection: QueueConnection,
  tasks: Tasks,
  log: Log,
  held: Held = () => [],
): Promise<Queue> => {
  const pool = openPool(connection, log);
  const asked = new AbortController();
  const stopAsked = once(asked.signal, 'abort');
  const startAgain = async (): Promise<Workers | undefined> => {
    while (!asked.signal.aborted) {
      await Promise.race([delay(RETRY_AFTER_MS), stopAsked]);
      if (asked.signal.aborted) break;
      try {
        return await startWorkers(pool, tasks, log, held);
      } catch (error) {
        log.warn({ err: error }, 'queue could not start');
      }
    }
    return undefined;
  };
  const supervise = async (first: Workers): Promise<void> => {
    for (let workers: Workers | undefined = first; workers !== undefined; workers = await startAgain()) {
      await Promise.race([workers.ended, stopAsked]);
      await workers.stop();
    }
  };
  try {
    const supervised = supervise(await startWorkers(pool, tasks, log, held));
    return {
      stop: async () => {
        asked.abort();
        await supervised;
        await pool.end();
      },
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
};
