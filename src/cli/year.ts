import { FISCAL_YEAR_EXAMPLES, type FiscalYear, readFiscalYear } from '../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import type { Clock } from '../domain/clock.ts';
import { problemText } from '../texts/problem.ts';
import { CommandEnd, EXIT } from './output.ts';

/** The fiscal year that was typed; ends the command where it can't be read. */
export const yearTyped = (typed: string, clock: Clock): FiscalYear => {
  const year = readFiscalYear(typed, todayInTokyo(clock.now()));
  if (year === undefined)
    throw new CommandEnd(EXIT.refused, problemText.yearUnreadable(FISCAL_YEAR_EXAMPLES));
  return year;
};
