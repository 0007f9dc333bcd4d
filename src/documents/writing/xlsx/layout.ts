import type { Hyperlink, MergeRange } from 'hucre';
import { colToLetter } from 'hucre/xlsx';
import { cut } from '../../../domain/letters.ts';
import type { Cell } from '../text-document.ts';
import { bytesOfTexts } from '../zip.ts';
import { type SheetCell, xmlOf } from './cells.ts';
import type { Shared } from './shared.ts';

/** What goes into a cell, lines as `linesOf` gives them, and how it is written: `size` is that of its letters in points; it may reach `across` several columns. */
export type Content = {
  readonly lines: Cell;
  readonly cell: (lines: Cell) => SheetCell;
  readonly size?: number;
  readonly across?: number;
};

/** What Excel can hold in a cell, and 17 of room: 32,767 letters, and 253 line breaks. */
const MOST_LETTERS = 32_750;
const MOST_LINES = 250;
/** A row is at most 409 points high; of letters of 11 points a line takes 16. */
const MOST_HIGH = 409;
const LINE = 16;
const SIZE = 11;
const LINES_A_ROW = Math.floor(MOST_HIGH / LINE);

/** What is as wide as half a letter, and the second half of a pair, which has no width of its own. */
const isHalf = (code: number): boolean =>
  (code >= 0x20 && code <= 0x7e) || (code >= 0xff61 && code <= 0xff9f) || (code >= 0xdc00 && code <= 0xdfff);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

/** How wide a text is in letters of half width. There may be a hundred thousand: no object is made of any. */
const widthOf = (text: string): number => {
  let width = text.length;
  for (let index = 0; index < text.length; index += 1) if (!isHalf(text.charCodeAt(index))) width += 1;
  return width;
};

/** How many lines of 11 points a text takes in a column of this width. */
const seenLines = (lines: Cell, width: number, size: number): number =>
  (lines.reduce((sum, line) => sum + Math.max(1, Math.ceil((widthOf(line) * size) / SIZE / width)), 0) *
    size) /
  SIZE;

/** A line that is too long for a cell, in parts. */
const parts = (line: string): readonly string[] => {
  if (line.length <= MOST_LETTERS) return [line];
  const first = cut(line, MOST_LETTERS);
  return [first, ...parts(line.slice(first.length))];
};

/** The lines of a cell in as few cells as can hold them: one, but for what is longer than Excel can hold. */
const pieces = (lines: Cell): readonly Cell[] => {
  if (lines.length <= MOST_LINES && sum(lines.map(({ length }) => length + 1)) <= MOST_LETTERS)
    return [lines];
  const all: string[][] = [[]];
  let letters = 0;
  for (const line of lines.flatMap(parts)) {
    const last = all.at(-1) ?? [];
    letters += line.length + 1;
    if (last.length < MOST_LINES && letters <= MOST_LETTERS) last.push(line);
    else {
      all.push([line]);
      letters = line.length + 1;
    }
  }
  return all;
};

/** What of a column stands in one cell, and how many of the file's rows it needs. */
type Piece = { readonly cell: SheetCell; readonly high: number; readonly span: number };

const piecesOf = ({ lines, cell, size = SIZE }: Content, width: number): readonly Piece[] =>
  pieces(lines).map((held) => {
    const high = Math.max(1, seenLines(held, width, size));
    return { cell: cell(held), high, span: Math.ceil(high / LINES_A_ROW) };
  });

/** Where the rows of a sheet end, which texts are joined over several of its cells, and where cells lead, by row and column from 0: `4,1`. */
type Laid = { height: number; readonly merges: MergeRange[]; readonly links: Map<string, Hyperlink> };

/** The rows of a sheet as the file has them, how many they are and how many columns they reach over. */
export type LaidRows = Readonly<Laid> & { readonly xml: readonly Uint8Array[]; readonly width: number };

const LETTERS = Array.from({ length: 26 }, (_, column) => colToLetter(column));
const letterOf = (column: number): string => LETTERS[column] ?? colToLetter(column);

/** What reaches over several cells looks the same in each. */
const xmlOver = (row: number, [first, last]: readonly [number, number], cell: SheetCell, shared: Shared) => {
  let xml = xmlOf(`${letterOf(first)}${row + 1}`, cell, shared);
  for (let column = first + 1; column <= last; column += 1)
    xml += xmlOf(`${letterOf(column)}${row + 1}`, { style: cell.style }, shared);
  return xml;
};

const rowsXml = function* (
  rows: Iterable<readonly Content[]>,
  widths: readonly number[],
  shared: Shared,
  laid: Laid,
): Generator<string> {
  for (const contents of rows) {
    const columns = contents.map((content, column) => ({
      last: column + (content.across ?? 1) - 1,
      pieces: piecesOf(content, sum(widths.slice(column, column + (content.across ?? 1)))),
    }));
    const height = Math.max(...columns.map((column) => sum(column.pieces.map(({ span }) => span))));
    const high = Math.max(...columns.map((column) => sum(column.pieces.map((piece) => piece.high))));
    const isOneEach = columns.every((column) => column.pieces.length === 1);
    const from = laid.height;
    laid.height += height;
    const cells = Array.from({ length: height }, () => '');
    for (const [first, { last, pieces: all }] of columns.entries()) {
      let row = from;
      for (const [index, { cell, span }] of all.entries()) {
        const next = index === all.length - 1 ? laid.height : row + span;
        for (let at = row; at < next; at += 1)
          cells[at - from] += xmlOver(at, [first, last], at === row ? cell : { style: cell.style }, shared);
        if (next - row > 1 || last > first)
          laid.merges.push({ startRow: row, startCol: first, endRow: next - 1, endCol: last });
        if (cell.hyperlink !== undefined) laid.links.set(`${row},${first}`, cell.hyperlink);
        row = next;
      }
    }
    const points = isOneEach ? Math.ceil((high * LINE) / height) : MOST_HIGH;
    for (const [at, xml] of cells.entries())
      yield `<row r="${from + at + 1}" ht="${points}" customHeight="1">${xml}</row>`;
  }
};

/**
 * The rows of a sheet whose columns are so many half-width letters wide, each as high as its text. A text that is higher than a
 * row can be has several rows for its own, joined to one, so that it is seen and printed whole; what it covers looks like it.
 */
export const laidRows = (
  rows: Iterable<readonly Content[]>,
  widths: readonly number[],
  shared: Shared,
): LaidRows => {
  const laid: Laid = { height: 0, merges: [], links: new Map() };
  const xml = [...bytesOfTexts(rowsXml(rows, widths, shared, laid))];
  return { ...laid, xml, width: widths.length };
};
