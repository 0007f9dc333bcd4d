import { spawn } from 'node:child_process';
import {
  accessSync,
  chownSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { giveTo } from './access.ts';
import type { Binaries } from './binaries.ts';
import { collectLines } from './output.ts';
import { EmbeddedDatabaseError, errorCode, errorText } from './problem.ts';
import { nobody, type SystemUser, userName } from './user.ts';

/**
 * Makes the directory above the database's own, into which only we may look, unless it is there; gives its real path.
 * Throws EmbeddedDatabaseError.
 */
export const makeDataDirectory = (dataDirectory: string): string => {
  try {
    mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
    return realpathSync(dataDirectory);
  } catch (error) {
    const kind = ['EEXIST', 'ENOTDIR'].includes(errorCode(error)) ? 'not-a-directory' : 'cannot-create';
    throw new EmbeddedDatabaseError(
      { kind, path: dataDirectory, reason: errorText(error) },
      { cause: error },
    );
  }
};

/** Does `read`; a missing file is undefined, anything else that stands in the way an EmbeddedDatabaseError. */
const attempt = <T>(directory: string, read: () => T): T | undefined => {
  try {
    return read();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw new EmbeddedDatabaseError(
      { kind: 'not-readable', path: directory, reason: errorText(error) },
      { cause: error },
    );
  }
};

/**
 * Whether `directory` holds a database of PostgreSQL `version` ('ready'), or nothing yet ('fresh': absent or empty).
 * Throws EmbeddedDatabaseError in any other state; changes nothing.
 */
export const inspectDirectory = (directory: string, version: string): 'ready' | 'fresh' => {
  const found = attempt(directory, () => statSync(directory));
  if (found === undefined) return 'fresh';
  if (!found.isDirectory()) throw new EmbeddedDatabaseError({ kind: 'not-a-directory', path: directory });
  attempt(directory, () => accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK));
  const written = attempt(directory, () => readFileSync(path.join(directory, 'PG_VERSION'), 'utf8').trim());
  if (!written) {
    if (attempt(directory, () => readdirSync(directory).length) === 0) return 'fresh';
    throw new EmbeddedDatabaseError({ kind: 'no-version', path: directory });
  }
  const expected = version.split('.')[0] ?? version;
  if (written !== expected) {
    throw new EmbeddedDatabaseError({ kind: 'other-version', path: directory, found: written, expected });
  }
  const control = attempt(directory, () => statSync(path.join(directory, 'global/pg_control')));
  if (control === undefined || control.size === 0) {
    throw new EmbeddedDatabaseError({ kind: 'no-control-file', path: directory });
  }
  return 'ready';
};

/**
 * How a server program is told its directory. On Linux by way of its working directory, which it has entered while still
 * root, because its own user may not be able to walk the path; elsewhere there is no such name and the path must do.
 */
export const directoryArgument = (directory: string): string =>
  process.platform === 'linux' ? '/proc/self/cwd' : directory;

/** What every server program runs with: no locale or settings of the shell that happened to start it. */
export const SERVER_ENVIRONMENT: Readonly<Record<string, string>> = {
  LC_ALL: 'C',
  TZ: 'UTC',
  PATH: '/usr/bin:/bin',
};

const INITIALISATION: readonly string[] = [
  '--username=kyodo',
  // Who may connect is written down at each start.
  '--auth-local=peer',
  '--auth-host=reject',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
];

/** Directories an initialisation left that was killed on the way. Only safe while nobody else can be initialising. */
export const removeUnfinished = (directory: string): void => {
  const prefix = `${path.basename(directory)}.new-`;
  for (const name of readdirSync(path.dirname(directory))) {
    if (name.startsWith(prefix)) rmSync(path.join(path.dirname(directory), name), { recursive: true });
  }
};

/**
 * Makes an empty database in `directory`. It is made beside it and moved there when complete, so that a directory under
 * this name is never half made. Throws EmbeddedDatabaseError with what initdb said.
 */
export const initialise = async (
  directory: string,
  binaries: Binaries,
  user: SystemUser | undefined,
): Promise<void> => {
  // initdb wants to be run by somebody with a name.
  const maker = user === undefined || userName(user.uid) !== undefined ? user : nobody();
  let unfinished: string;
  try {
    unfinished = mkdtempSync(`${directory}.new-`);
    if (maker !== undefined) chownSync(unfinished, maker.uid, maker.gid);
  } catch (error) {
    throw new EmbeddedDatabaseError(
      { kind: 'cannot-create', path: directory, reason: errorText(error) },
      { cause: error },
    );
  }
  const initdb = spawn(
    path.join(binaries.directory, 'bin/initdb'),
    ['-D', directoryArgument(unfinished), ...INITIALISATION],
    { ...maker, env: SERVER_ENVIRONMENT, cwd: unfinished, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const { closed, output } = collectLines(initdb);
  if ((await closed) !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new EmbeddedDatabaseError({ kind: 'initialisation-failed', path: directory, output: output() });
  }
  try {
    if (user !== undefined) giveTo(unfinished, user);
    renameSync(unfinished, directory);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Where processes cannot lock each other out, another may have moved its own there first: that one serves as well.
    if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error))) {
      throw new EmbeddedDatabaseError(
        { kind: 'cannot-create', path: directory, reason: errorText(error) },
        { cause: error },
      );
    }
  }
};
