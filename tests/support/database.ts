import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type { EmbeddedConnection } from '../../src/db/embedded/embedded.ts';

/** A database of one test file. */
export interface TestDatabase {
  readonly connection: EmbeddedConnection;
  /** Removes it, cutting what is still connected. */
  drop(): Promise<void>;
}

const order = async (connection: EmbeddedConnection, sql: string): Promise<void> => {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};

/**
 * A database with all tables and no rows, of its own: a clone of the run's template. With `blank`, one without even tables.
 * Drop it in `afterAll`; what is forgotten goes with the server at the end of the run.
 */
export const createTestDatabase = async ({
  blank = false,
}: {
  readonly blank?: boolean;
} = {}): Promise<TestDatabase> => {
  const { connection, template } = inject('databaseServer');
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  await order(
    connection,
    `create database ${database} template ${blank ? 'template0' : template} strategy file_copy`,
  );
  return {
    connection: { ...connection, database },
    drop: () => order(connection, `drop database if exists ${database} with (force)`),
  };
};
