import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { Cell as FrameCell } from 'hucre';
import { writeXlsx as packSheets, rangeRef } from 'hucre/xlsx';
import { documentText } from '../../../texts/document.ts';
import { oneLine } from '../letters.ts';
import type { TextDocument } from '../text-document.ts';
import { bytesOfTexts, zipped } from '../zip.ts';
import { createShared, type Shared, textsXml } from './shared.ts';
import { sheetNames } from './sheet-names.ts';
import { placeOf, type Sheet, tableSheet, textSheet } from './sheets.ts';
import { SHEET_FONT } from './style.ts';

const TEXTS = 'xl/sharedStrings.xml';
const NO_ROWS = /<sheetData\/>|<sheetData>.*<\/sheetData>/su;

/**
 * The first sheet as the library writes it: in its first row a cell of each style that any sheet has, so that the file gets them, and
 * the links.
 */
const frameCells = ({ rows }: Sheet, { styles }: Shared): Map<string, Partial<FrameCell>> => {
  const cells = new Map<string, Partial<FrameCell>>();
  for (const [column, style] of styles.all().entries())
    cells.set(`0,${column}`, { type: 'string', value: 'x', style });
  for (const [place, hyperlink] of rows.links) cells.set(place, { hyperlink });
  return cells;
};

/** A sheet as the library wrote it with its rows in the place of those that it has, in pieces. */
const filled = function* (written: string, { rows }: Sheet): Generator<Uint8Array> {
  const [before, after, ...more] = written.split(NO_ROWS);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error('A sheet has no place for its rows.');
  const whole = rangeRef(0, 0, rows.height - 1, rows.width - 1);
  yield strToU8(`${before.replace(/<dimension ref="[^"]*"\/>/u, `<dimension ref="${whole}"/>`)}<sheetData>`);
  yield* rows.xml;
  yield strToU8(`</sheetData>${after}`);
};

/** The numbers that the library gave to the styles have to be those that the cells of the rows are written with. */
const seeStyles = (first: string, { styles }: Shared): void => {
  const given = [...first.matchAll(/<c r="[A-Z]+1" t="s" s="(\d+)">/gu)].map(([, number]) => Number(number));
  const all = styles.all();
  if (given.length !== all.length || all.some((style, index) => styles.numberOf(style) !== given[index]))
    throw new Error('The styles of a spreadsheet are not those of its cells.');
};

/**
 * A packed workbook whose sheets are without rows, with them. The library makes an object of each cell and of each of its styles: of
 * 30,000 rows it takes three times as long, and as much memory.
 */
const withRows = async (
  packed: Uint8Array,
  sheets: readonly Sheet[],
  shared: Shared,
): Promise<Uint8Array> => {
  const files = unzipSync(packed);
  const written = sheets.map((sheet, index) => {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    return { path, sheet, xml: strFromU8(files[path] ?? new Uint8Array()) };
  });
  seeStyles(written[0]?.xml ?? '', shared);
  return zipped({
    ...files,
    ...Object.fromEntries(written.map(({ path, sheet, xml }) => [path, filled(xml, sheet)])),
    [TEXTS]: bytesOfTexts(textsXml(shared.texts.all())),
  });
};

/** The document in the library's terms, and packed as a file. */
export const packXlsx = async (document: TextDocument): Promise<Uint8Array> => {
  const tables = [
    ...document.parts.flatMap((part) => (part.kind === 'table' ? [part] : [])),
    ...(document.sheets ?? []),
  ];
  const names = sheetNames(
    tables.map(({ caption }) => caption),
    [documentText.mainSheet],
  );
  const nameOf = new Map(tables.map((table, index) => [table, names[index] ?? ''] as const));
  const shared = createShared();
  const main = textSheet(document, nameOf, shared);
  const others = tables.map((table, index) => tableSheet(table, names[index] ?? '', document, shared));
  const packed = await packSheets({
    sheets: [{ ...main.frame, cells: frameCells(main, shared) }, ...others.map(({ frame }) => frame)],
    // By ourselves: the library writes a sheet's name there without the quotes that most names need.
    namedRanges: names.map((name) => ({
      name: '_xlnm.Print_Titles',
      range: placeOf(name, '$1:$1'),
      scope: name,
    })),
    defaultFont: SHEET_FONT,
    properties: {
      title: oneLine(document.running),
      creator: documentText.writer,
      lastModifiedBy: documentText.writer,
    },
  });
  return withRows(packed, [main, ...others], shared);
};
