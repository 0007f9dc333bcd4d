/** A column of a table: its heading, and its share of the page's width, of 100 together. */
export type Column = { readonly heading: string; readonly share: number };

/** A cell, a paragraph a line. */
export type Cell = readonly string[];

/** What a document is made of, in order. Every text may be what people typed. */
export type DocumentPart =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  /** What is called by a name, beside that name. */
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly lines: Cell }[] }
  /** Its headings are repeated on every page that it reaches. */
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Cell[])[];
    };

/** A document of text and tables. */
export type TextDocument = {
  readonly title: string;
  /** At the head of every page. */
  readonly running: string;
  readonly parts: readonly DocumentPart[];
};
