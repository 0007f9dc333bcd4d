import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { QUEUES } from '../domain/queues.ts';

/** Held while the first table of a queue is made; several processes may start at once. */
const MAKING = 5_283_110_023;

/**
 * Where the library keeps which of its migrations were applied, as it would make it. Without it the library asks a table that is not there, and
 * takes the error for a database that is new: an ERROR in the log of every new server.
 */
const makeFirstTable = async (pool: pg.Pool, schema: string): Promise<void> => {
  const { rows } = await pool.query<{ is_there: boolean }>('select to_regclass($1) is not null as is_there', [
    `${schema}.migrations`,
  ]);
  if (rows[0]?.is_there === true) return;
  // One text, and so one transaction.
  await pool.query(`
    select pg_advisory_xact_lock(${MAKING});
    create schema if not exists ${schema};
    create table if not exists ${schema}.migrations (id int primary key, ts timestamptz default now() not null);
    alter table ${schema}.migrations add column if not exists breaking boolean not null default false`);
};

/** Says nothing: what becomes of jobs is told in our own words. */
export const quiet = new Logger(() => () => undefined);

/** Brings the queues' own tables to the newest form. */
export const migrateQueues = async (connection: pg.PoolConfig): Promise<void> => {
  const pgPool = new pg.Pool({ ...connection, max: 1 });
  // A lost connection comes out of the query that met it.
  const heard = (): void => undefined;
  pgPool.on('error', heard).on('connect', (client) => client.on('error', heard));
  try {
    for (const schema of Object.values(QUEUES)) {
      await makeFirstTable(pgPool, schema);
      await runMigrations({ pgPool, schema, logger: quiet });
    }
  } finally {
    await pgPool.end();
  }
};
