import type { ReadDocument, ReadPart } from './read-document.ts';

/** What stands in a document under a heading of that name, up to the next of its level or a higher one. */
export const under = ({ parts }: Pick<ReadDocument, 'parts'>, title: string): readonly ReadPart[] => {
  const at = parts.findIndex((part) => 'heading' in part && part.heading === title);
  const found = parts[at];
  if (found === undefined || !('heading' in found)) throw new Error(`no heading ${title}`);
  const rest = parts.slice(at + 1);
  const end = rest.findIndex((part) => 'heading' in part && part.level <= found.level);
  return end === -1 ? rest : rest.slice(0, end);
};

/** What stands right under it, before any other heading. */
const rightUnder = (document: ReadDocument, title: string): readonly ReadPart[] => {
  const parts = under(document, title);
  const end = parts.findIndex((part) => 'heading' in part);
  return end === -1 ? parts : parts.slice(0, end);
};

/** The rows of the table right under a heading, without its headings; none where a line says that there is nothing. */
export const rowsUnder = (document: ReadDocument, title: string): readonly (readonly string[])[] =>
  rightUnder(document, title).flatMap((part) => ('table' in part ? part.table.slice(1) : []));

/** The lines right under it, without the dot before them; none where they say that there is nothing. */
export const linesUnder = (document: ReadDocument, title: string): readonly string[] =>
  rightUnder(document, title)
    .flatMap((part) => ('line' in part && part.line !== title ? [part.line] : []))
    .filter((line) => line !== 'ありません。')
    .map((line) => line.replace(/^・/u, ''));

/** Everything that is said in it. */
export const wordsOf = (document: ReadDocument): string => JSON.stringify(document);
