import { type Result, refuse, succeed } from '../result.ts';
import {
  ERA_NUMBER_SOURCE,
  ERA_SOURCE,
  type EraName,
  eraLetter,
  eraNamed,
  eraOf,
  hasEra,
  plainSpelling,
  printEraYear,
  westernYearOf,
} from './era-year.ts';
import {
  firstOfMonth,
  type LocalDate,
  lastOfMonth,
  numbersOf,
  readLocalDate,
  readYearMonth,
  type Weekday,
  weekdayOf,
  type YearMonth,
} from './local-date.ts';

/** Why a written month is refused; `right` is what the month is called rightly (平成31年5月: 令和元年5月). */
export type MonthProblem =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'too-early' }
  | { readonly kind: 'era-differs'; readonly right: string };

/** Why a written day is refused; `right` is the weekday it has (令和5年8月10日(金): 木), or its right name. */
export type DayProblem = MonthProblem | { readonly kind: 'weekday-differs'; readonly right: Weekday };

const YEAR = `(?:(?<era>${ERA_SOURCE})(?<eraYear>${ERA_NUMBER_SOURCE})|(?<year>\\d{4}))`;
/** That a day is a holiday may stand beside its weekday: （月・祝）. Dots have become slashes by then. */
const HOLIDAY = '(?:祝日?|休日?|振休|振替休日|振替)';
const WEEKDAY = `(?:\\((?<weekday>[日月火水木金土])(?:曜日?)?(?:[/,、]?${HOLIDAY})?\\))?`;
const DAY = new RegExp(`^${YEAR}/(?<month>\\d{1,2})/(?<day>\\d{1,2})${WEEKDAY}$`);
const MONTH = new RegExp(`^${YEAR}/(?<month>\\d{1,2})$`);

type WrittenYear = { readonly western: string; readonly era: EraName | undefined };
type Groups = Readonly<Record<string, string | undefined>>;

/** E.g. 令和5年8月10日; 2019-05-01 is 令和元年5月1日. Throws a RangeError before 大正 (1912-07-30). */
export const printDay = (day: LocalDate): string => {
  const { month, day: dayOfMonth } = numbersOf(day);
  return `${printEraYear(eraOf(day))}${month}月${dayOfMonth}日`;
};

/** E.g. 令和5年8月10日(木). Throws a RangeError before 大正. */
export const printDayWithWeekday = (day: LocalDate): string => `${printDay(day)}(${weekdayOf(day)})`;

/** E.g. R5.8.10: as short as `readDay` reads a day. Throws a RangeError before 大正. */
export const printDayBriefly = (day: LocalDate): string => {
  const { era, year } = eraOf(day);
  const { month, day: dayOfMonth } = numbersOf(day);
  return `${eraLetter(era)}${year}.${month}.${dayOfMonth}`;
};

/**
 * E.g. 令和5年9月. A month in which the era changed takes the era of its last day: 1989-01 is 平成元年1月.
 * Throws a RangeError for months that ended before 大正.
 */
export const printMonth = (month: YearMonth): string => {
  const last = lastOfMonth(month);
  return `${printEraYear(eraOf(last))}${numbersOf(last).month}月`;
};

const yearWritten = ({ era, eraYear, year }: Groups): WrittenYear | undefined => {
  const name = eraNamed(era ?? '');
  const western = name === undefined ? Number(year) : westernYearOf(name, eraYear ?? '');
  return western === undefined ? undefined : { western: String(western).padStart(4, '0'), era: name };
};

const twoDigits = (written: string | undefined): string => (written ?? '').padStart(2, '0');

/**
 * Reads a day in era or Western spelling: `令和5年8月10日` `R5.8.10` `h31-4-30` `２０２３年８月１０日` `2023/8/10`
 * `令和5年8月10日(木)` `令6・7・8` `2024/7/15 0:00` `令和6年7月15日（月・祝）`; full width and spaces are tolerated. Refuses what
 * is no such form, days that do not exist, an era that did not stand on that day (平成31年5月1日), a weekday that does not
 * fit, and days before 大正.
 */
export const readDay = (text: string): Result<LocalDate, DayProblem> => {
  const slashed = plainSpelling(text)
    .replace(/年(\d{1,2})月(\d{1,2})日/, '/$1/$2')
    .replaceAll(/[-.・]/g, '/');
  const groups: Groups | undefined = DAY.exec(slashed)?.groups;
  if (groups === undefined) return refuse({ kind: 'unreadable' });
  const year = yearWritten(groups);
  const day = year && readLocalDate(`${year.western}-${twoDigits(groups.month)}-${twoDigits(groups.day)}`);
  if (day === undefined) return refuse({ kind: 'impossible' });
  if (!hasEra(day)) return refuse({ kind: 'too-early' });
  if (year?.era !== undefined && year.era !== eraOf(day).era)
    return refuse({ kind: 'era-differs', right: printDay(day) });
  const weekday = weekdayOf(day);
  if (groups.weekday !== undefined && groups.weekday !== weekday)
    return refuse({ kind: 'weekday-differs', right: weekday });
  return succeed(day);
};

/**
 * Reads a month: `令和5年9月` `R5.9` `2023-09` `2023/9` `2023年9月`, written as freely as days are. A month in which
 * the era changed is read in both: 昭和64年1月 and 平成元年1月 are 1989-01.
 */
export const readMonth = (text: string): Result<YearMonth, MonthProblem> => {
  const slashed = plainSpelling(text)
    .replace(/年(\d{1,2})月$/, '/$1')
    .replaceAll(/[-.・]/g, '/');
  const groups: Groups | undefined = MONTH.exec(slashed)?.groups;
  if (groups === undefined) return refuse({ kind: 'unreadable' });
  const year = yearWritten(groups);
  const month = year && readYearMonth(`${year.western}-${twoDigits(groups.month)}`);
  if (month === undefined) return refuse({ kind: 'impossible' });
  if (!hasEra(lastOfMonth(month))) return refuse({ kind: 'too-early' });
  const eras = [firstOfMonth(month), lastOfMonth(month)].filter(hasEra).map((day) => eraOf(day).era);
  if (year?.era !== undefined && !eras.includes(year.era))
    return refuse({ kind: 'era-differs', right: printMonth(month) });
  return succeed(month);
};
