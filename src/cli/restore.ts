import { statSync } from 'node:fs';
import type { Config } from '../config.ts';
import { backupText } from '../texts/backup.ts';
import { CommandEnd, EXIT } from './output.ts';
import { restoreBackup } from './restore-backup.ts';

/** `restore FILE`. */
export const restore = async (config: Config, from: string): Promise<void> => {
  if (statSync(from, { throwIfNoEntry: false })?.isFile() !== true)
    throw new CommandEnd(EXIT.refused, backupText.noFile(from));
  await restoreBackup(config, from);
};
