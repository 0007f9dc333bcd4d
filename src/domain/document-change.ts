/** What is said at one place, a paragraph a line: under its label (a column's heading, the name of a fact), or by itself. */
export type Said = { readonly label: string | null; readonly lines: readonly string[] };

/** A row of a table: its No, where its table numbers its rows, and the line by which people know it. */
export type RowName = { readonly number: string | null; readonly name: string };

/** One side of a change: where it stands in that document, and what it says there. */
export type ChangeSide = {
  /** Those it stands under, the outermost first, without the document's title. */
  readonly headings: readonly string[];
  /** The caption of its table. */
  readonly table: string | null;
  readonly row: RowName | null;
  readonly says: readonly Said[];
};

/**
 * What a change is of: the title, what stands at the head of every page, a heading, text, a fact; a table (its caption), its columns, a
 * whole row, a cell; the No of rows that are otherwise as they were, or the order of what has none.
 */
export type ChangeKind =
  | 'title'
  | 'running'
  | 'heading'
  | 'lines'
  | 'fact'
  | 'table'
  | 'columns'
  | 'row'
  | 'cell'
  | 'numbers'
  | 'order';

/** A difference between two documents. What was added has nothing before, what is gone nothing after. */
export type DocumentChange = {
  readonly kind: ChangeKind;
  readonly before: ChangeSide | null;
  readonly after: ChangeSide | null;
};
