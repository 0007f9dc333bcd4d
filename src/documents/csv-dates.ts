import { readDay, readMonth } from '../domain/calendar/japanese-era.ts';
import { firstOfMonth, type LocalDate } from '../domain/calendar/local-date.ts';
import { DATE_PRECISIONS } from '../domain/meeting.ts';
import {
  type DatePrecision,
  fieldsOf,
  type RecordDateFields,
  readRecordDate,
  type WrittenRecordDateProblem,
} from '../domain/record-date.ts';
import { csvText } from '../texts/csv.ts';
import { PRECISION_WORD } from '../texts/meeting.ts';
import { DATE_LABEL, recordDateSentence } from '../texts/record-date.ts';
import { type Found, wordIn } from './csv-cells.ts';

/** A cell of a row by its label. */
export type Cell = (label: string) => string;

const { heldOn: ON, heldUntil: UNTIL, precision: PRECISION } = DATE_LABEL;

/** 年月日, 年月, 期限(…まで) as the form has them, or 期限 alone. */
const readPrecision = (typed: string): DatePrecision | undefined =>
  typed === '期限' ? 'until' : wordIn(DATE_PRECISIONS, (word) => PRECISION_WORD[word].word, typed);

const PRECISION_WORDS = DATE_PRECISIONS.map((word) => PRECISION_WORD[word].word);

/** A day or month as a cell has it; a month by its first day. */
type ReadDay = { readonly on: LocalDate; readonly precision: 'day' | 'month' };

const readDayOrMonth = (typed: string): ReadDay | undefined => {
  const day = readDay(typed);
  if (day.ok) return { on: day.value, precision: 'day' };
  const month = readMonth(typed);
  return month.ok ? { on: firstOfMonth(month.value), precision: 'month' } : undefined;
};

/** Why a date in one cell can't be read. */
export const dateSentence = (problem: WrittenRecordDateProblem): string => {
  if (problem.kind !== 'unread') return recordDateSentence(problem);
  const { cause } = problem;
  return cause.kind === 'weekday-differs' ? csvText.weekdayDiffers(cause.right) : csvText.unreadableDay;
};

/** 開催日 alone may hold a date as the report prints it (令和5年7月から9月まで); with the other two it is one day. */
export const readDates = (cell: Cell): RecordDateFields | readonly Found[] => {
  const [on, until, typed] = [cell(ON), cell(UNTIL), cell(PRECISION)];
  if (on !== '' && until === '' && typed === '') {
    const read = readRecordDate(on);
    return read.ok ? fieldsOf(read.value) : [{ column: ON, sentence: dateSentence(read.error) }];
  }
  const [first, last] = [readDayOrMonth(on), readDayOrMonth(until)];
  const precision = typed === '' ? (first?.precision ?? 'day') : readPrecision(typed);
  // Of a month no day is known; a day may be printed as its month, if that was asked for.
  const isUsable = (read: ReadDay | undefined): boolean =>
    read !== undefined &&
    (precision === undefined || read.precision === precision || (read.precision === 'day' && typed !== ''));
  const problems = [
    ...(on === '' || isUsable(first) ? [] : [{ column: ON, sentence: csvText.unreadableDay }]),
    ...(until === '' || isUsable(last) ? [] : [{ column: UNTIL, sentence: csvText.unreadableDay }]),
    ...(precision === undefined ? [{ column: PRECISION, sentence: csvText.oneOf(PRECISION_WORDS) }] : []),
  ];
  return problems.length > 0 || first === undefined || precision === undefined
    ? problems
    : { heldOn: first.on, heldUntil: last?.on, precision };
};
