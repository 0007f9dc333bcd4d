import type { Result } from './result.ts';

/** A cell that can't be taken, as people find it in a spreadsheet: line, header of the column, and what to do. */
export type CellProblem = { readonly line: number; readonly column: string; readonly sentence: string };

/** The most rows read of one file: more than a city has people, and few enough for a small machine. */
export const MOST_ROWS = 20_000;

/** What a file is that is not the text we read. */
export type TableFormat = 'utf16' | 'jis' | 'euc' | 'xlsx' | 'old-excel' | 'not-text';

/** Why a file is no table that is read; `line` is where the row that can't be read begins. */
export type TableProblem =
  | { readonly kind: TableFormat | 'tab' | 'semicolon' | 'too-many-rows' | 'empty' }
  | { readonly kind: 'broken'; readonly line: number };

/** Cells that were left empty, and what their rows have now: 出欠 of three rows as 出席. */
export type DefaultsTaken = { readonly column: string; readonly as: string; readonly count: number };

/** What a table says: the rows that can be read, what they have that nobody wrote, and every cell that can't be read. */
export type TableReading<Row> = {
  readonly rows: readonly Row[];
  readonly defaults: readonly DefaultsTaken[];
  readonly problems: readonly CellProblem[];
};

/** Reads the bytes of a file; given to use cases, which know no file format. */
export type FileReader<Row> = (bytes: Uint8Array) => Result<TableReading<Row>, TableProblem>;

/**
 * Why an import changes nothing: lines that don't go with the record, that it was only to be tried, or that it does so much
 * that somebody is to say yes first.
 */
export type ImportProblem<Line, Done> =
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'dry-run'; readonly would: Done }
  | { readonly kind: 'needs-yes'; readonly would: Done };

/** What an import would do or did: all or nothing. `known` rows stand in the record already, word for word. */
export type ImportCounts = { readonly added: number; readonly known: number };
