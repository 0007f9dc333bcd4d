import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type EmbeddedConnection, openEmbedded } from '../../src/db/embedded/embedded.ts';
import { applyMigrations } from '../../src/db/migrate/migrate.ts';
import { migrateQueues } from '../../src/jobs/migrate-queues.ts';

/** A PostgreSQL of one test file, which may take it away and bring it back. */
export type OwnServer = {
  readonly connection: EmbeddedConnection;
  /** Stops it, cutting every connection. */
  readonly goDown: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const FLAGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Starts one with all tables and no rows. */
export const startOwnServer = async (): Promise<OwnServer> => {
  const directory = mkdtempSync(path.join(tmpdir(), 'kyodo-own-'));
  const open = () => openEmbedded(directory, { flags: FLAGS });
  let server = await open();
  const { connection } = server;
  await applyMigrations(connection);
  await migrateQueues(connection);
  const goDown = async (): Promise<void> => {
    if (!(await server.release())) throw new Error('the server of this test is used by somebody else');
  };
  return {
    connection,
    goDown,
    comeBack: async () => {
      server = await open();
    },
    stop: async () => {
      await server.release();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};
