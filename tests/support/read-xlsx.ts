import { strFromU8, unzipSync } from 'fflate';
import readSheets from 'read-excel-file/node';
import { type ReadDocument, type ReadPart, withTitle } from './read-document.ts';

/** A sheet as it is seen: its headings first, days as `2023-08-10`. */
export type ReadSheet = {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
};

/** A spreadsheet as another library than the one that wrote it reads it. */
export type ReadXlsx = ReadDocument & {
  /** The sheets behind 本文. */
  readonly sheets: readonly ReadSheet[];
  /** A part of the file, e.g. xl/workbook.xml. */
  readonly part: (path: string) => string;
};

const LETTERS: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const plain = (xml: string): string =>
  xml.replace(/&(lt|gt|amp|quot|apos);/gu, (whole, name: string) => LETTERS[name] ?? whole);

const attribute = (tag: string, name: string): string | undefined => {
  const [, value] = new RegExp(`\\b${name}="([^"]*)"`, 'u').exec(tag) ?? [];
  return value === undefined ? undefined : plain(value);
};

/** `_x005F_` is an underline before what would be read as a letter's number. */
const unescaped = (text: string): string => text.replaceAll('_x005F_', '_');

type Style = { readonly format: string; readonly isShaded: boolean; readonly indent: number };

/** What of each style of the file is seen. */
const stylesOf = (xml: string): readonly Style[] => {
  const formats = new Map(
    [...xml.matchAll(/<numFmt [^>]*>/gu)].map(([tag]) => [
      attribute(tag, 'numFmtId'),
      attribute(tag, 'formatCode') ?? '',
    ]),
  );
  const [cells = ''] = /<cellXfs .*<\/cellXfs>/su.exec(xml) ?? [];
  return [...cells.matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/gsu)].map(([tag]) => ({
    format: formats.get(attribute(tag, 'numFmtId')) ?? '',
    isShaded: Number(attribute(tag, 'fillId')) > 1,
    indent: Number(attribute(tag, 'indent') ?? 0),
  }));
};

/** The style of each cell of a sheet, by its place (`B5`). */
const styledCells = (xml: string, styles: readonly Style[]): ReadonlyMap<string, Style> =>
  new Map(
    [...xml.matchAll(/<c [^>]*>/gu)].flatMap(([tag]) => {
      const style = styles[Number(attribute(tag, 's') ?? 0)];
      return style === undefined ? [] : [[attribute(tag, 'r') ?? '', style] as const];
    }),
  );

/** A row as it is seen, and where it begins in the file: a text may have several of the file's rows for its own. */
type SeenRow = { readonly from: number; readonly cells: readonly string[] };

/** Joins a row with those below it over which a cell of it reaches. */
const seenRows = (rows: readonly (readonly string[])[], xml: string): readonly SeenRow[] => {
  const below = new Set(
    [...xml.matchAll(/<mergeCell ref="[A-Z]+(\d+):[A-Z]+(\d+)"/gu)].flatMap(([, first, last]) =>
      Array.from({ length: Number(last) - Number(first) }, (_, index) => Number(first) + index),
    ),
  );
  const all: SeenRow[] = [];
  for (const [from, row] of rows.entries()) {
    const last = all.at(-1);
    if (last === undefined || !below.has(from)) all.push({ from, cells: row });
    else {
      const more = (column: number): string => (row[column] ? `\n${row[column]}` : '');
      all.splice(-1, 1, { ...last, cells: last.cells.map((cell, column) => `${cell}${more(column)}`) });
    }
  }
  return all;
};

/** As wide and as high as the file says it is: the library leaves out what is empty at its ends. */
const whole = (rows: readonly (readonly string[])[], xml: string): readonly (readonly string[])[] => {
  const [, letter = 'A', height] = /<dimension ref="A1:([A-Z])(\d+)"/u.exec(xml) ?? [];
  return Array.from({ length: Number(height) }, (_, row) =>
    Array.from({ length: letter.charCodeAt(0) - 64 }, (_, column) => rows[row]?.[column] ?? ''),
  );
};

const placeOf = (row: number, column: number): string => `${String.fromCharCode(65 + column)}${row + 1}`;

/** A number with what is counted behind it, as its format shows it. */
const counted = (value: number, format: string): string => {
  const [, thousands, unit = ''] = /^(#,##)?0(?:"(.*)")?$/u.exec(format) ?? [];
  return `${thousands === undefined ? value : value.toLocaleString('en-US')}${unit}`;
};

const shown = (value: unknown, style: Style | undefined): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().replace('T00:00:00.000Z', '');
  return typeof value === 'number' ? counted(value, style?.format ?? '') : unescaped(String(value));
};

const mainParts = (
  rows: readonly SeenRow[],
  styles: ReadonlyMap<string, Style>,
  links: ReadonlyMap<string, string>,
  sheets: ReadonlyMap<string, ReadSheet>,
): readonly ReadPart[] => {
  let heading = '';
  return rows.flatMap(({ from, cells: [name = '', words = ''] }): readonly ReadPart[] => {
    if (from === 0) return [{ heading: name, level: 0 }];
    const style = styles.get(placeOf(from, 0));
    const sheet = sheets.get(links.get(placeOf(from, 1)) ?? '');
    if (style?.isShaded === true) {
      heading = name;
      return [{ heading, level: style.indent + 1 }];
    }
    if (sheet !== undefined) {
      const [, caption = ''] = /^表「(.*)」は、シート「/u.exec(words) ?? [];
      return [...(caption === heading ? [] : [{ line: caption }]), { table: withoutDays(sheet.rows) }];
    }
    if (name !== '') return [{ facts: [[name, words]] }];
    const [, picture] = /^\(図:(.*)\)$/u.exec(words) ?? [];
    return [picture === undefined ? { line: words } : { picture }];
  });
};

/** Facts, which are rows here, in one part where they follow each other. */
const joined = (parts: readonly ReadPart[]): readonly ReadPart[] => {
  const all: ReadPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (last !== undefined && 'facts' in last && 'facts' in part)
      all.splice(-1, 1, { facts: [...last.facts, ...part.facts] });
    else all.push(part);
  }
  return all;
};

/** A table without the real days that it has here alone. */
const withoutDays = (rows: ReadSheet['rows']): ReadSheet['rows'] => {
  const columns = rows[0]?.length ?? 0;
  const hasDays = rows[0]?.slice(-2).join() === '開始日,終了日';
  return hasDays ? rows.map((row) => row.slice(0, columns - 2)) : rows;
};

/** Reads a spreadsheet back; throws where it is no such file or its sheet 本文 holds what is none of a document's parts. */
export const readXlsx = async (bytes: Uint8Array): Promise<ReadXlsx> => {
  const files = unzipSync(bytes);
  const part = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
  const styles = stylesOf(part('xl/styles.xml'));
  const read = await readSheets(Buffer.from(bytes), { trim: false });
  const sheets = read.map(({ sheet, data }, number) => {
    const xml = part(`xl/worksheets/sheet${number + 1}.xml`);
    const cells = styledCells(xml, styles);
    const rows = data.map((row, index) =>
      row.map((value, column) => shown(value, cells.get(placeOf(index, column)))),
    );
    return { name: sheet, xml, seen: seenRows(whole(rows, xml), xml) };
  });
  const [main, ...tables] = sheets;
  if (main === undefined) throw new Error('No sheet');
  const others = tables.map(({ name, seen }): ReadSheet => ({ name, rows: seen.map(({ cells }) => cells) }));
  const links = [...main.xml.matchAll(/<hyperlink [^>]*>/gu)].map(([tag]) => {
    const place = attribute(tag, 'location') ?? '';
    return [attribute(tag, 'ref') ?? '', place.replace(/^'(.*)'!A1$/u, '$1')] as const;
  });
  const parts = mainParts(
    main.seen,
    styledCells(main.xml, styles),
    new Map(links),
    new Map(others.map((sheet) => [sheet.name, sheet])),
  );
  return { ...withTitle(joined(parts)), sheets: others, part };
};
