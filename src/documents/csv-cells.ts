import type { z } from 'zod';
import type { CellProblem } from '../domain/csv-file.ts';
import { csvText } from '../texts/csv.ts';
import { problemText } from '../texts/problem.ts';
import type { CsvRow, CsvTable } from './csv-file.ts';

/** A problem of a row, at its column. */
export type Found = Pick<CellProblem, 'column' | 'sentence'>;

/** The value whose word was typed, in either width. */
export const wordIn = <T extends string>(
  values: readonly T[],
  wordOf: (value: T) => string,
  typed: string,
): T | undefined => values.find((value) => wordOf(value).normalize('NFKC') === typed.normalize('NFKC'));

type Columns = { readonly required: readonly string[]; readonly known: readonly string[] };

/** Columns that are missing, there twice, or not known; with any of them no row is read. */
export const headerProblems = (
  headers: readonly string[],
  { required, known }: Columns,
): readonly CellProblem[] => {
  const at = (columns: readonly string[], sentence: string): readonly CellProblem[] =>
    columns.map((column) => ({ line: 1, column, sentence }));
  return [
    ...at(
      required.filter((label) => !headers.includes(label)),
      csvText.noColumn,
    ),
    ...at(
      known.filter((label) => headers.indexOf(label) !== headers.lastIndexOf(label)),
      csvText.twice,
    ),
    ...at(
      headers.filter((header) => header !== '' && !known.includes(header)),
      csvText.unknownColumn,
    ),
  ];
};

/** The same table with the headers that are meant: `names` gives the proper one of another word for it. */
export const renamed = ({ headers, rows }: CsvTable, names: Readonly<Record<string, string>>): CsvTable => {
  const proper = (header: string): string => names[header] ?? header;
  return {
    headers: headers.map(proper),
    rows: rows.map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(Object.entries(cells).map(([header, cell]) => [proper(header), cell])),
    })),
  };
};

type Cells = CsvRow['cells'];

/** Columns that must be filled in and are not. */
export const emptyCells = (cells: Cells, required: readonly string[]): readonly Found[] =>
  required
    .filter((label) => (cells[label] ?? '') === '')
    .map((column) => ({ column, sentence: csvText.emptyCell }));

/** What stands beyond the last header. */
export const surplusCells = (cells: Cells): readonly Found[] =>
  (cells[''] ?? '') === '' ? [] : [{ column: csvText.noHeader, sentence: csvText.noColumn }];

/** What a schema found, at the columns of its fields. */
export const tooLongCells = (
  error: z.ZodError | undefined,
  labels: Readonly<Record<string, string>>,
): readonly Found[] =>
  (error?.issues ?? []).map((issue) => ({
    column: labels[String(issue.path[0])] ?? '',
    sentence: issue.code === 'too_big' ? problemText.tooLong(Number(issue.maximum)) : problemText.unreadable,
  }));
