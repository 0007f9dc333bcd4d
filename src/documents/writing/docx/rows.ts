import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { allLines } from '../letters.ts';
import type { Cell, DocumentPart } from '../text-document.ts';
import { MARGINS, widthOf } from './page.ts';

/** Where the document itself is in the file. */
const MAIN = 'word/document.xml';
const END_OF_TABLE = '</w:tbl>';

const margin = (side: 'top' | 'left' | 'bottom' | 'right'): string =>
  `<w:${side} w:type="dxa" w:w="${MARGINS[side]}"/>`;
const MARGIN = `<w:tcMar>${margin('top')}${margin('left')}${margin('bottom')}${margin('right')}</w:tcMar>`;

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (line: string): string => line.replace(/[&<>]/gu, (sign) => SIGNS[sign] ?? sign);

const paragraph = (line: string): string =>
  line === '' ? '<w:p/>' : `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`;

/** A cell without a paragraph is no cell to Word. */
const cellOf = (lines: Cell): string =>
  lines.length === 0 ? '<w:p/>' : allLines(lines).map(paragraph).join('');

/** The rows of a part below its headings as Word has them (ECMA-376, 17.4); nothing where all its rows are there already. */
const rowsOf = (part: DocumentPart): string => {
  if (part.kind !== 'table') return '';
  const before = part.columns.map(
    ({ share }) => `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${widthOf(share)}"/>${MARGIN}</w:tcPr>`,
  );
  return part.rows
    .map(
      (cells) =>
        `<w:tr>${before.map((start, index) => `${start}${cellOf(cells[index] ?? [])}</w:tc>`).join('')}</w:tr>`,
    )
    .join('');
};

/**
 * A packed document whose tables have their headings alone, with their rows. The library makes dozens of objects of each cell: of 10,000 rows
 * it takes ten times as long, and half a gigabyte.
 */
export const withRows = (packed: Uint8Array, parts: readonly DocumentPart[]): Uint8Array => {
  const tables = parts.filter(({ kind }) => kind === 'table' || kind === 'facts');
  if (!tables.some(({ kind }) => kind === 'table')) return packed;
  const files = unzipSync(packed);
  const pieces = strFromU8(files[MAIN] ?? new Uint8Array()).split(END_OF_TABLE);
  if (pieces.length !== tables.length + 1)
    throw new Error('The tables of a document are not those of its parts.');
  const xml = pieces.map((piece, index) => {
    const table = tables[index];
    return table === undefined ? piece : `${piece}${rowsOf(table)}${END_OF_TABLE}`;
  });
  return zipSync({ ...files, [MAIN]: strToU8(xml.join('')) }, { level: 3 });
};
