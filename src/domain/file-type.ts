/** A file as it came. */
export type NamedBytes = { readonly name: string; readonly bytes: Uint8Array };

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
