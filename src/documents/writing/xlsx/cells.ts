import type { CellStyle, Hyperlink } from 'hucre';
import { type LocalDate, localDate, utcMidnight } from '../../../domain/calendar/local-date.ts';
import type { Cell } from '../text-document.ts';
import type { Shared } from './shared.ts';

/** A cell in the library's terms: a text, a number, or without a value. The lines that it is made of are those of `linesOf`. */
export type SheetCell = {
  readonly value?: string | number;
  readonly style: CellStyle;
  readonly hyperlink?: Hyperlink;
};

const DAY = 86_400_000;
/** Excel counts days from here; before March 1900 it is a day wrong, for it takes 1900 for a leap year. */
const FIRST = utcMidnight(localDate('1899-12-30'));
const RELIABLE: LocalDate = localDate('1900-03-01');

/**
 * A day as Excel counts days: a whole number, which has no time and no zone, so that it is the same day wherever the file is
 * opened. E.g. 2024-02-29 is 45351.
 */
const serialOf = (day: LocalDate): number => (utcMidnight(day).getTime() - FIRST.getTime()) / DAY;

/** What begins a letter by its number: `_x0041_` in a file is A to Excel. */
export const BY_NUMBER: RegExp = /_(?=x[0-9A-Fa-f]{4}_)/gu;
/** The same letters, typed by somebody, stay these letters. */
const escaped = (text: string): string => text.replaceAll(BY_NUMBER, '_x005F_');

const styles = new WeakMap<CellStyle, Map<string, CellStyle>>();

/** A style with a format of its numbers: one object however many cells have it. */
const formatted = (style: CellStyle, numFmt: string): CellStyle => {
  const known = styles.get(style) ?? new Map<string, CellStyle>();
  const found = known.get(numFmt) ?? { ...style, numFmt };
  styles.set(style, known.set(numFmt, found));
  return found;
};

/** As text, whatever it begins with, and however it is edited later: `=`, `+`, `-` and `@` begin no formula. */
export const textCell = (lines: Cell, style: CellStyle): SheetCell => ({
  value: escaped(lines.join('\n')),
  style: formatted(style, '@'),
});

/** A number without leading zeros, of at most 9 digits, with or without what is counted. */
const COUNT = /^(0|[1-9]\d{0,8}|[1-9]\d{0,2}(?:,\d{3}){1,2})([人名件回課]?)$/u;

/**
 * What is nothing but a number, or a number of people or things, is a number that shows as it was written: 88人 can be summed and
 * sorted. Everything else is text.
 */
export const shownCell = (lines: Cell, style: CellStyle): SheetCell => {
  const [, digits, unit = ''] = (lines.length === 1 && COUNT.exec(lines[0] ?? '')) || [];
  if (digits === undefined) return textCell(lines, style);
  const format = digits.includes(',') ? '#,##0' : '0';
  return {
    value: Number(digits.replaceAll(',', '')),
    style: formatted(style, unit === '' ? format : `${format}"${unit}"`),
  };
};

/** A real day, or nothing where it is not known. */
export const dayCell = (day: LocalDate | null, style: CellStyle): SheetCell =>
  day === null || day < RELIABLE
    ? textCell(day === null ? [] : [day], style)
    : { value: serialOf(day), style: formatted(style, 'yyyy/m/d') };

/** Words at the head or foot of a printed page: `&` begins a code there, and all of it has at most 255 letters. */
export const pageWords = (text: string): string => escaped(text.replaceAll('&', '&&'));

/** A cell as the file has it (ECMA-376, 18.3.1.4): a text is named by its number. */
export const xmlOf = (place: string, { value, style }: SheetCell, { texts, styles }: Shared): string => {
  const look = `s="${styles.numberOf(style)}"`;
  if (value === undefined) return `<c r="${place}" ${look}/>`;
  return typeof value === 'number'
    ? `<c r="${place}" ${look}><v>${value}</v></c>`
    : `<c r="${place}" t="s" ${look}><v>${texts.numberOf(value)}</v></c>`;
};
