import { type FiscalYear, firstDayOf, fiscalYearOf } from '../calendar/fiscal-year.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-day.ts';

/** What stands in place of a name that was erased. */
export const ERASED_NAME = '（消去済み）';

/** 保存期間 unless 設定 say otherwise, and the most years it may be. */
export const DEFAULT_RETENTION_YEARS = 10;
export const MOST_RETENTION_YEARS = 99;

/** Where 保存期間 ends: `firstKept` is the oldest fiscal year within it, `from` its first day. */
export type RetentionLimit = { readonly firstKept: FiscalYear; readonly from: LocalDate };

/**
 * Where what is past begins: fiscal years whose end is more than `years` ago. E.g. on 2036-04-01 with 10 years 令和7年度, which ended on
 * 2026-03-31, is past, and the day before it is not. Undefined where everything is kept.
 */
export const retentionLimit = (today: LocalDate, years: number): RetentionLimit | undefined => {
  if (years === 0) return undefined;
  const firstKept = fiscalYearOf(today) - years;
  return { firstKept, from: firstDayOf(firstKept) };
};

/** The day of a fiscal year on which the secretariat is told: 1 April, or the next working day. E.g. 2028: Mon 3 April. */
export const retentionDay = (year: FiscalYear, calendar: Pick<WorkingCalendar, 'onOrAfter'>): LocalDate =>
  calendar.onOrAfter(firstDayOf(year));

/** What is past 保存期間, by kind: how many there are of each. */
export const PAST_KINDS = [
  'people',
  'appointments',
  'attendances',
  'typedNames',
  'files',
  'deliveries',
] as const;
export type PastKind = (typeof PAST_KINDS)[number];

/** Whose data is past, by name, and how much of each kind goes. */
export type PastHoldings = {
  readonly names: readonly string[];
  readonly counts: Readonly<Record<PastKind, number>>;
  /** In how many printed places of chapter 5 one of the names stands: these are kept. */
  readonly kept: number;
};

/** Whether nothing is past. */
export const isNothingPast = ({ counts }: Pick<PastHoldings, 'counts'>): boolean =>
  PAST_KINDS.every((kind) => counts[kind] === 0);

/** What the secretariat is told of in April; `limit` is undefined where nothing is past, or everything is kept. */
export type RetentionContent = {
  readonly kind: 'retention';
  readonly years: number;
  readonly limit: RetentionLimit | undefined;
  /** Whose names go. */
  readonly people: number;
};

/** Why nothing is erased: what is past is not what was shown, or nothing is. */
export type RetentionProblem = { readonly kind: 'past-changed' | 'nothing-past' };
