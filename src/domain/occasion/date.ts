import { eraOf, hasEra, plainSpelling } from '../calendar/era-year.ts';
import { type FiscalYear, fiscalYearOf, printFiscalYear } from '../calendar/fiscal-year.ts';
import { type DayProblem, printDay, printMonth, readDay, readMonth } from '../calendar/japanese-era.ts';
import {
  firstOfMonth,
  type LocalDate,
  lastOfMonth,
  monthOf,
  numbersOf,
  type YearMonth,
} from '../calendar/local-date.ts';
import { type Result, refuse, succeed } from '../result.ts';

// Longer than most files, because what is printed here is read back here: the two change together or not at all.

/**
 * When something happened, as exactly as it is known. Made by `recordDateFrom` and `readRecordDate`, which see to it
 * that `first` is before `last` and both are in one fiscal year.
 */
export type RecordDate =
  | { readonly kind: 'day'; readonly day: LocalDate }
  | { readonly kind: 'days'; readonly first: LocalDate; readonly last: LocalDate }
  | { readonly kind: 'until'; readonly day: LocalDate }
  | { readonly kind: 'month'; readonly month: YearMonth }
  | { readonly kind: 'months'; readonly first: YearMonth; readonly last: YearMonth };

/** The choices of 報告書での日付: 年月日, 年月, 期限(…まで). */
export const DATE_PRECISIONS = ['day', 'month', 'until'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** The three date fields of a form: 開催日, 終了日, 報告書での日付. */
export type RecordDateFields = {
  readonly heldOn: LocalDate;
  readonly heldUntil?: LocalDate | undefined;
  readonly precision: DatePrecision;
};

/** Why the three fields make no date, with the field that is to be changed. */
export type RecordDateProblem =
  | { readonly field: 'heldOn'; readonly kind: 'too-early' }
  | { readonly field: 'heldUntil'; readonly kind: 'until-takes-no-end' }
  | { readonly field: 'heldUntil'; readonly kind: 'end-before-start' }
  | {
      readonly field: 'heldUntil';
      readonly kind: 'crosses-fiscal-years';
      readonly first: FiscalYear;
      readonly last: FiscalYear;
    };

/** Why a written date is refused: as in a form, or a day in it cannot be read (`cause`). */
export type WrittenRecordDateProblem =
  | RecordDateProblem
  | { readonly field: 'heldOn' | 'heldUntil'; readonly kind: 'unread'; readonly cause: DayProblem };

const isTooEarly = ({ heldOn, precision }: RecordDateFields): boolean =>
  !hasEra(precision === 'month' ? lastOfMonth(monthOf(heldOn)) : heldOn);

const spanOf = (heldOn: LocalDate, heldUntil: LocalDate, precision: 'day' | 'month'): RecordDate => {
  if (precision === 'day') {
    return heldOn === heldUntil
      ? { kind: 'day', day: heldOn }
      : { kind: 'days', first: heldOn, last: heldUntil };
  }
  const [first, last] = [monthOf(heldOn), monthOf(heldUntil)];
  return first === last ? { kind: 'month', month: first } : { kind: 'months', first, last };
};

/**
 * The date three form fields give. 年月 drops the days picked; an end equal to the start is no range. Refuses an end with
 * 期限, an end before the start, a range over 31 March (first and last day in different fiscal years), and days before 大正.
 * E.g. 2023-07-03, 2023-07-07, 'day' is 令和5年7月3日から7日まで.
 */
export const recordDateFrom = (fields: RecordDateFields): Result<RecordDate, RecordDateProblem> => {
  const { heldOn, heldUntil, precision } = fields;
  if (isTooEarly(fields)) return refuse({ field: 'heldOn', kind: 'too-early' });
  if (precision === 'until') {
    return heldUntil === undefined
      ? succeed({ kind: 'until', day: heldOn })
      : refuse({ field: 'heldUntil', kind: 'until-takes-no-end' });
  }
  const date = spanOf(heldOn, heldUntil ?? heldOn, precision);
  const [firstDay, lastDay] = [firstDayOfRecord(date), lastDayOfRecord(date)];
  if (lastDay < firstDay) return refuse({ field: 'heldUntil', kind: 'end-before-start' });
  const [first, last] = [fiscalYearOf(firstDay), fiscalYearOf(lastDay)];
  if (first !== last) return refuse({ field: 'heldUntil', kind: 'crosses-fiscal-years', first, last });
  return succeed(date);
};

/** The form fields that give `date` again, for an edit form; months give the first of the month. */
export const fieldsOf = (date: RecordDate): RecordDateFields => {
  switch (date.kind) {
    case 'day':
      return { heldOn: date.day, precision: 'day' };
    case 'days':
      return { heldOn: date.first, heldUntil: date.last, precision: 'day' };
    case 'until':
      return { heldOn: date.day, precision: 'until' };
    case 'month':
      return { heldOn: firstOfMonth(date.month), precision: 'month' };
    case 'months':
      return { heldOn: firstOfMonth(date.first), heldUntil: firstOfMonth(date.last), precision: 'month' };
  }
};

/** The first day: of a month its first; of a date that is only an end (期限), that day. */
export const firstDayOfRecord = (date: RecordDate): LocalDate => fieldsOf(date).heldOn;

/** The last day: of a month its last; of a date that is only an end (期限), that day. */
export const lastDayOfRecord = (date: RecordDate): LocalDate => {
  const { heldOn, heldUntil = heldOn, precision } = fieldsOf(date);
  return precision === 'month' ? lastOfMonth(monthOf(heldUntil)) : heldUntil;
};

/** The day on which a date begins, where a day is known. */
export const dayKnownOf = (date: RecordDate): LocalDate | undefined => {
  switch (date.kind) {
    case 'day':
    case 'until':
      return date.day;
    case 'days':
      return date.first;
    case 'month':
    case 'months':
      return undefined;
  }
};

/** The fiscal year of the first day; of a 期限, of its day. */
export const fiscalYearOfRecord = (date: RecordDate): FiscalYear => fiscalYearOf(firstDayOfRecord(date));

/** Sorts by first day, as the No of the record goes; 0 for the same first day, where the time of recording decides. */
export const compareRecordDates = (one: RecordDate, other: RecordDate): number => {
  const [first, second] = [firstDayOfRecord(one), firstDayOfRecord(other)];
  return first === second ? 0 : first < second ? -1 : 1;
};

/** Whether the first day has come by `today` (the day in Tokyo). A record whose date has not begun is 予定. */
export const hasBegun = (date: RecordDate, today: LocalDate): boolean => firstDayOfRecord(date) <= today;

const sameEraYear = (one: LocalDate, other: LocalDate): boolean => {
  const [first, second] = [eraOf(one), eraOf(other)];
  return first.era === second.era && first.year === second.year;
};

/** The end of a range with only what differs from its start: 7日, 8月4日, 令和6年1月19日. */
const printLastDay = (first: LocalDate, last: LocalDate): string => {
  if (!sameEraYear(first, last)) return printDay(last);
  const { month, day } = numbersOf(last);
  return month === numbersOf(first).month ? `${day}日` : `${month}月${day}日`;
};

/** The end of a range of months with only what differs from its start: 9月, 令和6年2月. */
const printLastMonth = (first: YearMonth, last: YearMonth): string =>
  sameEraYear(lastOfMonth(first), lastOfMonth(last))
    ? `${numbersOf(lastOfMonth(last)).month}月`
    : printMonth(last);

/**
 * The date as the report prints it: 令和5年8月10日; 令和5年7月3日から8月4日まで; 令和5年8月10日まで; 令和5年9月;
 * 令和5年12月から令和6年2月まで; 平成31年4月20日から令和元年5月10日まで.
 */
export const printRecordDate = (date: RecordDate): string => {
  switch (date.kind) {
    case 'day':
      return printDay(date.day);
    case 'days':
      return `${printDay(date.first)}から${printLastDay(date.first, date.last)}まで`;
    case 'until':
      return `${printDay(date.day)}まで`;
    case 'month':
      return printMonth(date.month);
    case 'months':
      return `${printMonth(date.first)}から${printLastMonth(date.first, date.last)}まで`;
  }
};

/** What stands in place of a date for a year in which a body did not meet: 令和5年度は開催なし. */
export const printNotHeld = (year: FiscalYear): string => `${printFiscalYear(year)}は開催なし`;

/** A day, or a month by its first day. */
type Edge = { readonly on: LocalDate; readonly precision: 'day' | 'month' };

const RANGE = /^(?<start>.+?)(?:から|[~〜])(?<end>.+?)(?:まで)?$/;
const UNTIL = /^(?<day>.+)まで$/;

const unread = (field: 'heldOn' | 'heldUntil', cause: DayProblem): Result<never, WrittenRecordDateProblem> =>
  refuse({ field, kind: 'unread', cause });

/** Reads a day or a month, in any spelling that `readDay` and `readMonth` take. */
export const readEdge = (text: string): Result<Edge, DayProblem> => {
  const day = readDay(text);
  if (day.ok) return succeed({ on: day.value, precision: 'day' });
  const month = readMonth(text);
  if (month.ok) return succeed({ on: firstOfMonth(month.value), precision: 'month' });
  return month.error.kind === 'unreadable' ? day : month;
};

/** The end of a range with the parts it leaves to its start: 7日, 8月4日, 9月, 8/4. */
const completeEnd = (end: string, start: LocalDate): string => {
  const { year, month } = numbersOf(start);
  if (/^\d{1,2}日/.test(end)) return `${year}年${month}月${end}`;
  if (/^\d{1,2}月/.test(end)) return `${year}年${end}`;
  return /^\d{1,2}[-/.・]\d{1,2}(?:\(|$)/.test(end) ? `${year}/${end}` : end;
};

const readRange = (start: string, end: string): Result<RecordDate, WrittenRecordDateProblem> => {
  const first = readEdge(start);
  if (!first.ok) return unread('heldOn', first.error);
  const { on: heldOn, precision } = first.value;
  const last = readEdge(completeEnd(end, heldOn));
  if (!last.ok) return unread('heldUntil', last.error);
  // 令和5年7月3日から9月まで: a range is from day to day or from month to month.
  if (last.value.precision !== precision) return unread('heldUntil', { kind: 'unreadable' });
  return recordDateFrom({ heldOn, heldUntil: last.value.on, precision });
};

/**
 * Reads back what `printRecordDate` prints, and the same with each day or month in any spelling that `readDay` and
 * `readMonth` take (R5.7.3から8/4まで, 2023年7月～9月). Refuses as `recordDateFrom` does, and what cannot be read.
 */
export const readRecordDate = (text: string): Result<RecordDate, WrittenRecordDateProblem> => {
  const plain = plainSpelling(text);
  const { start, end }: Readonly<Record<string, string | undefined>> = RANGE.exec(plain)?.groups ?? {};
  if (start !== undefined && end !== undefined) return readRange(start, end);
  const until = UNTIL.exec(plain)?.groups?.day;
  if (until !== undefined) {
    const day = readDay(until);
    return day.ok ? succeed({ kind: 'until', day: day.value }) : unread('heldOn', day.error);
  }
  const edge = readEdge(plain);
  if (!edge.ok) return unread('heldOn', edge.error);
  return recordDateFrom({ heldOn: edge.value.on, precision: edge.value.precision });
};
