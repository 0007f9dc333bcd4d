import type { z } from 'zod';
import { badLetterIn } from '../../domain/bad-letters.ts';
import type { CellProblem, DefaultsTaken } from '../../domain/csv-file.ts';
import { noDataInCell } from '../../domain/no-data.ts';
import { csvText } from '../../texts/csv.ts';
import { problemText } from '../../texts/problem.ts';
import { badLetterText, NO_DATA_TEXT } from '../../texts/unkept.ts';
import type { CsvRow, CsvTable } from './file.ts';

/** A problem of a row, at its column. */
export type Found = Pick<CellProblem, 'column' | 'sentence'>;

const plain = (word: string): string => word.normalize('NFKC').replaceAll(/\s/gu, '');

/** The value whose word was typed; width and spaces do not count. */
export const wordIn = <T extends string>(
  values: readonly T[],
  wordOf: (value: T) => string,
  typed: string,
): T | undefined => values.find((value) => plain(wordOf(value)) === plain(typed));

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
  const known = new Map(Object.entries(names));
  const proper = (header: string): string => known.get(header) ?? header;
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

/** What can stand in no cell whatever its column; a number may be 0. */
const cellSentence = (text: string, isNumber: boolean): string | undefined => {
  const letter = badLetterIn(text);
  if (letter !== undefined) return badLetterText(letter);
  const noData = isNumber && text.normalize('NFKC') === '0' ? undefined : noDataInCell(text);
  return noData && NO_DATA_TEXT[noData];
};

/** Cells that are no data in any column, and what stands below no header. `numbers` are the columns of numbers. */
const strayCells = (cells: Cells, numbers: readonly string[]): readonly Found[] =>
  Object.entries(cells).flatMap(([column, text]) => {
    if (column === '') return [{ column: csvText.noHeader, sentence: csvText.noColumn }];
    const sentence = cellSentence(text, numbers.includes(column));
    return sentence === undefined ? [] : [{ column, sentence }];
  });

/** All that is wrong with a row. Of a cell that is no data in any column only that is said. */
export const rowProblems = (
  cells: Cells,
  found: readonly Found[],
  numbers: readonly string[] = [],
): readonly Found[] => {
  const stray = strayCells(cells, numbers);
  return [...found.filter(({ column }) => !stray.some((other) => other.column === column)), ...stray];
};

/** Of each column for which an empty cell stands for something, how many rows have that now. */
export const defaultsTaken = (
  rows: readonly CsvRow[],
  words: Readonly<Record<string, string>>,
): readonly DefaultsTaken[] =>
  Object.entries(words).flatMap(([column, as]) => {
    const count = rows.filter(({ cells }) => (cells[column] ?? '') === '').length;
    return count === 0 ? [] : [{ column, as, count }];
  });

/** What a schema found, at the columns of its fields. */
export const tooLongCells = (
  error: z.ZodError | undefined,
  labels: Readonly<Record<string, string>>,
): readonly Found[] =>
  (error?.issues ?? []).map((issue) => ({
    column: labels[String(issue.path[0])] ?? '',
    sentence: issue.code === 'too_big' ? problemText.tooLong(Number(issue.maximum)) : problemText.unreadable,
  }));
