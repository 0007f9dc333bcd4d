import { readdir } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import type { Connection } from '../client.ts';
import { errorCode, errorText } from '../embedded/problem.ts';
import { directoryIdentity } from '../embedded/process.ts';
import { type Archive, createArchive } from './archive.ts';
import { CONTROL_FILE, dataNames, withFile } from './data-files.ts';
import { BackupError, type BackupHead, DATA_NAME, HEAD_NAME } from './form.ts';

/** Held by the one process that makes a backup of this server. */
const BACKING_UP = 5_283_110_022;

const Stopped = z.tuple([
  z.object({ label: z.string(), tablespaces: z.string(), firstWal: z.string(), lastWal: z.string() }),
]);

/** The server in backup mode: it keeps the WAL from here on until `stop`, or until this process ends. */
type BackupMode = {
  /** Ends it; `label` belongs into the copy, and so does the WAL from the one segment to the other. */
  readonly stop: () => Promise<z.infer<typeof Stopped>[0]>;
  readonly leave: () => Promise<void>;
};

const one = async (client: pg.Client, sql: string, values: unknown[] = []): Promise<unknown> => {
  const { rows } = await client.query<unknown[]>({ text: sql, values, rowMode: 'array' });
  return rows[0]?.[0];
};

const enterBackupMode = async (connection: Connection): Promise<BackupMode> => {
  const client = new pg.Client(connection);
  // The server notes that we are gone and we that it is, at the next question.
  client.on('error', () => {});
  await client.connect();
  const leave = (): Promise<void> => client.end();
  try {
    if ((await one(client, 'select pg_try_advisory_lock($1)', [BACKING_UP])) !== true)
      throw new BackupError({ kind: 'another-is-made' });
    if ((await one(client, 'show wal_level')) === 'minimal')
      throw new BackupError({ kind: 'server-too-old' });
    // A slot of this session keeps the WAL from its last checkpoint on, which is before the backup begins.
    await client.query(
      "select pg_create_physical_replication_slot('kyodo_backup_' || pg_backend_pid(), true, true)",
    );
    const from = await one(client, "select pg_backup_start('kyodo-bot', true)::text");
    return {
      stop: async () => {
        const { rows } = await client.query(
          `select labelfile as label, spcmapfile as tablespaces,
                  pg_walfile_name($1::pg_lsn) as "firstWal", pg_walfile_name(lsn - 1) as "lastWal"
             from pg_backup_stop(wait_for_archive := false)`,
          [from],
        );
        return Stopped.parse(rows)[0];
      },
      leave,
    };
  } catch (error) {
    await leave();
    throw error;
  }
};

/** The place of a WAL file among all: its name is its timeline, its log and its part of it, of which there are 256. */
const placeOfWal = (name: string): number =>
  Number.parseInt(name.slice(8, 16), 16) * 256 + Number.parseInt(name.slice(16), 16);

/** The names of the WAL files from the first to the last; throws where one is not there. */
const walBetween = async (folder: string, first: string, last: string): Promise<readonly string[]> => {
  const names = (await readdir(folder))
    .filter((name) => /^[0-9A-F]{24}$/u.test(name) && name >= first && name <= last)
    .toSorted();
  const wanted = placeOfWal(last) - placeOfWal(first) + 1;
  if (names.length !== wanted) throw new Error(`${names.length} of ${wanted} WAL files are there`);
  return names;
};

/** Copies the directory of a server that is in backup mode, and then the WAL that makes the copy whole. */
const copyTo = async (archive: Archive, directory: string, mode: BackupMode): Promise<void> => {
  const add = (name: string): Promise<boolean> =>
    withFile(path.join(directory, name), (size, content) =>
      archive.addFile(`${DATA_NAME}${name}`, size, content),
    );
  for await (const name of dataNames(directory)) {
    if (name.endsWith('/')) await archive.addFolder(`${DATA_NAME}${name}`);
    else await add(name);
  }
  await add(CONTROL_FILE);
  const { label, tablespaces, firstWal, lastWal } = await mode.stop();
  if (tablespaces !== '') throw new BackupError({ kind: 'tablespaces' });
  for (const name of await walBetween(path.join(directory, 'pg_wal'), firstWal, lastWal))
    await add(`pg_wal/${name}`);
  await archive.addText(`${DATA_NAME}backup_label`, label);
};

/** What the system says of the archive's own place, rather than of the database. */
const OF_TARGET: readonly string[] = ['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EIO'];

const problemOf = (error: unknown): BackupError => {
  if (error instanceof BackupError) return error;
  const reason = errorText(error);
  if (OF_TARGET.includes(errorCode(error)))
    return new BackupError({ kind: 'not-written', reason }, { cause: error });
  return new BackupError({ kind: 'database-gone', reason }, { cause: error });
};

/**
 * Writes what the server over `directory`, reached at `connection`, holds to `file`, which is there only when it is whole: every
 * transaction that was acknowledged before the end began is in it. The server goes on working. Gives how many bytes the file has.
 * Throws BackupError, and leaves nothing then.
 */
export const takeBackup = async (
  { connection, directory }: { readonly connection: Connection; readonly directory: string },
  file: string,
  head: BackupHead,
): Promise<number> => {
  const notWritten = (error: unknown): never => {
    if (error instanceof BackupError) throw error;
    throw new BackupError({ kind: 'not-written', reason: errorText(error) }, { cause: error });
  };
  // Before the file is touched, on which another may be at work.
  const mode = await enterBackupMode(connection).catch((error: unknown) => {
    throw problemOf(error);
  });
  try {
    const archive = await createArchive(`${file}.${directoryIdentity(directory)}.part`).catch(notWritten);
    try {
      await archive.addText(HEAD_NAME, JSON.stringify(head));
      await copyTo(archive, directory, mode);
      return await archive.finish(file).catch(notWritten);
    } catch (error) {
      await archive.abandon();
      throw problemOf(error);
    }
  } finally {
    await mode.leave();
  }
};
