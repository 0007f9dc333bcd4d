import { type FiscalYear, fiscalYearOf } from '../calendar/fiscal-year.ts';
import type { LocalDate } from '../calendar/local-date.ts';

/**
 * The year whose report is written on `today`: the last one that is over. The chapter tells of a whole year and is written in the
 * months behind it. E.g. 2023 from 2024-04-01 to 2025-03-31.
 */
export const yearWrittenOn = (today: LocalDate): FiscalYear => fiscalYearOf(today) - 1;
