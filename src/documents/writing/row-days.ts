import { firstDayOfRecord, lastDayOfRecord, type RecordDate } from '../../domain/occasion/date.ts';
import type { RowDays } from './text-document.ts';

/** A row that tells of no day. */
export const NO_DAYS: RowDays = { first: null, last: null };

/** The days that a row of these dates tells: from the earliest first to the latest last. Of a 期限 alone only the last is known. */
export const rowDaysOf = (dates: readonly RecordDate[]): RowDays => {
  let { first, last } = NO_DAYS;
  for (const date of dates) {
    const from = date.kind === 'until' ? null : firstDayOfRecord(date);
    const to = lastDayOfRecord(date);
    if (from !== null && (first === null || from < first)) first = from;
    if (last === null || to > last) last = to;
  }
  return { first, last };
};
