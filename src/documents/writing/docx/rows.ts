import { strFromU8, unzipSync } from 'fflate';
import { allLines } from '../letters.ts';
import type { Cell, DocumentPart } from '../text-document.ts';
import { escapeXml } from '../xml.ts';
import { bytesOfTexts, zipped } from '../zip.ts';
import { MARGINS, widthOf } from './page.ts';

/** Where the document itself is in the file. */
const MAIN = 'word/document.xml';
const END_OF_TABLE = '</w:tbl>';

const margin = (side: 'top' | 'left' | 'bottom' | 'right'): string =>
  `<w:${side} w:type="dxa" w:w="${MARGINS[side]}"/>`;
const MARGIN = `<w:tcMar>${margin('top')}${margin('left')}${margin('bottom')}${margin('right')}</w:tcMar>`;

const paragraph = (line: string): string =>
  line === '' ? '<w:p/>' : `<w:p><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`;

/** A cell without a paragraph is no cell to Word. */
const cellOf = (lines: Cell): string =>
  lines.length === 0 ? '<w:p/>' : allLines(lines).map(paragraph).join('');

/** From so many lines a row may be broken over pages: about half a page. A shorter one stands on one page. */
const MANY_LINES = 20;
const UNBROKEN = '<w:trPr><w:cantSplit/></w:trPr>';
/** How wide a letter is, of the size of the text: 10.5 points. */
const LETTER = 210;

/** About how many lines a cell has on the page, as if all its letters were of full width. */
const linesIn = (lines: Cell, width: number): number => {
  const letters = Math.max(1, Math.floor((width - MARGINS.left - MARGINS.right) / LETTER));
  return lines.reduce((sum, { length }) => sum + Math.max(1, Math.ceil(length / letters)), 0);
};

/** The rows of a part below its headings as Word has them (ECMA-376, 17.4); none where all its rows are there already. */
const rowsOf = function* (part: DocumentPart): Generator<string> {
  if (part.kind !== 'table') return;
  const before = part.columns.map(
    ({ share }) => `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${widthOf(share)}"/>${MARGIN}</w:tcPr>`,
  );
  const widths = part.columns.map(({ share }) => widthOf(share));
  const isLong = (cells: readonly Cell[]): boolean =>
    widths.some((width, index) => linesIn(cells[index] ?? [], width) >= MANY_LINES);
  for (const cells of part.rows)
    yield `<w:tr>${isLong(cells) ? '' : UNBROKEN}${before.map((start, index) => `${start}${cellOf(cells[index] ?? [])}</w:tc>`).join('')}</w:tr>`;
};

/** The pieces of a document, each but the last the beginning of a table, with the rows that are missing behind it. */
const filled = function* (pieces: readonly string[], tables: readonly DocumentPart[]): Generator<string> {
  for (const [index, piece] of pieces.entries()) {
    yield piece;
    const table = tables[index];
    if (table === undefined) continue;
    yield* rowsOf(table);
    yield END_OF_TABLE;
  }
};

/**
 * A packed document whose tables have their headings alone, with their rows. The library makes dozens of objects of each cell: of 10,000 rows
 * it takes ten times as long, and half a gigabyte.
 */
export const withRows = async (packed: Uint8Array, parts: readonly DocumentPart[]): Promise<Uint8Array> => {
  const tables = parts.filter(({ kind }) => kind === 'table' || kind === 'facts');
  if (!tables.some(({ kind }) => kind === 'table')) return packed;
  const files = unzipSync(packed);
  const pieces = strFromU8(files[MAIN] ?? new Uint8Array()).split(END_OF_TABLE);
  if (pieces.length !== tables.length + 1)
    throw new Error('The tables of a document are not those of its parts.');
  return zipped({ ...files, [MAIN]: bytesOfTexts(filled(pieces, tables)) });
};
