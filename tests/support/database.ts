import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { createDatabase, type Database } from '../../src/db/database.ts';
import type { EmbeddedConnection } from '../../src/db/embedded/embedded.ts';

/** A database that is a test's, or a file's, until it gives it back. */
export type TestDatabase = {
  readonly connection: EmbeddedConnection;
  /** The record in it. Its connections belong to the database: nobody closes them. */
  readonly db: Database;
  /** Asks it anything. */
  readonly ask: (
    sql: string,
    values?: readonly unknown[],
  ) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Gives it back, cutting what else is still connected. */
  readonly drop: () => Promise<void>;
};

/** By this name the connections are known that stay open from test to test. */
const KEPT = 'kept';

const kept = (connection: EmbeddedConnection) => ({ ...connection, application_name: KEPT });

const order = async (connection: EmbeddedConnection, sql: string): Promise<void> => {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};

const CUT = `
  select pg_terminate_backend(pid, 5000) from pg_stat_activity
  where datname = current_database() and application_name <> '${KEPT}' and backend_type = 'client backend'`;

/** Takes all rows out, past triggers and keys, and sets the counters back. */
const EMPTY = `
  do $$
  declare each text;
  begin
    set local session_replication_role = replica;
    for each in
      select format('%I.%I', schemaname, tablename) from pg_tables
      where schemaname in ('public', 'graphile_worker', 'graphile_worker_runs') and tablename not in ('_prisma_migrations', 'migrations')
    loop
      execute 'delete from ' || each;
    end loop;
    perform setval(seqrelid, seqstart, false) from pg_sequence;
  end $$`;

/** Tables whose rows are gone but still take their place: the next rows would not come to lie in the order of their writing. */
const LEFT_OVER = `
  select string_agg(oid::regclass::text, ', ') as tables from pg_class
  where relkind = 'r' and relnamespace::regnamespace::text in ('public', 'graphile_worker', 'graphile_worker_runs')
    and relname not in ('_prisma_migrations', 'migrations') and pg_relation_size(oid) > 0`;

/** What PostgreSQL noted of tables that had no rows: of new ones it knows nothing, and asks them in other ways. */
const FORGET = `
  select pg_clear_relation_stats(relnamespace::regnamespace::text, relname) from pg_class
  where relkind = 'r' and reltuples >= 0
    and relnamespace::regnamespace::text in ('public', 'graphile_worker', 'graphile_worker_runs')`;

/** How many things the database is made of: a test that makes or drops one needs a database of its own. */
const SHAPE = `
  select (select count(*) from pg_class) + (select count(*) from pg_attribute) + (select count(*) from pg_trigger)
    + (select count(*) from pg_proc) as parts`;

const create = async (
  blank: boolean,
): Promise<Omit<TestDatabase, 'drop'> & { close: () => Promise<void> }> => {
  const { connection: server, template } = inject('databaseServer');
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  await order(
    server,
    `create database ${database} template ${blank ? 'template0' : template} strategy file_copy`,
  );
  const connection = { ...server, database };
  // A second connection is opened when a test asks for two things at once.
  const pool = new pg.Pool({ ...kept(connection), max: 2, idleTimeoutMillis: 0, allowExitOnIdle: true });
  // Tests cut connections: the pool opens others.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = createDatabase(kept(connection), () => undefined);
  return {
    connection,
    db,
    ask: async (sql, values = []) =>
      (await pool.query<Readonly<Record<string, unknown>>>(sql, [...values])).rows,
    close: async () => {
      await order(server, `drop database if exists ${database} with (force)`);
      await db.close();
      if (!pool.ended) await pool.end();
    },
  };
};

type Made = Awaited<ReturnType<typeof create>>;

/** Emptied databases of this worker that nobody has now. */
const free: Made[] = [];

const empty = async ({ ask }: Made): Promise<void> => {
  await ask(CUT);
  await ask(EMPTY);
  const [row] = await ask(LEFT_OVER);
  if (typeof row?.tables === 'string') await ask(`vacuum (truncate) ${row.tables}`);
  await ask(FORGET);
};

let shape: unknown;

/**
 * A database with all tables and no rows, as if it were new; with `blank`, one without even tables. It is emptied and lent
 * again when it is given back: who changes its schema asks for their `own`. Give it back in `afterAll`; what is forgotten goes
 * with the server at the end of the run.
 */
export const createTestDatabase = async ({
  blank = false,
  own = blank,
}: {
  readonly blank?: boolean;
  readonly own?: boolean;
} = {}): Promise<TestDatabase> => {
  const made = (own ? undefined : free.pop()) ?? (await create(blank));
  if (own) return { ...made, drop: made.close };
  const [now] = await made.ask(SHAPE);
  shape ??= now?.parts;
  return {
    ...made,
    drop: async () => {
      const [left] = await made.ask(SHAPE);
      if (left?.parts !== shape) {
        await made.close();
        throw new Error('the schema was changed: ask for a database of its own');
      }
      await empty(made);
      free.push(made);
    },
  };
};
