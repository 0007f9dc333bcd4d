import { statSync } from 'node:fs';
import type { Config } from '../config.ts';
import { backupText } from '../texts/backup.ts';
import { restoreText } from '../texts/restore.ts';
import { CommandEnd, EXIT } from './output.ts';
import { restoreBackup } from './restore-backup.ts';
import { type RestoreOptions, restoreExport } from './restore-export.ts';

/** `restore FILE` puts a backup back, `restore DIR` what was exported. */
export const restore = async (config: Config, from: string, options: RestoreOptions): Promise<void> => {
  const place = statSync(from, { throwIfNoEntry: false });
  if (place?.isDirectory() === true) return restoreExport(config, from, options);
  if (place?.isFile() !== true) throw new CommandEnd(EXIT.refused, backupText.noFile(from));
  // A backup is of all workspaces, and what is asked of one must not be passed over.
  if (Object.keys(options).length > 0) throw new CommandEnd(EXIT.usage, restoreText.optionsOfFolder);
  await restoreBackup(config, from);
};
