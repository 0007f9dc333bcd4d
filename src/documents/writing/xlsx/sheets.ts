import type { CellStyle, WriteSheet } from 'hucre';
import { cut } from '../../../domain/letters.ts';
import { documentText } from '../../../texts/document.ts';
import { allLines, linesOf, oneLine } from '../letters.ts';
import type { Cell, DocumentPart, TablePart, TextDocument } from '../text-document.ts';
import { dayCell, pageWords, shownCell, textCell } from './cells.ts';
import { type Content, type LaidRows, laidRows } from './layout.ts';
import type { Shared } from './shared.ts';
import { HEADING, IN_TABLE, LINK, TABLE_HEAD, TEXT, TITLE } from './style.ts';

/** A sheet without its rows, in the library's terms, and its rows. */
export type Sheet = { readonly frame: WriteSheet; readonly rows: LaidRows };

/** Words at a page's head are cut so that all of it stays below Excel's 255 letters. */
const MOST_AT_HEAD = 200;

/** A4, as wide as a page, with what runs at its head, and its number. */
const printed = (words: string, orientation: 'portrait' | 'landscape') =>
  ({
    pageSetup: { paperSize: 'a4', orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: {
      oddHeader: `&R${cut(pageWords(oneLine(words)), MOST_AT_HEAD)}`,
      oddFooter: '&C&P / &N',
    },
  }) as const;

const words = (lines: Cell, style: CellStyle): Content => ({
  lines,
  cell: (clean) => textCell(clean, style),
  ...(style.font?.size === undefined ? {} : { size: style.font.size }),
});

const EMPTY = words([], TEXT);

/** A heading, which has the columns of names and of texts for its own. */
const heading = (text: string, style: CellStyle): readonly Content[] => [
  { ...words([oneLine(text)], style), across: 2 },
];

/** A sheet with columns of these widths. */
const sheet = (
  frame: Pick<WriteSheet, 'name' | 'freezePane' | 'pageSetup' | 'headerFooter'>,
  rows: LaidRows,
  widths: readonly number[],
): Sheet => ({
  frame: { ...frame, columns: widths.map((width) => ({ width })), merges: [...rows.merges] },
  rows,
});

/** Columns are as wide as so many half-width letters: 100 are about the width of a page. */
const WIDTHS = { label: 30, words: 80, day: 13, least: 8 } as const;

/** The rows of a table with their real days; each is made when it is asked for, since there may be ten thousand. */
const bodyOf = function* ({ columns, rows, days }: TablePart): Generator<readonly Content[]> {
  for (const [index, cells] of rows.entries()) {
    const dayOf = (edge: 'first' | 'last'): Content => ({
      lines: [],
      cell: () => dayCell(days?.[index]?.[edge] ?? null, IN_TABLE),
    });
    yield [
      ...columns.map(
        (_, column): Content => ({
          lines: allLines(cells[column] ?? []),
          cell: (lines) => shownCell(lines, IN_TABLE),
        }),
      ),
      ...(days === undefined ? [] : [dayOf('first'), dayOf('last')]),
    ];
  }
};

/** A table: its headings stay above its rows, and are on every printed page. */
export const tableSheet = (
  table: TablePart,
  name: string,
  { running }: TextDocument,
  shared: Shared,
): Sheet => {
  const dayColumns = table.days === undefined ? [] : [documentText.firstDay, documentText.lastDay];
  const head = [...table.columns.map(({ heading }) => heading), ...dayColumns];
  const widths = [
    ...table.columns.map(({ share }) => Math.max(WIDTHS.least, share)),
    ...dayColumns.map(() => WIDTHS.day),
  ];
  const rows = function* (): Generator<readonly Content[]> {
    yield head.map((heading) => words([oneLine(heading)], TABLE_HEAD));
    yield* bodyOf(table);
  };
  return sheet(
    { name, freezePane: { rows: 1 }, ...printed(running, head.length > 4 ? 'landscape' : 'portrait') },
    laidRows(rows(), widths, shared),
    widths,
  );
};

/** Where a sheet is, as formulas and links say it. */
export const placeOf = (name: string, cells: string): string => `'${name}'!${cells}`;

const linkTo = (caption: string, name: string): Content => ({
  lines: [documentText.tableOn(oneLine(caption), name)],
  cell: (lines) => ({
    ...textCell(lines, LINK),
    hyperlink: { target: '', location: placeOf(name, 'A1') },
  }),
});

const rowsOf = (
  part: DocumentPart,
  nameOf: ReadonlyMap<TablePart, string>,
): readonly (readonly Content[])[] => {
  switch (part.kind) {
    case 'heading':
      return [heading(part.text, HEADING[part.level ?? 1])];
    case 'lines':
      return part.lines
        .flatMap(linesOf)
        .filter((line) => line !== '')
        .map((line) => [EMPTY, words([line], TEXT)]);
    case 'facts':
      return part.facts.map(({ label, lines }) => [
        words([oneLine(label)], TEXT),
        words(allLines(lines), TEXT),
      ]);
    case 'picture':
      return [[EMPTY, words([documentText.picture(oneLine(part.words))], TEXT)]];
    case 'table':
      return [[EMPTY, linkTo(part.caption, nameOf.get(part) ?? '')]];
  }
};

/** Headings and names at the left, texts beside them, and for each table a link to its sheet. */
export const textSheet = (
  document: TextDocument,
  nameOf: ReadonlyMap<TablePart, string>,
  shared: Shared,
): Sheet => {
  const widths = [WIDTHS.label, WIDTHS.words];
  const rows = [heading(document.title, TITLE), ...document.parts.flatMap((part) => rowsOf(part, nameOf))];
  return sheet(
    { name: documentText.mainSheet, ...printed(document.running, 'portrait') },
    laidRows(rows, widths, shared),
    widths,
  );
};
