import { existsSync, realpathSync, statSync } from 'node:fs';
import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { attach, ensureDatabase, giveBack } from '../embedded/attachment.ts';
import { findBinaries } from '../embedded/binaries.ts';
import { makeDataDirectory, removeUnfinished } from '../embedded/directory.ts';
import { EmbeddedDatabaseError, errorText } from '../embedded/problem.ts';
import { directoryIdentity, runningServer, startServer, stopServer } from '../embedded/process.ts';
import { socketDirectory } from '../embedded/socket.ts';
import { DATABASE, NO_TURN, PORT, planFor, USER } from '../embedded/start.ts';
import { withStartLock } from '../embedded/start-lock.ts';
import { lookAtDatabase } from '../migrate/migrate.ts';
import { syncFolder } from '../whole-files.ts';
import { BackupError, type BackupHead, thisMachine } from './form.ts';
import { unpackBackup } from './unpack.ts';

/** Others that start a server over the same directory are waited for so long. */
const TURN_LIMIT_MS = 60_000;
/** What was written while the backup was made is carried out anew; then everything goes to the disk. */
const RECOVERY_LIMIT_MS = 600_000;

const majorOf = (version: string): string => version.split('.')[0] ?? version;

/** Refuses what the programs installed here can't read. */
const accept = ({ postgres, machine }: BackupHead): void => {
  const { version } = findBinaries();
  if (machine !== thisMachine())
    throw new BackupError({ kind: 'other-machine', found: machine, expected: thisMachine() });
  if (majorOf(postgres) !== majorOf(version))
    throw new BackupError({
      kind: 'other-postgres',
      found: majorOf(postgres),
      expected: majorOf(version),
    });
};

/** Has the server recover what is in `directory` and stop again, after which it is a database like any other. */
const recover = async (directory: string, log: (line: string) => void): Promise<void> => {
  const limit = performance.now() + RECOVERY_LIMIT_MS;
  const socket = socketDirectory(directory);
  try {
    await startServer(planFor({ directory, flags: {}, log }), limit);
    const attachment = await attach({ host: socket.host, port: PORT, user: USER }, RECOVERY_LIMIT_MS);
    if (attachment instanceof Error) throw attachment;
    await ensureDatabase(attachment, DATABASE);
    // A bot of this version would not start over it.
    const { problem } = await lookAtDatabase({
      host: socket.host,
      port: PORT,
      user: USER,
      database: DATABASE,
    });
    if (problem?.kind === 'newer') throw new BackupError({ kind: 'newer-form' });
    await giveBack(attachment, () => stopServer(directory, RECOVERY_LIMIT_MS));
    if (runningServer(directory) !== undefined) throw new Error('the server does not stop');
  } catch (error) {
    await stopServer(directory, RECOVERY_LIMIT_MS);
    if (error instanceof BackupError) throw error;
    const output =
      error instanceof EmbeddedDatabaseError && error.problem.kind === 'start-failed'
        ? error.problem.output
        : [errorText(error)];
    throw new BackupError({ kind: 'does-not-start', output }, { cause: error });
  } finally {
    socket.close();
  }
};

/** Moves it to its name, where there is nothing or an empty folder, and has the disk keep that. */
const moveTo = async (directory: string, unfinished: string): Promise<void> => {
  await rename(unfinished, directory);
  await syncFolder(path.dirname(directory));
};

/** Whether there is more than an empty folder. */
const isTaken = async (directory: string): Promise<boolean> =>
  existsSync(directory) && !(statSync(directory).isDirectory() && (await readdir(directory)).length === 0);

/** Puts it into `directory`, whose start nobody else is at. */
const putInto = async (
  directory: string,
  file: string,
  { alone, log }: { readonly alone: boolean; readonly log: (line: string) => void },
): Promise<BackupHead> => {
  if (await isTaken(directory)) throw new BackupError({ kind: 'record-there', directory });
  if (alone) removeUnfinished(directory);
  const unfinished = await mkdtemp(`${directory}.new-`);
  try {
    const head = await unpackBackup(file, unfinished, accept);
    await recover(unfinished, log);
    await moveTo(directory, unfinished);
    return head;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
};

/**
 * Puts the backup `file` where the embedded database of `dataDir` is, which must not be there yet. It is unpacked beside its place,
 * compared with what was written, recovered by PostgreSQL, and only then moved there: whole or not at all. Whoever starts the bot
 * meanwhile waits. Gives what the backup says of itself. Throws BackupError, and EmbeddedDatabaseError where the programs are missing.
 */
export const putBack = async (
  dataDir: string,
  file: string,
  log: (line: string) => void = () => {},
): Promise<BackupHead> => {
  findBinaries();
  const parent = makeDataDirectory(path.resolve(dataDir));
  const named = path.join(parent, 'postgres');
  // A link may lead to another disk.
  const directory = existsSync(named) ? realpathSync(named) : named;
  return withStartLock(directoryIdentity(parent), TURN_LIMIT_MS, (alone) =>
    putInto(directory, file, { alone, log }),
  ).catch((error: unknown) => {
    if (error instanceof BackupError || error instanceof EmbeddedDatabaseError) throw error;
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    const reason = isLate ? NO_TURN : errorText(error);
    throw new BackupError({ kind: 'not-put-back', directory, reason }, { cause: error });
  });
};
