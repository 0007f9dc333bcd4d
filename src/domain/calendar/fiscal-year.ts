import {
  ERA_NUMBER_SOURCE,
  ERA_SOURCE,
  eraNamed,
  eraOf,
  plainSpelling,
  printEraYear,
  westernYearOf,
} from './era-year.ts';
import { type LocalDate, localDate, numbersOf } from './local-date.ts';

/** A fiscal year, 1 April to 31 March, as the Western year of its April: 令和5年度 is 2023. */
export type FiscalYear = number;

/** The earliest year that is read and offered: 平成元年度. */
export const EARLIEST_FISCAL_YEAR: FiscalYear = 1989;

/** How a fiscal year may be typed, for the answer to one that could not be read. */
export const FISCAL_YEAR_EXAMPLES: readonly string[] = ['令和5年度', 'R5', '5年度', '2023'];

const YEARS_AHEAD = 10;
const WRITTEN = new RegExp(
  `^(?:(?<western>\\d{4})|(?<era>${ERA_SOURCE})?(?<eraYear>${ERA_NUMBER_SOURCE}))(?:年度?)?$`,
);

/** The fiscal year a day is in: 2024-03-31 is in 2023, 2024-04-01 in 2024. */
export const fiscalYearOf = (day: LocalDate): FiscalYear => {
  const { year, month } = numbersOf(day);
  return month >= 4 ? year : year - 1;
};

/** The fiscal year that `today` is in. */
export const currentFiscalYear = (today: LocalDate): FiscalYear => fiscalYearOf(today);

/** 1 April: 2023-04-01 for 2023. */
export const firstDayOf = (year: FiscalYear): LocalDate => localDate(`${year}-04-01`);

/** 31 March: 2024-03-31 for 2023. */
export const lastDayOf = (year: FiscalYear): LocalDate => localDate(`${year + 1}-03-31`);

/**
 * E.g. 令和5年度 for 2023. The label is the era year of 31 December: 2019, which began on 平成31年4月1日, is 令和元年度;
 * 2018 is 平成30年度, 1989 平成元年度, and 1988, which ended in 平成元年, is 昭和63年度.
 */
export const printFiscalYear = (year: FiscalYear): string =>
  `${printEraYear(eraOf(localDate(`${year}-12-31`)))}度`;

/** Whether `day` is after the last fiscal year that can be chosen on `today`, so that no list would come to it. */
export const isTooFarAhead = (day: LocalDate, today: LocalDate): boolean =>
  fiscalYearOf(day) > fiscalYearOf(today) + YEARS_AHEAD;

/** Whether `year` can be chosen and typed: from 平成元年度 to 10 years after today's. */
export const isOfferedFiscalYear = (year: FiscalYear, today: LocalDate): boolean =>
  year >= EARLIEST_FISCAL_YEAR && year <= fiscalYearOf(today) + YEARS_AHEAD;

/** The fiscal year that a year of an era is, when the era stood on 1 April (平成31年度) or 31 December (令和元年度) of it. */
const ofEra = (era: string | undefined, eraYear: string, today: LocalDate): FiscalYear | undefined => {
  const name = era === undefined ? eraOf(today).era : eraNamed(era);
  const year = name && westernYearOf(name, eraYear);
  if (year === undefined || !isOfferedFiscalYear(year, today)) return undefined;
  const eras = [firstDayOf(year), localDate(`${year}-12-31`)].map((day) => eraOf(day).era);
  return eras.some((standing) => standing === name) ? year : undefined;
};

/**
 * Reads a fiscal year as people type it: `令和5年度` `令和5` `R5` `r5` `2023` `2023年度` `令和元年度` `平成31年度`, and
 * `5年度` `５` of the era `today` is in; full width and spaces are tolerated. Undefined for anything else, for years of
 * an era that never were (令和0, 平成32), before 1989, and more than 10 years ahead of today's.
 */
export const readFiscalYear = (text: string, today: LocalDate): FiscalYear | undefined => {
  const { western, era, eraYear }: Readonly<Record<string, string | undefined>> =
    WRITTEN.exec(plainSpelling(text))?.groups ?? {};
  if (eraYear !== undefined) return ofEra(era, eraYear, today);
  return western !== undefined && isOfferedFiscalYear(Number(western), today) ? Number(western) : undefined;
};
