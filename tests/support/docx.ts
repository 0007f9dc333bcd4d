import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';

/** A table as it is read: a row a list of cells, the lines of a cell with line breaks between them. `heads` are rows that are repeated. */
export type ReadTable = {
  readonly heads: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
};

/** A docx as another library than the one that wrote it reads it. */
export type ReadDocx = {
  /** In order: `# 出席者` is a heading, `= 会議録` the title, other text a paragraph. */
  readonly blocks: readonly (string | ReadTable)[];
  /** What the reader did not understand. */
  readonly warnings: readonly string[];
  /** A part of the file, e.g. word/document.xml. */
  readonly part: (path: string) => string;
};

const LETTERS: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/gu, '')
    .replace(/&(lt|gt|amp|quot);/gu, (whole, name: string) => LETTERS[name] ?? whole);

const matches = (html: string, pattern: RegExp): readonly string[] =>
  [...html.matchAll(pattern)].map(([, inner = '']) => inner);

const cellsOf = (row: string): readonly string[] =>
  matches(row, /<t[dh][^>]*>(.*?)<\/t[dh]>/gsu).map((cell) =>
    matches(cell, /<p>(.*?)<\/p>/gsu)
      .map(plain)
      .join('\n'),
  );

const rowsOf = (html: string): readonly (readonly string[])[] =>
  matches(html, /<tr>(.*?)<\/tr>/gsu).map(cellsOf);

const MARK: Readonly<Record<string, string>> = { h1: '# ', h6: '= ', p: '' };

const blocksOf = (html: string): ReadDocx['blocks'] =>
  [...html.matchAll(/<(table|h1|h6|p)>(.*?)<\/\1>/gsu)].map(([, tag = '', inner = '']) => {
    if (tag !== 'table') return `${MARK[tag]}${plain(inner)}`;
    const [head = ''] = matches(inner, /<thead>(.*?)<\/thead>/gsu);
    return { heads: rowsOf(head), rows: rowsOf(inner.replace(/<thead>.*?<\/thead>/su, '')) };
  });

/** The styles that a document of ours names beside its headings: what has any other is a fault, of which the reader warns. */
const STYLES = [
  "p[style-name='Title'] => h6:fresh",
  ...['caption', 'Contents', 'toc 1', 'toc 2', 'toc 3'].map((name) => `p[style-name='${name}'] => p:fresh`),
];

/** Reads a docx back; throws where it is no such file. */
export const readDocx = async (bytes: Uint8Array): Promise<ReadDocx> => {
  const files = unzipSync(bytes);
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { styleMap: STYLES },
  );
  return {
    blocks: blocksOf(value),
    warnings: messages.map(({ message }) => message),
    part: (path) => strFromU8(files[path] ?? new Uint8Array()),
  };
};
