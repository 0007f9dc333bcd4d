import { type FileHandle, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { DATA_FILE } from './form.ts';

/**
 * What PostgreSQL says to leave out of a copy ("Making a Base Backup Using the Low Level API", step 3): what belongs to the
 * running server, what it makes anew at its start, and the WAL, which is added once it is known.
 */
const EMPTY_FOLDERS: ReadonlySet<string> = new Set([
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_wal',
]);
const NOT_COPIED: ReadonlySet<string> = new Set([
  'postmaster.pid',
  'postmaster.opts',
  'backup_label',
  'backup_label.old',
  'tablespace_map',
  'tablespace_map.old',
  'pg_internal.init',
]);
/** Sorted rows, tables of one session, and files that were being written. */
const PASSING = /^(?:pgsql_tmp.*|pg_internal\.init\.\d+|t\d+_\d+(?:_\w+)?(?:\.\d+)?)$/u;

const isCopied = (name: string): boolean =>
  DATA_FILE.test(name) && !NOT_COPIED.has(name) && !PASSING.test(name);

/** It changes last, and says where recovery begins: copied after all others. */
export const CONTROL_FILE = 'global/pg_control';

/** A folder (its name ends in `/`) or a file, by its name in the directory. */
export async function* dataNames(directory: string, below = ''): AsyncGenerator<string> {
  const entries = await readdir(path.join(directory, below), { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = `${below}${entry.name}`;
    if (!isCopied(entry.name) || name === CONTROL_FILE) continue;
    if (entry.isDirectory()) {
      yield `${name}/`;
      if (!EMPTY_FOLDERS.has(name)) yield* dataNames(directory, `${name}/`);
    } else if (entry.isFile()) yield name;
  }
}

const PIECE = 1 << 20;

/** Exactly `size` bytes of what `handle` opened: zeros where it has become shorter, which the WAL tells of. */
async function* bytesOf(handle: FileHandle, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < size; ) {
    const piece = Buffer.alloc(Math.min(PIECE, size - at));
    const { bytesRead } = await handle.read(piece, 0, piece.length, at);
    at += bytesRead === 0 ? piece.length : bytesRead;
    yield bytesRead === 0 ? piece : piece.subarray(0, bytesRead);
  }
}

/**
 * Has `take` the content of `file` as long as it is now. False where there is none: a table that was dropped meanwhile.
 */
export const withFile = async (
  file: string,
  take: (size: number, content: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<boolean> => {
  let handle: FileHandle;
  try {
    handle = await open(file, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
  try {
    const { size } = await handle.stat();
    await take(size, bytesOf(handle, size));
    return true;
  } finally {
    await handle.close();
  }
};
