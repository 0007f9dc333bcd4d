/**
 * What a reader of a document finds in it, in order and the same from every format: headings, lines of text, what is called by a
 * name, the words of pictures, and tables, their headings first. The lines of a cell have line breaks between them; a caption that
 * people see is a line before its table.
 */
export type ReadPart =
  | { readonly heading: string; readonly level: number }
  | { readonly line: string }
  | { readonly facts: readonly (readonly string[])[] }
  | { readonly picture: string }
  | { readonly table: readonly (readonly string[])[] };

/** A document as it was read back: its title, and what stands under it. */
export type ReadDocument = { readonly title: string; readonly parts: readonly ReadPart[] };

/** The document whose title is its first heading, of level 0. Throws where it has no title, or two. */
export const withTitle = (parts: readonly ReadPart[]): ReadDocument => {
  const [title, ...others] = parts;
  if (title === undefined || !('level' in title) || title.level !== 0) throw new Error('No title');
  if (others.some((part) => 'level' in part && part.level === 0)) throw new Error('Two titles');
  return { title: title.heading, parts: others };
};
