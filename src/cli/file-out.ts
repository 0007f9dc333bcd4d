import { writeFile } from 'node:fs/promises';
import { cliText } from '../texts/cli.ts';
import { CommandEnd, EXIT, say } from './output.ts';

/** Writes the file named with --out, and says so. */
export const writeOut = async (out: string, bytes: Uint8Array): Promise<void> => {
  await writeFile(out, bytes).catch(() => {
    throw new CommandEnd(EXIT.refused, cliText.notWritten(out));
  });
  say(cliText.written(out));
};
