import { createHash } from 'node:crypto';
import { closeSync, openSync, readlinkSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { errorCode } from './problem.ts';

/** A socket's path may have 107 bytes on Linux and 103 on macOS; `/.s.PGSQL.5432` takes 14 of them. */
const LONGEST_DIRECTORY = 89;

/** A name for the directory of the server's socket, good until `close`. */
export interface SocketDirectory {
  readonly host: string;
  readonly close: () => void;
}

/**
 * A short enough name for `directory`: its own path, or on Linux that of an open file of this process (nothing is left in
 * /tmp that a cleaner could take away under a bot that runs for months), or elsewhere a symbolic link in the temporary
 * directory.
 */
export const socketDirectory = (directory: string): SocketDirectory => {
  if (Buffer.byteLength(directory) <= LONGEST_DIRECTORY) return { host: directory, close: () => {} };
  if (process.platform === 'linux') {
    const opened = openSync(directory, 'r');
    return { host: `/proc/${process.pid}/fd/${opened}`, close: () => closeSync(opened) };
  }
  const digest = createHash('sha256').update(directory).digest('hex').slice(0, 12);
  const link = path.join(tmpdir(), `kyodo-${digest}`);
  try {
    symlinkSync(directory, link);
  } catch (error) {
    // The name is known beforehand, so another user might have laid a link of his own there.
    if (errorCode(error) !== 'EEXIST' || readlinkSync(link) !== directory) throw error;
  }
  return { host: link, close: () => {} };
};
