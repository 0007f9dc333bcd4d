import type { Result } from './result.ts';

/** A cell that can't be taken, as people find it in a spreadsheet: line, header of the column, and what to do. */
export type CellProblem = { readonly line: number; readonly column: string; readonly sentence: string };

/** Why a file is no table at all; `line` is where the row that can't be read begins. */
export type TableProblem =
  | { readonly kind: 'utf16' | 'empty' }
  | { readonly kind: 'broken'; readonly line: number };

/** What a table says: the rows that can be read, and every cell that can't. */
export type TableReading<Row> = { readonly rows: readonly Row[]; readonly problems: readonly CellProblem[] };

/** Reads the bytes of a file; given to use cases, which know no file format. */
export type FileReader<Row> = (bytes: Uint8Array) => Result<TableReading<Row>, TableProblem>;

/** Why an import changes nothing: lines that don't go with the record, or that it was only to be tried. */
export type ImportProblem<Line, Done> =
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'dry-run'; readonly would: Done };
