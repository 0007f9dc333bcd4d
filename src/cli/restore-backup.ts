import type { Config } from '../config.ts';
import { putBack } from '../db/backup/put-back.ts';
import { printMoment } from '../domain/calendar/moment.ts';
import { backupText } from '../texts/backup.ts';
import { endOfBackup } from './backup.ts';
import { CommandEnd, EXIT, say } from './output.ts';

/** `restore FILE`: what `backup` wrote, where there is no record yet. */
export const restoreBackup = async ({ databaseUrl, dataDir }: Config, file: string): Promise<void> => {
  if (databaseUrl !== undefined) throw new CommandEnd(EXIT.refused, backupText.elsewhereRestore);
  const { at } = await putBack(dataDir, file).catch(endOfBackup);
  say(backupText.putBack(file, printMoment(new Date(at))));
  say(backupText.sentAgain);
};
