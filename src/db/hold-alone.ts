import pg from 'pg';
import type { Connection } from './client.ts';

/**
 * Makes this process the only one that holds `lock` (the number of an advisory lock) over the database at `connection`, until
 * it lets go or ends. Undefined where another one holds it.
 */
export const holdAlone = async (
  connection: Connection,
  lock: number,
): Promise<{ readonly letGo: () => Promise<void> } | undefined> => {
  const client = new pg.Client(connection);
  // A database that goes away takes the lock with it; whoever holds it notices that elsewhere.
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [lock]);
  if (rows[0]?.held === true) return { letGo: () => client.end() };
  await client.end();
  return undefined;
};
