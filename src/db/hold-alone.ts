import pg from 'pg';
import type { Connection } from './client.ts';

/** What one process at a time may do over a database, by the number of its lock. */
const LOCKS = { practice: 5_283_110_021 } as const;

/**
 * Makes this process the only one that does `what` over the database at `connection`, until it lets go or ends. Undefined
 * where another one does it already.
 */
export const holdAlone = async (
  connection: Connection,
  what: keyof typeof LOCKS,
): Promise<{ readonly letGo: () => Promise<void> } | undefined> => {
  const client = new pg.Client(connection);
  // A database that goes away takes the lock with it; whoever holds it notices that elsewhere.
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [
    LOCKS[what],
  ]);
  if (rows[0]?.held === true) return { letGo: () => client.end() };
  await client.end();
  return undefined;
};
