import type { RowName, Said } from '../../../domain/document-change.ts';
import type { Cell, TablePart } from '../text-document.ts';
import type { Knowing } from './align.ts';
import { likenessOf } from './likeness.ts';

const textOf = (cell: Cell | undefined): string => (cell ?? []).join('\n');

/** How many rows a table's first column numbers 1, 2, 3 …, of which a row may be without; undefined where it does something else. */
const rowsNumbered = ({ columns, rows }: TablePart): number | undefined => {
  if (columns.length < 2) return undefined;
  const numbers = rows.map(([first]) => textOf(first)).filter((text) => text !== '');
  return numbers.every((text, at) => text === String(at + 1)) ? numbers.length : undefined;
};

/** Whether the first column of both tables, or of the one that has rows, is their No. */
export const isNumbered = (one: TablePart, other: TablePart): boolean => {
  const [counted, otherCounted] = [rowsNumbered(one), rowsNumbered(other)];
  return (
    one.columns[0]?.heading === other.columns[0]?.heading &&
    counted !== undefined &&
    otherCounted !== undefined &&
    counted + otherCounted > 0
  );
};

/** A row as it is compared: what it says in the columns that are compared, and all that it says. */
export type Row = {
  readonly name: RowName;
  readonly cells: readonly string[];
  readonly says: readonly Said[];
};

/** The places of a table's columns that are compared, null for one that only the other has; and whether its first one is told as No. */
export type Reading = { readonly columns: readonly (number | null)[]; readonly numbered: boolean };

export const rowsOf = ({ columns, rows }: TablePart, reading: Reading): readonly Row[] =>
  rows.map((row) => {
    const cells = reading.columns.map((at) => (at === null ? '' : textOf(row[at])));
    return {
      name: {
        number: reading.numbered ? textOf(row[0]) : null,
        name: cells.find((text) => text !== '')?.split('\n')[0] ?? '',
      },
      cells,
      says: columns.flatMap(({ heading }, at) =>
        at === 0 && reading.numbered ? [] : [{ label: heading, lines: row[at] ?? [] }],
      ),
    };
  });

/** Below that, rows are alike by chance: dates of one year, words that stand in every 案件. */
const ALIKE = 0.65;

/**
 * Rows are the same thing when half of what they say is the same, or all of it nearly so; in the same place also when they differ in
 * one cell alone.
 */
const likenessOfRows = ({ cells }: Row, other: Row, isSamePlace: boolean): number => {
  const pairs = cells
    .map((text, at) => [text, other.cells[at] ?? ''] as const)
    .filter(([text, otherText]) => text !== '' || otherText !== '');
  const same = pairs.filter(([text, otherText]) => text === otherText).length;
  const likenesses = pairs.map(([text, otherText]) =>
    text === otherText ? 1 : likenessOf(text, otherText) ** 2,
  );
  const alike = likenesses.reduce((sum, likeness) => sum + likeness, 0) / Math.max(1, pairs.length);
  if (same * 2 >= pairs.length || alike >= ALIKE) return 1 + alike;
  return isSamePlace && pairs.length - same === 1 ? (1 + alike) / 2 : 0;
};

/** Rows are known by what they say, not by their No. */
export const KNOWING_ROWS: Knowing<Row> = {
  key: ({ cells }) => JSON.stringify(cells),
  likeness: likenessOfRows,
};
