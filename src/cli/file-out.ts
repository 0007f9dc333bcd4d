import { writeFile } from 'node:fs/promises';
import { cliText } from '../texts/cli.ts';
import { CommandEnd, EXIT, say } from './output.ts';

/** What was typed about the file that a command writes. */
export type FileOptions = { readonly format: string; readonly out?: string };

/** The formats of a command: how one is read, which there are, which of them a terminal can show, and what such a file may be called. */
type Formats<Format extends string> = {
  readonly read: (typed: string) => Format | undefined;
  readonly known: readonly Format[];
  readonly shown: readonly Format[];
  readonly name: string;
};

/** The format that was typed; ends the command where there is none such, and where it needs a file and none is named. */
export const formatToWrite = <Format extends string>(
  { format: typed, out }: FileOptions,
  { read, known, shown, name }: Formats<Format>,
): Format => {
  const format = read(typed);
  if (format === undefined) throw new CommandEnd(EXIT.usage, cliText.unknownFormat(typed, known));
  if (out === undefined && !shown.includes(format))
    throw new CommandEnd(EXIT.usage, cliText.needsFile(format, name));
  return format;
};

/** Shows a text, or writes the file named with --out and says so. */
export const showOrWrite = async (out: string | undefined, bytes: Uint8Array): Promise<void> => {
  if (out === undefined) say(new TextDecoder().decode(bytes).replace(/\n$/u, ''));
  else await writeOut(out, bytes);
};

/** Writes the file named with --out, and says so. */
export const writeOut = async (out: string, bytes: Uint8Array): Promise<void> => {
  await writeFile(out, bytes).catch(() => {
    throw new CommandEnd(EXIT.refused, cliText.notWritten(out));
  });
  say(cliText.written(out));
};
