import path from 'node:path';
import { ensureDatabase, giveBack } from './attachment.ts';
import { findBinaries } from './binaries.ts';
import { makeDataDirectory } from './directory.ts';
import { runningServer } from './process.ts';
import { keepShare } from './share.ts';
import { DATABASE, findOrStart, type Place, PORT, USER } from './start.ts';

/** A database of some years that was cut off recovers in seconds; a minute leaves room for slow disks. */
const START_LIMIT_MS = 60_000;

/** How to reach a database of the server; `host` is the directory of its unix socket. */
export interface EmbeddedConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

/** A running server in which this process has a share. */
export interface EmbeddedServer {
  readonly connection: EmbeddedConnection;
  /** Whether this process started it or found it running. */
  readonly how: 'started' | 'found';
  readonly pid: number;
  /** Gives the share back; true when nobody else had one and the server has been stopped, by this process or just before it. */
  release(): Promise<boolean>;
}

/**
 * `flags` are PostgreSQL settings, e.g. `{ fsync: 'off' }`; `log` is given the server's own lines while we are its starter;
 * `limitMs` is how long to wait for a server that is starting or recovering, a minute unless told.
 */
export interface EmbeddedOptions {
  readonly flags?: Readonly<Record<string, string>>;
  readonly log?: (line: string) => void;
  readonly limitMs?: number;
}

/**
 * Opens the PostgreSQL in `dataDir`/postgres, without a network port: an empty one is made at the first time, a server that
 * runs already is used (the bot and its command line share one; one that outlived a killed bot is found again), otherwise
 * it is started. The last of the processes that opened it stops it by `release`. It does not keep this process alive.
 * Throws EmbeddedDatabaseError, whose Japanese message can be shown as it is; a directory it cannot read stays untouched.
 *
 * E.g. `openEmbedded('./data')` answers `{ how: 'started', connection: { host: '/srv/kyodo/data/postgres', port: 5432,
 * user: 'kyodo', database: 'kyodo' }, … }`.
 */
export const openEmbedded = async (
  dataDir: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedServer> => {
  findBinaries();
  const parent = makeDataDirectory(path.resolve(dataDir));
  const place: Place = {
    parent,
    directory: path.join(parent, 'postgres'),
    flags: options.flags ?? {},
    log: options.log ?? (() => {}),
    limitMs: options.limitMs ?? START_LIMIT_MS,
    socket: undefined,
  };
  const { how, attachment } = await findOrStart(place);
  try {
    await ensureDatabase(attachment, DATABASE);
  } catch (error) {
    await giveBack(attachment, async () => false);
    throw error;
  }
  const { release } = keepShare(place, attachment);
  const host = place.socket?.host ?? place.directory;
  return {
    connection: { host, port: PORT, user: USER, database: DATABASE },
    how,
    get pid() {
      return runningServer(place.directory) ?? 0;
    },
    release,
  };
};
