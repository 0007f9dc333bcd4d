import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { QueueName } from '../domain/queues.ts';
import { type Claims, createClaims } from './claims.ts';

/**
 * The sign of life of one pool of workers: an advisory lock of its id. A free one means that its process died with the
 * jobs it had taken, which the queue itself would leave taken for four hours.
 */
export type Life = {
  /** Frees what the dead had taken. From here until `begin` nobody else looks for them. */
  readonly prepare: () => Promise<void>;
  /** The workers of pool `id` are alive from now on, also through restarts of the database. */
  readonly begin: (id: string) => Promise<void>;
  /** Frees what processes that died meanwhile had taken. */
  readonly freeJobsOfTheDead: () => Promise<void>;
  /** What work has, from the same connection. */
  readonly claim: Claims['claim'];
  readonly end: () => void;
};

const RETAKE_AFTER_MS = 100;
/** Held while workers start: between their first job and their sign of life they would pass for dead. */
const STARTING = 5_283_110_020;

/**
 * A database that has just started holds no locks at all: for some seconds the living, too, may not have theirs back.
 */
const SETTLING = '5 seconds';

const freeIn = (queue: QueueName): string => `
  select ${queue}.force_unlock_workers(array_agg(locked_by)) from (
    select distinct locked_by from ${queue}._private_jobs
    where locked_by is not null and locked_by is distinct from $1
  ) taken
  where pg_postmaster_start_time() < now() - interval '${SETTLING}'
    and pg_try_advisory_xact_lock(hashtextextended(locked_by, 0))
  having count(*) > 0`;

/**
 * A job that is put back while it runs gets a new row in the queue; its own stays, with no key and no try left, until the run
 * ends. Where the process died instead nobody would ever take it out.
 */
const sweepOf = (queue: QueueName): string => `
  select ${queue}.complete_jobs(array_agg(id)) from ${queue}._private_jobs
  where key is null and locked_by is null and attempts >= max_attempts
  having count(*) > 0`;

export const createLife = (pool: pg.Pool, queue: QueueName): Life => {
  const [free, sweep] = [freeIn(queue), sweepOf(queue)];
  let held: pg.PoolClient | undefined;
  let own: string | null = null;
  let isOver = false;
  let before: Promise<unknown> = Promise.resolve();
  /** Asks over the one connection, one thing at a time. */
  const ask = (sql: string, values: readonly unknown[] = []): Promise<readonly pg.QueryResultRow[]> => {
    const asked = before.then(async () => {
      if (held === undefined) throw new Error('the queue has no connection');
      return (await held.query(sql, [...values])).rows;
    });
    before = asked.catch(() => undefined);
    return asked;
  };
  const claims = createClaims(ask);
  const letGo = (): void => {
    held?.release(true);
    held = undefined;
  };
  const connect = async (): Promise<pg.PoolClient> => {
    const client = await pool.connect();
    held = client;
    return client;
  };
  const lock = async (client: pg.PoolClient): Promise<void> => {
    await ask('select pg_advisory_lock(hashtextextended($1, 0))', [own]);
    client.once('end', () => {
      if (held === client) void retake();
    });
  };
  /** A restart of the database frees all locks, while the workers and the jobs they run live on. */
  const retake = async (): Promise<void> => {
    letGo();
    while (!isOver) {
      try {
        await lock(await connect());
        await claims.renew();
        break;
      } catch {
        letGo();
        await delay(RETAKE_AFTER_MS);
      }
    }
    if (isOver) letGo();
  };
  return {
    prepare: async () => {
      await connect();
      await ask('select pg_advisory_lock($1)', [STARTING]);
      await ask(free, [null]);
      await ask(sweep);
    },
    begin: async (id) => {
      own = id;
      const client = held ?? (await connect());
      await lock(client);
      await ask('select pg_advisory_unlock($1)', [STARTING]);
    },
    freeJobsOfTheDead: async () => {
      await pool.query(`${free} and bool_and(pg_try_advisory_xact_lock(${STARTING}))`, [own]);
      await pool.query(sweep);
    },
    claim: claims.claim,
    end: () => {
      isOver = true;
      letGo();
    },
  };
};
