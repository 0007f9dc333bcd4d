import type { CellStyle, WriteSheet } from 'hucre';
import { cut } from '../../../domain/letters.ts';
import { documentText } from '../../../texts/document.ts';
import { allLines, linesOf, oneLine } from '../letters.ts';
import type { Cell, DocumentPart, TablePart, TextDocument } from '../text-document.ts';
import { dayCell, pageWords, shownCell, textCell } from './cells.ts';
import { type Content, laidRows } from './layout.ts';
import { headingStyle, IN_TABLE, LINK, TABLE_HEAD, TEXT, TITLE } from './style.ts';

type Rows = readonly (readonly Content[])[];

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

/** Columns of these widths, and the rows in them. */
const laid = (rows: Rows, widths: readonly number[]) => ({
  columns: widths.map((width) => ({ width })),
  ...laidRows(rows, widths),
});

/** Columns are as wide as so many half-width letters: 100 are about the width of a page. */
const WIDTHS = { label: 30, words: 80, day: 13, least: 8 } as const;

/** A table: its headings stay above its rows, and are on every printed page. */
export const tableSheet = (table: TablePart, name: string, { running }: TextDocument): WriteSheet => {
  const { columns, rows, days } = table;
  const dayColumns = days === undefined ? [] : [documentText.firstDay, documentText.lastDay];
  const head = [...columns.map(({ heading }) => heading), ...dayColumns];
  const dayOf = (index: number, edge: 'first' | 'last'): Content => ({
    lines: [],
    cell: () => dayCell(days?.[index]?.[edge] ?? null, IN_TABLE),
  });
  const body = rows.map((cells, index) => [
    ...columns.map(
      (_, column): Content => ({
        lines: allLines(cells[column] ?? []),
        cell: (lines) => shownCell(lines, IN_TABLE),
      }),
    ),
    ...(days === undefined ? [] : [dayOf(index, 'first'), dayOf(index, 'last')]),
  ]);
  return {
    name,
    ...laid(
      [head.map((heading) => words([oneLine(heading)], TABLE_HEAD)), ...body],
      [...columns.map(({ share }) => Math.max(WIDTHS.least, share)), ...dayColumns.map(() => WIDTHS.day)],
    ),
    freezePane: { rows: 1 },
    ...printed(running, head.length > 4 ? 'landscape' : 'portrait'),
  };
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

const rowsOf = (part: DocumentPart, nameOf: ReadonlyMap<TablePart, string>): Rows => {
  switch (part.kind) {
    case 'heading':
      return [heading(part.text, headingStyle(part.level ?? 1))];
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
export const textSheet = (document: TextDocument, nameOf: ReadonlyMap<TablePart, string>): WriteSheet => ({
  name: documentText.mainSheet,
  ...laid(
    [heading(document.title, TITLE), ...document.parts.flatMap((part) => rowsOf(part, nameOf))],
    [WIDTHS.label, WIDTHS.words],
  ),
  ...printed(document.running, 'portrait'),
});
