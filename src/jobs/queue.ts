import { EventEmitter } from 'node:events';
import { Logger, type Runner, run, runMigrations, type TaskList, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import type { Log } from '../domain/log.ts';

/** How the queue reaches PostgreSQL. */
type QueueConnection = pg.PoolConfig;

export type Queue = {
  /** Lets running jobs finish and takes no new ones. */
  readonly stop: () => Promise<void>;
};

const CONCURRENT_JOBS = 5;
const RETRY_AFTER_MS = 1000;
const CHECK_FOR_DEAD_MS = 30_000;

const quiet = new Logger(() => () => undefined);

/** Brings the queue's own tables (schema graphile_worker) to the newest form. */
export const migrateQueue = (connection: QueueConnection): Promise<void> =>
  withPool(connection, (pgPool) => runMigrations({ pgPool, logger: quiet }));

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

/** A living pool of workers holds this lock; a free one means that its process died with the jobs it had taken. */
const lifeLock = 'hashtextextended($1, 0)';

/** Frees the jobs of dead processes, which would otherwise stay taken for four hours. */
const freeJobsOfTheDead = async (pool: pg.Pool, own: string): Promise<void> => {
  await pool.query(
    `select graphile_worker.force_unlock_workers(array_agg(locked_by)) from (
       select distinct locked_by from graphile_worker.jobs
       where locked_by is not null and locked_by is distinct from $1
     ) taken
     where pg_try_advisory_xact_lock(hashtextextended(locked_by, 0))
     having count(*) > 0`,
    [own],
  );
};

type Running = { readonly runner: Runner; readonly ended: Promise<void>; readonly release: () => void };

const startWorkers = async (pool: pg.Pool, taskList: TaskList, log: Log): Promise<Running> => {
  const events: WorkerEvents = new EventEmitter();
  const poolId = new Promise<string>((resolve) => {
    events.once('pool:create', ({ workerPool }) => resolve(workerPool.id));
  });
  const runner = await run({
    pgPool: pool,
    taskList,
    events,
    logger: quiet,
    noHandleSignals: true,
    preset: {
      worker: {
        concurrentJobs: CONCURRENT_JOBS,
        pollInterval: 1000,
        localQueue: { size: CONCURRENT_JOBS },
      },
    },
  });
  const id = await poolId;
  const life = await pool.connect();
  await life.query(`select pg_advisory_lock(${lifeLock})`, [id]);
  const look = () =>
    freeJobsOfTheDead(pool, id).catch((error: unknown) => log.warn({ err: error }, 'queue look failed'));
  await look();
  const timer = setInterval(look, CHECK_FOR_DEAD_MS);
  timer.unref();
  const release = (): void => {
    clearInterval(timer);
    life.release(true);
  };
  return { runner, ended: runner.promise, release };
};

/**
 * Works through the jobs of the queue until stopped. When the database goes away it starts anew as soon as that answers.
 * Several processes share the work; each job runs in one of them.
 */
export const startQueue = async (
  connection: QueueConnection,
  taskList: TaskList,
  log: Log,
): Promise<Queue> => {
  const pool = openPool(connection, log);
  let stopping = false;
  let wake: () => void = () => undefined;
  let current = await startWorkers(pool, taskList, log);
  const pause = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
      setTimeout(resolve, RETRY_AFTER_MS);
    });
  const supervise = async (): Promise<void> => {
    while (!stopping) {
      await current.ended.catch((error: unknown) => log.warn({ err: error }, 'queue ended'));
      current.release();
      while (!stopping) {
        await pause();
        if (stopping) return;
        try {
          current = await startWorkers(pool, taskList, log);
          break;
        } catch (error) {
          log.warn({ err: error }, 'queue could not start');
        }
      }
    }
  };
  const supervised = supervise();
  return {
    stop: async () => {
      stopping = true;
      wake();
      await current.runner.stop().catch((error: unknown) => log.warn({ err: error }, 'queue stop'));
      await supervised;
      await pool.end();
    },
  };
};
