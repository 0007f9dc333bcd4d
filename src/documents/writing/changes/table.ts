import type {
  ChangeKind,
  ChangeSide,
  DocumentChange,
  RowName,
  Said,
} from '../../../domain/document-change.ts';
import type { TablePart } from '../text-document.ts';
import { align, bothOf, movedAmong } from './align.ts';
import { isNumbered, KNOWING_ROWS, type Row, rowsOf } from './rows.ts';

/** A table in its document. */
export type PlacedTable = { readonly headings: readonly string[]; readonly table: TablePart };

/** The table as it was and as it is, and how what is said of it is put. */
type Compared = {
  readonly before: PlacedTable;
  readonly after: PlacedTable;
  readonly change: (kind: ChangeKind, before: Telling | null, after: Telling | null) => DocumentChange;
};
type Telling = { readonly says: readonly Said[]; readonly row: RowName | null };

const sideOf = ({ headings, table }: PlacedTable, { says, row }: Telling): ChangeSide => ({
  headings,
  table: table.caption,
  row,
  says,
});

const linesOf = (lines: readonly string[]): Telling => ({ says: [{ label: null, lines }], row: null });
const headingsOf = ({ table }: PlacedTable): readonly string[] => table.columns.map(({ heading }) => heading);
const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, at) => text === other[at]);

/** A column that one of two tables has or both: its place before and its place now. */
type Column = { readonly label: string; readonly before: number | null; readonly after: number | null };

/** Every column of two tables, those that are gone at the end; columns of another order are known by their headings. */
const columnsOf = (before: readonly string[], after: readonly string[]): readonly Column[] => {
  if (isSameList(before, after)) return after.map((label, at) => ({ label, before: at, after: at }));
  const placeIn = (headings: readonly string[], heading: string): number | null => {
    const at = headings.indexOf(heading);
    return at === -1 ? null : at;
  };
  return [
    ...after.map((label, at) => ({ label, before: placeIn(before, label), after: at })),
    ...before.flatMap((label, at) => (after.includes(label) ? [] : [{ label, before: at, after: null }])),
  ];
};

/** What changed within a row that is in both, cell by cell. */
const cellChanges = (
  before: Row,
  after: Row,
  labels: readonly string[],
  { change }: Compared,
): readonly DocumentChange[] =>
  labels.flatMap((label, at) => {
    const [was = '', is = ''] = [before.cells[at], after.cells[at]];
    if (was === is) return [];
    const said = (text: string): readonly Said[] => [{ label, lines: text === '' ? [] : text.split('\n') }];
    return [change('cell', { says: said(was), row: before.name }, { says: said(is), row: after.name })];
  });

/** Of the rows that are in both, in one change: the No that are others now or, where none is, the order. */
const placeChanges = (
  both: readonly (readonly [Row, Row])[],
  moved: readonly (readonly [Row, Row])[],
  { change }: Compared,
): readonly DocumentChange[] => {
  const renumbered = both.filter(([before, after]) => before.name.number !== after.name.number);
  const numberOf = ({ name }: Row): string => name.number ?? '';
  if (renumbered.length > 0)
    return [
      change(
        'numbers',
        linesOf(renumbered.map(([before]) => numberOf(before))),
        linesOf(renumbered.map(([, after]) => numberOf(after))),
      ),
    ];
  if (moved.length === 0) return [];
  const namesOf = (rows: readonly Row[]): Telling => linesOf(rows.map(({ name }) => name.name));
  return [change('order', namesOf(moved.map(([row]) => row)), namesOf(moved.map(([, row]) => row)))];
};

const rowChanges = (compared: Compared): readonly DocumentChange[] => {
  const { before, after, change } = compared;
  const numbered = isNumbered(before.table, after.table);
  const columns = columnsOf(headingsOf(before), headingsOf(after)).filter(
    (column) => !numbered || column.after !== 0,
  );
  const was = rowsOf(before.table, { columns: columns.map((column) => column.before), numbered });
  const is = rowsOf(after.table, { columns: columns.map((column) => column.after), numbered });
  const labels = columns.map(({ label }) => label);
  const pairs = align(was, is, KNOWING_ROWS);
  const rows = pairs.flatMap((pair) => {
    const [rowBefore, rowAfter] = [was[pair.before ?? -1], is[pair.after ?? -1]];
    if (rowBefore !== undefined && rowAfter !== undefined)
      return cellChanges(rowBefore, rowAfter, labels, compared);
    const telling = (row: Row | undefined): Telling | null =>
      row === undefined ? null : { says: row.says, row: row.name };
    return [change('row', telling(rowBefore), telling(rowAfter))];
  });
  return [...rows, ...placeChanges(bothOf(pairs, was, is), movedAmong(pairs, was, is), compared)];
};

/** What changed between two tables of which one follows the other, or in one that was added (no `before`) or is gone. */
export const tableChanges = (
  before: PlacedTable | null,
  after: PlacedTable | null,
): readonly DocumentChange[] => {
  const emptied = (placed: PlacedTable): PlacedTable => ({ ...placed, table: { ...placed.table, rows: [] } });
  const is = after ?? (before && emptied(before));
  const was = before ?? (after && emptied(after));
  if (was === null || is === null) return [];
  const change: Compared['change'] = (kind, sayingBefore, sayingAfter) => ({
    kind,
    before: sayingBefore && sideOf(was, sayingBefore),
    after: sayingAfter && sideOf(is, sayingAfter),
  });
  const columns = (placed: PlacedTable | null): Telling | null => placed && linesOf(headingsOf(placed));
  const isSame = before !== null && after !== null;
  return [
    ...(isSame && was.table.caption === is.table.caption
      ? []
      : [change('table', columns(before), columns(after))]),
    ...(isSame && !isSameList(headingsOf(was), headingsOf(is))
      ? [change('columns', columns(was), columns(is))]
      : []),
    ...rowChanges({ before: was, after: is, change }),
  ];
};
