import { currentFiscalYear, firstDayOf, readFiscalYear } from '../calendar/fiscal-year.ts';
import { readDay } from '../calendar/japanese-era.ts';
import type { LocalDate } from '../calendar/local-date.ts';

/** How the day of a roster may be typed, for the answer to one that could not be read. */
export const ROSTER_DAY_EXAMPLES: readonly string[] = ['令和5年度', 'R5', '令和5年8月10日', '2023-08-10'];

/**
 * The day whose roster is meant by what was typed: a day in any spelling, or a fiscal year, which stands for its 1 April;
 * nothing and the present year stand for today. Undefined for what can't be read.
 */
export const readRosterDay = (text: string, today: LocalDate): LocalDate | undefined => {
  if (text === '') return today;
  const day = readDay(text);
  if (day.ok) return day.value;
  const year = readFiscalYear(text, today);
  if (year === undefined) return undefined;
  return year === currentFiscalYear(today) ? today : firstDayOf(year);
};
