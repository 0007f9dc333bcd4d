import { Socket } from 'node:net';
import pg from 'pg';
import { errorCode } from './problem.ts';

/** The lock that says "I use this server": shared by all who do, taken alone by the one who stops it. */
const IN_USE = 5_283_110_018;

/** The database every server has. Locks belong to a database, so all must be taken in the same one. */
const MEETING_POINT = 'postgres';

/** Where the server is reached. */
export interface ServerAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
}

/** A connection that keeps the server in use. It does not keep this process alive. */
export interface Attachment {
  readonly client: pg.Client;
  readonly socket: Socket;
}

/** PostgreSQL refused for good, rather than being about to start or to stop (class 57) or short of something (class 53). */
const isFinal = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && !/^5[37]/.test(error.code ?? '57');

/** The socket is missing, or the server that made it has ended: the system's own words, not a server's. */
const UNHEARD: readonly string[] = ['ENOENT', 'ECONNREFUSED'];

/**
 * Whether `error`, an answer of `attach`, says that no server is there. Any other one may come from a living server that
 * this process cannot see, e.g. one that recovers in another container: starting a second over the same data would ruin it.
 */
export const nobodyListens = (error: Error): boolean => UNHEARD.includes(errorCode(error));

/**
 * Connects, within `limitMs`, and takes a share in the server; the error as a value when it does not answer now but may do
 * so later. Waits for one who is just stopping it, and then fails like one who came too late. Throws when PostgreSQL refuses
 * for good.
 */
export const attach = async (address: ServerAddress, limitMs: number): Promise<Attachment | Error> => {
  const socket = new Socket();
  const client = new pg.Client({
    ...address,
    database: MEETING_POINT,
    ssl: false,
    connectionTimeoutMillis: limitMs,
    stream: () => socket,
  });
  // An error without a listener would end the process; losing the connection is noticed by its `end`.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select pg_advisory_lock_shared($1)', [IN_USE]);
    socket.unref();
    return { client, socket };
  } catch (error) {
    socket.destroy();
    if (isFinal(error) || !(error instanceof Error)) throw error;
    return error;
  }
};

/**
 * Gives the share back. If it was the last one, `stop` is run before anybody else can take a share, and its answer is the
 * answer; otherwise, and when the server is gone already, false.
 */
export const giveBack = async (
  { client, socket }: Attachment,
  stop: () => Promise<boolean>,
): Promise<boolean> => {
  socket.ref();
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [IN_USE]);
    const { rows } = await client.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [
      IN_USE,
    ]);
    return rows[0]?.last === true && (await stop());
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
};

const ALREADY_THERE: readonly string[] = ['42P04', '23505'];

/** Makes the database `name` unless it is there. Two processes may do so at once. */
export const ensureDatabase = async ({ client, socket }: Attachment, name: string): Promise<void> => {
  socket.ref();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0)
      await client.query(`create database ${client.escapeIdentifier(name)} template template0`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || !ALREADY_THERE.includes(error.code ?? '')) throw error;
  } finally {
    socket.unref();
  }
};
