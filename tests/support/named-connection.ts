import pg from 'pg';
import type { TestDatabase } from './database.ts';

/** A connection that a process by this name would have, until it is ended. */
export const connectionNamed = async (
  { connection }: Pick<TestDatabase, 'connection'>,
  name: string,
): Promise<Pick<pg.Client, 'query' | 'end'>> => {
  const client = new pg.Client({ ...connection, application_name: name });
  await client.connect();
  return client;
};
