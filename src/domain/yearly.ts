import { EARLIEST_FISCAL_YEAR, type FiscalYear } from './calendar/fiscal-year.ts';

/** Facts that hold from a fiscal year on, until a later year has its own. */
type Dated = { readonly since: FiscalYear };

/** Something over the years: its facts of every fiscal year that has its own, oldest first. */
export type YearlyFacts<T extends Dated> = {
  readonly id: string;
  readonly years: readonly T[];
  /** Another one as soon as any fact of any year is another. */
  readonly digest: string;
};

/** Fiscal years in a row, the first and the last of them included. */
export type YearSpan = { readonly first: FiscalYear; readonly last: FiscalYear };

/** The facts that hold in a fiscal year: the last ones not after it, else (the body begins later) its first. */
export const factsIn = <T extends Dated>(years: readonly T[], year: FiscalYear): T | undefined =>
  years.findLast(({ since }) => since <= year) ?? years[0];

/**
 * The years in which facts set for `year` hold: until the next year that has its own and, where none comes before them,
 * in every earlier year too. E.g. beside 2023 and 2026: 2024 holds in 2024 and 2025, 2020 from 1989 to 2022.
 */
export const spanOf = (years: readonly Dated[], year: FiscalYear): YearSpan => ({
  first: years.some(({ since }) => since < year) ? year : EARLIEST_FISCAL_YEAR,
  last: (years.find(({ since }) => since > year)?.since ?? Number.POSITIVE_INFINITY) - 1,
});

/** The first year of a span in which one of these has the name. */
export const yearWithName = (
  histories: readonly YearlyFacts<Dated & { readonly name: string }>[],
  name: string,
  { first, last }: YearSpan,
): FiscalYear | undefined =>
  histories
    .flatMap(({ years }) =>
      years.filter((facts) => facts.name === name).map(({ since }) => spanOf(years, since)),
    )
    .filter((taken) => taken.first <= last && first <= taken.last)
    .map((taken) => Math.max(taken.first, first))
    .sort((a, b) => a - b)[0];
