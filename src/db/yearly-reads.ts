import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import { allIn, oneIn, type Placed, type YearlyFacts } from '../domain/yearly.ts';

/** What is read of a fiscal year, of those that have facts of their own in each year. */
export type ReadsOfYear<T> = {
  /**
   * Every one of them as a record of that year would call it, in order: also those that begin only later, with the facts of
   * their first year, so that the past can still be recorded.
   */
  readonly nameable: (year: FiscalYear) => Promise<readonly T[]>;
  /** One of them as of a fiscal year (or its first, where it began later); undefined when it is not in this workspace. */
  readonly find: (id: string, year: FiscalYear) => Promise<T | undefined>;
};

/** Reads a year from the facts of all years; `histories` gives those of one where it is told an id, and may give others too. */
export const readsOfYear = <T extends Placed>(
  histories: (id?: string) => Promise<readonly YearlyFacts<T>[]>,
): ReadsOfYear<T> => ({
  nameable: async (year) => allIn(await histories(), year),
  find: async (id, year) => oneIn(await histories(id), id, year)?.facts,
});
