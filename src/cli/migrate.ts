import type { Config } from '../config.ts';
import { createLog, openRecord } from '../deps.ts';
import { cliText } from '../texts/cli.ts';
import { say } from './output.ts';

/** `migrate`: brings the database to the newest form as a start does, and ends; says which changes it made. */
export const migrate = async (config: Config): Promise<void> => {
  const { applied, close } = await openRecord(config, createLog('silent'));
  await close();
  say(cliText.migrated(applied.length));
};
