import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { addDays } from '../../domain/calendar/local-date.ts';
import { firstText, handoverPart } from '../../texts/handover.ts';
import type { Cell, DocumentPart, HeadingLevel } from '../writing/text-document.ts';

export const heading = (text: string, level: HeadingLevel = 1): DocumentPart => ({
  kind: 'heading',
  text,
  level,
});
export const lines = (...of: readonly string[]): DocumentPart => ({ kind: 'lines', lines: of });

/** Each text with a dot before it, or that there is none. */
export const list = (texts: readonly string[]): DocumentPart =>
  lines(...(texts.length === 0 ? [handoverPart.none] : texts.map(handoverPart.listed)));

/** A table of rows that have a cell for each heading; in place of one without rows `none`. */
export const tableOf = (
  caption: string,
  columns: readonly (readonly [heading: string, share: number])[],
  rows: readonly (readonly Cell[])[],
  none: string = handoverPart.none,
): DocumentPart =>
  rows.length === 0
    ? lines(none)
    : {
        kind: 'table',
        caption,
        columns: columns.map(([text, share]) => ({ heading: text, share })),
        rows,
      };

/** So many days ahead something is looked at first. */
const SOON_DAYS = 30;

/** The last day that is soon. */
const lastSoon = (today: LocalDate): LocalDate => addDays(today, SOON_DAYS);

/** Something with a day by which it is to be done, or on which it takes place. */
export type DueRow = {
  readonly day: LocalDate;
  readonly kind: string;
  readonly what: readonly string[];
  readonly next: string;
  /** That its day is over is told. */
  readonly mayBeLate?: boolean;
};

/** What is due soon or should be done already, what was due first before all else. */
export const dueTable = (rows: readonly DueRow[], today: LocalDate): DocumentPart =>
  tableOf(
    firstText.soon,
    [
      [firstText.column.day, 22],
      [firstText.column.kind, 16],
      [firstText.column.what, 36],
      [firstText.column.next, 26],
    ],
    rows
      .filter(({ day }) => day <= lastSoon(today))
      .toSorted((one, other) => one.day.localeCompare(other.day))
      .map(({ day, kind, what, next, mayBeLate = false }) => [
        [printDayWithWeekday(day), ...(mayBeLate && day < today ? [handoverPart.overdue] : [])],
        [kind],
        what,
        [next],
      ]),
    firstText.noneSoon,
  );
