import { type FiscalYear, fiscalYearOf, readFiscalYear } from '../calendar/fiscal-year.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { type FileFormat, readFileFormat } from '../file-format.ts';

/** What was typed for a report: the year, and the format where one was named. */
export type WantedReport = { readonly year: FiscalYear; readonly format: FileFormat | undefined };

/**
 * The year whose report is written on `today`: the last one that is over. The chapter tells of a whole year and is written in the
 * months behind it. E.g. 2023 from 2024-04-01 to 2025-03-31.
 */
export const yearWrittenOn = (today: LocalDate): FiscalYear => fiscalYearOf(today) - 1;

/**
 * Reads 年度 and 形式 in whatever order; the year may have spaces in it. Without a year it is the one that is written on `today`.
 * Undefined where anything else is among the words. `readFormat` knows the formats that there are.
 */
export const readYearAndFormat = <Format>(
  words: readonly string[],
  today: LocalDate,
  readFormat: (word: string) => Format | undefined,
): { readonly year: FiscalYear; readonly format: Format | undefined } | undefined => {
  const formats = words.flatMap((word) => readFormat(word) ?? []);
  const rest = words.filter((word) => readFormat(word) === undefined);
  const year = rest.length === 0 ? yearWrittenOn(today) : readFiscalYear(rest.join(''), today);
  return year === undefined || formats.length > 1 ? undefined : { year, format: formats[0] };
};

/** The same of a report. */
export const readWantedReport = (words: readonly string[], today: LocalDate): WantedReport | undefined =>
  readYearAndFormat(words, today, readFileFormat);
