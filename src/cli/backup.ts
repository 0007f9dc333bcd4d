import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config.ts';
import { BackupError, FORM, thisMachine } from '../db/backup/form.ts';
import { takeBackup } from '../db/backup/take.ts';
import { findBinaries } from '../db/embedded/binaries.ts';
import { inspectDirectory } from '../db/embedded/directory.ts';
import { openEmbedded } from '../db/embedded/embedded.ts';
import { systemClock } from '../deps.ts';
import { backupSentence, backupText } from '../texts/backup.ts';
import { CommandEnd, EXIT, say } from './output.ts';
import { versionOfBot } from './version.ts';

/** Ends a command with what is said of a BackupError. */
export const endOfBackup = (error: unknown): never => {
  if (error instanceof BackupError) throw new CommandEnd(EXIT.failure, backupSentence(error.problem));
  throw error;
};

/** Whether `file`, whose folder is there, would lie in `directory`. */
const liesIn = (file: string, directory: string): boolean => {
  const folder = path.dirname(path.resolve(file));
  if (!existsSync(folder)) return false;
  const way = path.relative(realpathSync(directory), realpathSync(folder));
  return way === '' || !(way.startsWith('..') || path.isAbsolute(way));
};

/** Whether there is a database; a folder that an operator has made for one holds none yet. */
const hasRecord = (directory: string): boolean =>
  existsSync(directory) && inspectDirectory(directory, findBinaries().version) === 'ready';

/** `backup FILE`: the embedded database as one file, while the bot works. */
export const backup = async ({ databaseUrl, dataDir }: Config, file: string): Promise<void> => {
  const refuse = (sentence: string): never => {
    throw new CommandEnd(EXIT.refused, sentence);
  };
  if (databaseUrl !== undefined) refuse(backupText.elsewhereBackup);
  const directory = path.resolve(dataDir, 'postgres');
  if (!hasRecord(directory)) refuse(backupText.noRecord(dataDir));
  if (existsSync(path.resolve(file))) refuse(backupSentence({ kind: 'file-there' }));
  if (liesIn(file, dataDir)) refuse(backupText.besideRecord(file));
  const begun = systemClock.now();
  const head = {
    form: FORM,
    at: begun.toISOString(),
    bot: versionOfBot(),
    postgres: findBinaries().version,
    machine: thisMachine(),
  };
  const { connection, release } = await openEmbedded(dataDir);
  try {
    const bytes = await takeBackup({ connection, directory }, path.resolve(file), head);
    say(backupText.made(file, (bytes / 1e6).toFixed(1)));
  } catch (error) {
    endOfBackup(error);
  } finally {
    await release();
  }
};
