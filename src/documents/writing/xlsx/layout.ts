import type { MergeRange, RowDef } from 'hucre';
import { cut } from '../../../domain/letters.ts';
import type { Cell } from '../text-document.ts';
import type { SheetCell } from './cells.ts';

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

/** How wide a text is in letters of half width. */
const widthOf = (text: string): number =>
  text.length + (text.match(/[^\u0020-\u007E\uFF61-\uFF9F]/gu)?.length ?? 0);

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

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

/** The rows of a sheet as the library takes them. */
export type LaidRows = {
  readonly cells: Map<string, SheetCell>;
  readonly merges: MergeRange[];
  readonly rowDefs: Map<number, RowDef>;
};

/** A cell that reaches as far as this; what it covers looks like it. */
const place = ({ cells, merges }: LaidRows, cell: SheetCell, range: MergeRange): void => {
  cells.set(`${range.startRow},${range.startCol}`, cell);
  if (range.endRow === range.startRow && range.endCol === range.startCol) return;
  for (let row = range.startRow; row <= range.endRow; row += 1)
    for (let column = range.startCol; column <= range.endCol; column += 1)
      if (row > range.startRow || column > range.startCol)
        cells.set(`${row},${column}`, { type: 'empty', value: null, style: cell.style ?? {} });
  merges.push(range);
};

/**
 * The rows of a sheet whose columns are so many half-width letters wide, each as high as its text. A text that is higher than a
 * row can be has several rows for its own, joined to one, so that it is seen and printed whole.
 */
export const laidRows = (rows: readonly (readonly Content[])[], widths: readonly number[]): LaidRows => {
  const laid: LaidRows = { cells: new Map(), merges: [], rowDefs: new Map() };
  let from = 0;
  for (const contents of rows) {
    const columns = contents.map((content, column) => ({
      last: column + (content.across ?? 1) - 1,
      pieces: piecesOf(content, sum(widths.slice(column, column + (content.across ?? 1)))),
    }));
    const height = Math.max(...columns.map((column) => sum(column.pieces.map(({ span }) => span))));
    const high = Math.max(...columns.map((column) => sum(column.pieces.map((piece) => piece.high))));
    const isOneEach = columns.every((column) => column.pieces.length === 1);
    for (let row = from; row < from + height; row += 1)
      laid.rowDefs.set(row, { height: isOneEach ? Math.ceil((high * LINE) / height) : MOST_HIGH });
    for (const [first, { last, pieces: all }] of columns.entries()) {
      let row = from;
      for (const [index, { cell, span }] of all.entries()) {
        const next = index === all.length - 1 ? from + height : row + span;
        place(laid, cell, { startRow: row, startCol: first, endRow: next - 1, endCol: last });
        row = next;
      }
    }
    from += height;
  }
  return laid;
};
