import type { LocalDate } from '../../domain/calendar/local-date.ts';

/** A column of a table: its heading, and its share of the page's width, of 100 together. */
export type Column = { readonly heading: string; readonly share: number };

/** A cell, a paragraph a line. */
export type Cell = readonly string[];

/** The first and last day of what a row tells, as far as each is known; both ends count. */
export type RowDays = { readonly first: LocalDate | null; readonly last: LocalDate | null };

/** A table. Its headings are repeated on every page that it reaches. */
export type TablePart = {
  readonly kind: 'table';
  /** What it is a table of: read out before it, and the name of its sheet in a spreadsheet. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** For a spreadsheet, where dates are real dates beside what is shown: those of each row, in the order of `rows`. */
  readonly days?: readonly RowDays[];
};

/** How deep a heading stands: 1 under the document's title. */
export type HeadingLevel = 1 | 2 | 3;

/** What a document is made of, in order. Every text may be what people typed. */
export type DocumentPart =
  | { readonly kind: 'heading'; readonly text: string; readonly level?: HeadingLevel }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  /** What is called by a name, beside that name. */
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly lines: Cell }[] }
  /** `png` with the words for who can't see it; its size is that of the picture in pixels. */
  | {
      readonly kind: 'picture';
      readonly png: Uint8Array;
      readonly words: string;
      readonly width: number;
      readonly height: number;
    }
  | TablePart;

/** A document of text and tables: one value for every format in which it goes out. */
export type TextDocument = {
  readonly title: string;
  /** At the head of every page. */
  readonly running: string;
  readonly parts: readonly DocumentPart[];
  /** With a list of its headings under its title, in formats where one can go by it: Word and HTML. */
  readonly contents?: true;
  /** Tables that a spreadsheet alone has, behind its others. */
  readonly sheets?: readonly TablePart[];
};
