import { setTimeout as delay } from 'node:timers/promises';
import { type Attachment, attach, nobodyListens } from './attachment.ts';
import { binariesReadableBy, findBinaries } from './binaries.ts';
import { initialise, inspectDirectory, removeUnfinished } from './directory.ts';
import { EmbeddedDatabaseError, errorText } from './problem.ts';
import { directoryIdentity, runningServer, type ServerPlan, startServer } from './process.ts';
import { type SocketDirectory, socketDirectory } from './socket.ts';
import { withStartLock } from './start-lock.ts';
import { serverUser } from './user.ts';

/** The owner of a new database, and the only user it has. */
export const USER = 'kyodo';
/** Never opened: PostgreSQL names its unix socket by it. */
export const PORT = 5432;
/** The database of the record. */
export const DATABASE = 'kyodo';

/** Said when others that start a server over the same directory did not end in time. */
export const NO_TURN = 'ほかの起動処理が終わるのを待ちましたが、終わりませんでした';

/** A server that is ready answers at once. One attempt may take this long, but no more than a quarter of the whole wait. */
const ANSWER_LIMIT_MS = 5000;
const POLL_MS = 10;

/** A share in a running server, and whether this process started it. */
export interface Found {
  readonly how: 'started' | 'found';
  readonly attachment: Attachment;
}

/** One database directory and how this process deals with it. */
export interface Place {
  /** Holds the database's directory, and lets the bot keep other files beside it. */
  readonly parent: string;
  readonly directory: string;
  /** PostgreSQL settings beyond our own, e.g. `{ fsync: 'off' }`. */
  readonly flags: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
  /** How long a server may take until it can be used, and another process until it has started one. */
  readonly limitMs: number;
  /** Set when the directory is known to hold a database; kept from then on, because connections are made by its name. */
  socket: SocketDirectory | undefined;
}

const tryToAttach = async (place: Place): Promise<Attachment | Error> => {
  place.socket ??= socketDirectory(place.directory);
  try {
    const address = { host: place.socket.host, port: PORT, user: USER };
    return await attach(address, Math.min(ANSWER_LIMIT_MS, place.limitMs / 4));
  } catch (error) {
    throw new EmbeddedDatabaseError(
      { kind: 'no-answer', path: place.directory, reason: errorText(error) },
      { cause: error },
    );
  }
};

/** How a server over the directory of `place` is started on this machine. */
export const planFor = (place: Pick<Place, 'directory' | 'flags' | 'log'>): ServerPlan => {
  const user = serverUser(place.directory);
  return {
    directory: place.directory,
    binaries: binariesReadableBy(findBinaries(), user),
    user,
    flags: place.flags,
    log: place.log,
  };
};

/**
 * Run by one process at a time: starts a server when nobody listens and none is seen, and waits for one that is starting,
 * recovering, stopping or full. Leaves the directory alone while one may be there.
 */
const startUnlessFound = async (place: Place, alone: boolean): Promise<Found> => {
  const { directory } = place;
  const { version } = findBinaries();
  const deadline = performance.now() + place.limitMs;
  let how: Found['how'] = 'found';
  for (;;) {
    if (inspectDirectory(directory, version) === 'fresh') {
      if (alone) removeUnfinished(directory);
      const { binaries, user } = planFor(place);
      await initialise(directory, binaries, user);
    }
    const attachment = await tryToAttach(place);
    if (!(attachment instanceof Error)) return { how, attachment };
    if (performance.now() > deadline) {
      throw new EmbeddedDatabaseError({ kind: 'no-answer', path: directory, reason: attachment.message });
    }
    const absent = nobodyListens(attachment) && runningServer(directory) === undefined;
    if (absent && (await startServer(planFor(place), deadline))) {
      how = 'started';
    } else {
      await delay(POLL_MS);
    }
  }
};

/** A share in the server of `place`, which is started if need be. Throws EmbeddedDatabaseError. */
export const findOrStart = async (place: Place): Promise<Found> => {
  const { version } = findBinaries();
  if (inspectDirectory(place.directory, version) === 'ready') {
    const attachment = await tryToAttach(place);
    if (!(attachment instanceof Error)) return { how: 'found', attachment };
  }
  try {
    return await withStartLock(directoryIdentity(place.parent), place.limitMs, (alone) =>
      startUnlessFound(place, alone),
    );
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'TimeoutError') throw error;
    throw new EmbeddedDatabaseError(
      { kind: 'no-answer', path: place.directory, reason: NO_TURN },
      { cause: error },
    );
  }
};
