import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { type EmbeddedConnection, openEmbedded } from '../../src/db/embedded/embedded.ts';
import { applyMigrations } from '../../src/db/migrate/migrate.ts';
import { migrateQueues } from '../../src/jobs/migrate-queues.ts';

/** The server of this run: a database each test file clones, and one to give such orders from. */
export interface DatabaseServer {
  readonly connection: EmbeddedConnection;
  readonly template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: DatabaseServer;
  }
}

interface Running {
  readonly server: DatabaseServer;
  readonly stop: () => Promise<void>;
}

const TEMPLATE = 'template_kyodo';

/** Nothing here needs to survive a power cut, and files of tests run side by side with pools of their own. */
const FLAGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  // Databases are emptied after each test; a cleaner of the server's own would only come between.
  autovacuum: 'off',
};

const start = async (): Promise<Running> => {
  const directory = mkdtempSync(path.join(tmpdir(), 'kyodo-test-'));
  const embedded = await openEmbedded(directory, { flags: FLAGS });
  const { connection } = embedded;
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(`create database ${TEMPLATE} template template0`);
  await client.end();

  const template = { ...connection, database: TEMPLATE };
  await applyMigrations(template);
  await migrateQueues(template);
  return {
    server: { connection, template: TEMPLATE },
    stop: async () => {
      await embedded.release();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};

/** Projects load this file each for themselves, but in one process: what they share must hang on the process. */
const SHARED = Symbol.for('kyodo-bot.test-database-server');

interface Shared {
  readonly running: Promise<Running>;
  users: number;
}

const isShared = (value: unknown): value is Shared =>
  typeof value === 'object' && value !== null && 'running' in value && 'users' in value;

/** Starts one PostgreSQL for the whole run, whichever project asks first, and tells the tests where it is. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const known: unknown = Reflect.get(globalThis, SHARED);
  const shared: Shared = isShared(known) ? known : { running: start(), users: 0 };
  Reflect.set(globalThis, SHARED, shared);
  shared.users += 1;
  const { server, stop } = await shared.running;
  project.provide('databaseServer', server);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    Reflect.deleteProperty(globalThis, SHARED);
    await stop();
  };
};
