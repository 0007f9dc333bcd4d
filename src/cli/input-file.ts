import { open, stat } from 'node:fs/promises';
import { cliText } from '../texts/cli.ts';
import { tableSentence } from '../texts/csv.ts';
import { CommandEnd, EXIT } from './output.ts';

/** The most bytes of a file that are read: no table that people keep has more. */
const MOST_BYTES = 20 * 1024 * 1024;

const cannotOpen = (file: string) => (): never => {
  throw new CommandEnd(EXIT.refused, cliText.noFile(file));
};

/**
 * The bytes of a file that somebody named. Ends the command where there is none, where it is no regular file (a pipe or a
 * device may never end), or where it is too large. As many bytes are read as it says it has, and no more: what the system
 * makes up while it is read (/proc) says 0.
 */
export const readInputFile = async (file: string): Promise<Uint8Array> => {
  const found = await stat(file).catch(cannotOpen(file));
  if (!found.isFile()) throw new CommandEnd(EXIT.refused, cliText.noRegularFile(file));
  if (found.size > MOST_BYTES)
    throw new CommandEnd(EXIT.refused, cliText.tooLarge(file, MOST_BYTES / 1024 / 1024));
  if (found.size === 0) throw new CommandEnd(EXIT.refused, tableSentence({ kind: 'empty' }));
  const handle = await open(file).catch(cannotOpen(file));
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(found.size));
    return buffer.subarray(0, bytesRead);
  } catch {
    return cannotOpen(file)();
  } finally {
    await handle.close();
  }
};
