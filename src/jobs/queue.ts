import { EventEmitter, once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { type JobHelpers, run, type TaskList, type WorkerEvents, type WorkerPool } from 'graphile-worker';
import pg from 'pg';
import type { Log } from '../domain/log.ts';
import { QUEUES, type QueueName } from '../domain/queues.ts';
import type { MachineTime } from '../slack/pace.ts';
import { keepClaimed } from './claims.ts';
import { createHolds, type Holds } from './holds.ts';
import { createLooks } from './looks.ts';
import { quiet } from './migrate-queues.ts';
import { createLife, type Life } from './queue-life.ts';

/** What the queue gives its tasks besides. */
export type TaskHelpers = Pick<JobHelpers, 'job'> &
  Pick<Life, 'claim'> & {
    /** Has a worker look when a job that was put back is due, in so many milliseconds. */
    readonly lookIn: (ms: number) => void;
  };

/** What does the jobs of each name; one that throws is tried again, later each time. */
type Tasks = Readonly<Record<string, (payload: unknown, helpers: TaskHelpers) => Promise<void>>>;

type QueueOptions = {
  readonly queue?: QueueName;
  /** What jobs can't have for now. */
  readonly holds?: Holds;
  readonly machine?: MachineTime;
  /** So many jobs run at once. */
  readonly workers?: number;
  /** Waited for before each look: whom somebody waits for goes first. */
  readonly giveWay?: () => Promise<void>;
};

const OWN_TIME: MachineTime = {
  now: () => performance.now(),
  wait: (ms, signal) => delay(ms, undefined, { signal }),
};

export type Queue = {
  /** Lets running jobs finish and takes no new ones. */
  readonly stop: () => Promise<void>;
};

/** Who send for one workspace or for many, and who run what is due. */
export const WORKERS = { ofOne: 5, ofMany: 20, ofRuns: 2 } as const;
/** Those of the workers ask for moments only: the workers share them. Besides there are the sign of life and who listens for new jobs. */
const CONNECTIONS = 9;
export const PLANNING = 'set enable_sort = off; set plan_cache_mode = force_custom_plan';
const RETRY_AFTER_MS = 1000;
const FIRST_LOOK_MS = 6000;
const CHECK_FOR_DEAD_MS = 30_000;

/** Frees the jobs that processes had taken which died since. */
export const freeJobsOfTheDead = (connection: pg.PoolConfig): Promise<void> =>
  withPool(connection, async (pool) => {
    for (const queue of Object.values(QUEUES)) await createLife(pool, queue).freeJobsOfTheDead();
  });

const openPool = (connection: pg.PoolConfig, log?: Log, workers: number = WORKERS.ofOne): pg.Pool => {
  const pool = new pg.Pool({
    ...connection,
    max: Math.min(CONNECTIONS, workers + 4),
    // Jobs are found by the index of their order. PostgreSQL knows little of a queue that was empty a minute ago, takes it for small, and
    // would read or sort all of it for each job: it plans each look anew, by the size of now. It is awaited before the connection is lent.
    onConnect: async (client) => void (await client.query(PLANNING)),
  });
  // Without listeners a restart of the database would end the process.
  const onError = (error: Error): void => log?.warn({ err: error }, 'queue connection lost');
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
};

const withPool = async (connection: pg.PoolConfig, work: (pool: pg.Pool) => Promise<void>) => {
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

/** Remembers what runs while it does. */
type Watch = (run: Promise<void>) => Promise<void>;

/** Tasks that are remembered while they run: workers who lost the database end without waiting for it. */
const watched = (tasks: Tasks, watch: Watch, helpers: Omit<TaskHelpers, 'job'>): TaskList =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      (payload: unknown, { job }: JobHelpers): Promise<void> => watch(task(payload, { ...helpers, job })),
    ]),
  );

const runWorkers = async (
  pgPool: pg.Pool,
  taskList: TaskList,
  { queue, workers }: Pick<Starting, 'queue' | 'workers'>,
  held: () => Promise<string[]>,
) => {
  const events: WorkerEvents = new EventEmitter();
  // To wait for the pool itself would be to wait for its end.
  const created = new Promise<Pick<WorkerPool, 'id' | 'nudge'>>((resolve) => {
    events.once('pool:create', ({ workerPool: pool }) =>
      resolve({ id: pool.id, nudge: (count) => pool.nudge(count) }),
    );
  });
  const shutDown = once(events, 'pool:gracefulShutdown');
  const runner = await run({
    pgPool,
    schema: queue,
    taskList,
    events,
    logger: quiet,
    noHandleSignals: true,
    forbiddenFlags: held,
    preset: {
      worker: {
        concurrentJobs: workers,
        pollInterval: 1000,
        // Without a batch a job that ends while the database is away rejects where nobody listens, ending the process; so do
        // the jobs that a local queue would give back just then.
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
      },
    },
  });
  return { runner, workerPool: await created, shutDown };
};

type Starting = { readonly tasks: Tasks; readonly log: Log } & Required<QueueOptions>;

const startWorkers = async (
  pool: pg.Pool,
  { tasks, log, queue, holds, machine, workers, giveWay }: Starting,
): Promise<Workers> => {
  const running = new Set<Promise<void>>();
  const watch: Watch = (run) => {
    running.add(run);
    return run.finally(() => running.delete(run));
  };
  const warn = (event: string) => (error: unknown) => log.warn({ err: error }, event);
  const life = createLife(pool, queue);
  const looks = createLooks(holds, machine, OWN_TIME);
  const stopping: (() => Promise<void>)[] = [async () => looks.stop()];
  const stop = async (): Promise<void> => {
    for (const step of stopping.splice(0).reverse()) await step().catch(warn('queue stop'));
    await Promise.allSettled(running);
    life.end();
  };
  try {
    await life.prepare();
    const taskList = watched(tasks, watch, { claim: keepClaimed(life.claim, holds), lookIn: looks.lookIn });
    const { runner, workerPool, shutDown } = await runWorkers(pool, taskList, { queue, workers }, () =>
      giveWay().then(looks.flagsToLeave),
    );
    looks.begin(workerPool.nudge);
    // After several lost batches the runner never says that it ended (graphile/worker #636); it has when it shuts down.
    const ended = Promise.race([shutDown, runner.promise.catch(warn('queue ended'))]);
    stopping.push(() => runner.stop());
    await life.begin(workerPool.id);
    const look = (): void => void watch(life.freeJobsOfTheDead()).catch(warn('queue look failed'));
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
  connection: pg.PoolConfig,
  tasks: Tasks,
  log: Log,
  {
    queue = QUEUES.ofMessages,
    holds = createHolds(),
    machine = OWN_TIME,
    workers = WORKERS.ofOne,
    giveWay = async () => undefined,
  }: QueueOptions = {},
): Promise<Queue> => {
  const pool = openPool(connection, log, workers);
  const starting = { tasks, log, queue, holds, machine, workers, giveWay };
  const asked = new AbortController();
  const stopAsked = once(asked.signal, 'abort');
  const startAgain = async (): Promise<Workers | undefined> => {
    while (!asked.signal.aborted) {
      await Promise.race([delay(RETRY_AFTER_MS), stopAsked]);
      if (asked.signal.aborted) break;
      try {
        return await startWorkers(pool, starting);
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
    const supervised = supervise(await startWorkers(pool, starting));
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
