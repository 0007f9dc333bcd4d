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

/** Rows whose No moved together: their first and last No as they were and as they are. */
export type MovedNumbers = {
  readonly before: readonly [string, string];
  readonly after: readonly [string, string];
};

/** No of rows as they were, and of the same rows as they are, told by runs. E.g. 3, 4, 5 and 2, 3, 4: from 3–5 to 2–4. */
export const movedNumbers = (
  before: readonly string[],
  after: readonly string[],
): readonly MovedNumbers[] => {
  const runs: MovedNumbers[] = [];
  for (const [at, was] of before.entries()) {
    const is = after[at] ?? '';
    const last = runs.at(-1);
    const goesOn = (number: string, end: string | undefined): boolean =>
      number !== '' && Number(number) === Number(end) + 1;
    if (last !== undefined && goesOn(was, last.before[1]) && goesOn(is, last.after[1]))
      runs[runs.length - 1] = { before: [last.before[0], was], after: [last.after[0], is] };
    else runs.push({ before: [was, was], after: [is, is] });
  }
  return runs;
};
