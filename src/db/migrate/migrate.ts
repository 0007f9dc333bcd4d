import pg from 'pg';
import type { DatabaseProblem } from '../../domain/database-problem.ts';
import type { Connection } from '../client.ts';
import { DatabaseError, problemOfDatabase } from '../database-problem.ts';
import { openSchemaEngine } from './engine.ts';
import { MIGRATIONS_DIRECTORY, type Migration, readMigrations } from './files.ts';
import { recordedMigrations, whatIsLacking, whyNotToMigrate } from './schema-state.ts';

/** Held by the one process that is migrating; the engine's own lock is for single steps. */
const MIGRATING = 5_283_110_019;

/** A migration failed; the database is as it was before it, but for a line in `_prisma_migrations`. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
  /** The directory of the migration, e.g. `20261124000000_init`. */
  readonly migration: string;

  constructor(migration: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    // The engine ends its message with the places in its own code it came through.
    const [told = reason] = reason.split(/\n\s+0: /);
    super(
      `データベースの更新「${migration}」に失敗しました。この更新は取り消され、データは更新前のままです。原因を取り除いてから起動し直してください。\n${told.trim()}`,
      { cause },
    );
    this.migration = migration;
  }
}

/**
 * Runs `work` with a connection of its own. Errors of a lost connection come out of the query that met it.
 * Throws DatabaseError when there is no connection to be had.
 */
export const withClient = async <T>(
  connection: Connection,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> => {
  const opened = await connect(connection);
  try {
    return await work(opened);
  } finally {
    await opened.end();
  }
};

const connect = async (connection: Connection): Promise<pg.Client> => {
  try {
    const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 });
    client.on('error', () => {});
    await client.connect();
    return client;
  } catch (error) {
    throw new DatabaseError(problemOfDatabase(error), { cause: error });
  }
};

/** The names of the migrations that were begun and not rolled back, with whether they were finished. */
const recorded = async (client: pg.Client): Promise<ReadonlyMap<string, boolean>> =>
  new Map(((await recordedMigrations(client)) ?? []).map(({ name, finished }) => [name, finished]));

const unfinished = (
  migrations: readonly Migration[],
  known: ReadonlyMap<string, boolean>,
): readonly string[] => migrations.map(({ name }) => name).filter((name) => known.get(name) !== true);

const applyPending = async (
  connection: Connection,
  migrations: readonly Migration[],
  client: pg.Client,
): Promise<readonly string[]> => {
  const engine = await openSchemaEngine(connection);
  try {
    // Each migration is applied whole or not at all. One that failed before, or was cut off, may simply be tried again,
    // where the engine by itself would refuse until someone has marked it by hand.
    for (const [name, finished] of await recorded(client)) {
      if (!finished) await engine.markRolledBack(name);
    }
    return await engine.apply(migrations);
  } catch (error) {
    const failed = [...(await recorded(client))].find(([, finished]) => !finished);
    throw failed === undefined ? error : new MigrationError(failed[0], error);
  } finally {
    await engine.close();
  }
};

const applied = async (
  connection: Connection,
  directory: string,
  client: pg.Client,
): Promise<readonly string[]> => {
  const migrations = readMigrations(directory);
  await client.query('select pg_advisory_lock($1)', [MIGRATING]);
  const problem = await whyNotToMigrate(client, migrations);
  if (problem !== undefined) throw new DatabaseError(problem);
  if (unfinished(migrations, await recorded(client)).length === 0) return [];
  return applyPending(connection, migrations, client);
};

/** The names of the migrations that were applied, oldest first. */
type Applied = { readonly applied: readonly string[] };

/**
 * Brings the database at `connection` to the newest schema and gives the names of the migrations it applied, oldest first:
 * `{ applied: ['20261124000000_init'] }` at the first start, `{ applied: [] }` later, which takes one query.
 * Several processes may call it at once: one works, the others wait and find nothing left to do.
 * Throws DatabaseError, having written nothing, when the database is not ours or not of our version; MigrationError when a migration fails; those before it stay, itself and those after it leave nothing in the schema.
 */
export const applyMigrations = (
  connection: Connection,
  directory: string = MIGRATIONS_DIRECTORY,
): Promise<Applied> =>
  withClient(connection, async (client) => ({ applied: await applied(connection, directory, client) }));

/** The same for a start, over one connection: throws DatabaseError too when the newest schema lacks something it is to have. */
export const prepareSchema = (connection: Connection): Promise<Applied> =>
  withClient(connection, async (client) => {
    const names = await applied(connection, MIGRATIONS_DIRECTORY, client);
    const problem = await whatIsLacking(client);
    if (problem !== undefined) throw new DatabaseError(problem);
    return { applied: names };
  });

/** A look at a database: the migrations it has not or that failed in it, oldest first, and what forbids its use. */
export type DatabaseLook = {
  readonly pending: readonly string[];
  readonly problem: DatabaseProblem | undefined;
};

/** Looks at the database at `connection` without writing. Throws DatabaseError when it cannot be reached. */
export const lookAtDatabase = (
  connection: Connection,
  directory: string = MIGRATIONS_DIRECTORY,
): Promise<DatabaseLook> =>
  withClient(connection, async (client) => {
    const migrations = readMigrations(directory);
    const problem = await whyNotToMigrate(client, migrations);
    const pending = problem === undefined ? unfinished(migrations, await recorded(client)) : [];
    const isNewest = problem === undefined && pending.length === 0;
    return { pending, problem: isNewest ? await whatIsLacking(client) : problem };
  });
