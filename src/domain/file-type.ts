import { onOneLine } from './bad-letters.ts';

/** A file as it came. */
export type NamedBytes = { readonly name: string; readonly bytes: Uint8Array };

/** The name of a file as it can be kept and shown. E.g. one that shows as `exe.png` but ends with `gnp.exe` shows how it ends. */
export const cleanFileName = (name: string): string => onOneLine(name).trim();

/** Letters that no file's name may have on Windows. */
const NOT_IN_NAMES = /[\\/:*?"<>|]/gu;

/** As many letters of a name leave the whole name of a file under 255 bytes. */
export const MOST_OF_FILE_NAME = 40;

/** The name of a file that the bot writes, as every machine takes it. E.g. `会議録_A/B会議.docx` is `会議録_A_B会議.docx`. */
export const writtenFileName = (name: string): string => cleanFileName(name).replaceAll(NOT_IN_NAMES, '_');

/** What files of each type begin with. */
export type Beginnings<T extends string> = Readonly<Record<T, readonly number[]>>;

/**
 * The type of a file among those of `beginnings`, when both the ending of its name and its first bytes say so; undefined
 * where they do not agree or it is none of them. E.g. `報告.PDF` that begins with `%PDF-` is a `pdf`.
 */
export const fileTypeOf = <T extends string>(
  { name, bytes }: NamedBytes,
  beginnings: Beginnings<T>,
): T | undefined => {
  const types = Object.keys(beginnings) as T[];
  const type = types.find((known) => name.toLowerCase().endsWith(`.${known}`));
  return type !== undefined && beginnings[type].every((byte, index) => bytes[index] === byte)
    ? type
    : undefined;
};

/** A file of the record, without its content. */
export type FileName = { readonly id: string; readonly name: string };
