import { firstDayOfRecord, lastDayOfRecord, type RecordDate } from '../../domain/occasion/date.ts';
import type { RowDays } from './text-document.ts';

/** A row that tells of no day. */
export const NO_DAYS: RowDays = { first: null, last: null };

/** The days that a row of these dates tells: from the earliest first to the latest last. Of a 期限 alone only the last is known. */
export const rowDaysOf = (dates: readonly RecordDate[]): RowDays => {
  const firsts = dates.flatMap((date) => (date.kind === 'until' ? [] : [firstDayOfRecord(date)])).toSorted();
  const lasts = dates.map(lastDayOfRecord).toSorted();
  return { first: firsts.at(0) ?? null, last: lasts.at(-1) ?? null };
};
