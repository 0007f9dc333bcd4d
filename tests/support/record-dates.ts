import fc from 'fast-check';
import {
  addDays,
  daysBetween,
  type LocalDate,
  localDate,
  yearMonth,
} from '../../src/domain/calendar/local-date.ts';
import { type DatePrecision, type RecordDate, recordDateFrom } from '../../src/domain/occasion/date.ts';

/** A date of each kind, from days and months as tests write them: 2023-08-10, 2023-09. */
export const day = (text: string): RecordDate => ({ kind: 'day', day: localDate(text) });
export const days = (first: string, last: string): RecordDate => ({
  kind: 'days',
  first: localDate(first),
  last: localDate(last),
});
export const until = (text: string): RecordDate => ({ kind: 'until', day: localDate(text) });
export const month = (text: string): RecordDate => ({ kind: 'month', month: yearMonth(text) });
export const months = (first: string, last: string): RecordDate => ({
  kind: 'months',
  first: yearMonth(first),
  last: yearMonth(last),
});

const FIRST_OF_TAISHO = localDate('1912-07-30');
const anyDay: fc.Arbitrary<LocalDate> = fc
  .integer({ min: 0, max: daysBetween(FIRST_OF_TAISHO, localDate('2120-12-31')) })
  .map((count) => addDays(FIRST_OF_TAISHO, count));
/** Any date the record can hold, up to 2120. */
export const anyRecordDate: fc.Arbitrary<RecordDate> = fc
  .tuple(anyDay, fc.integer({ min: -1, max: 364 }), fc.constantFrom<DatePrecision>('day', 'month', 'until'))
  .map(([heldOn, length, precision]) =>
    recordDateFrom({
      heldOn,
      heldUntil: length < 0 || precision === 'until' ? undefined : addDays(heldOn, length),
      precision,
    }),
  )
  .filter((made) => made.ok)
  .map((made) => made.value);
