import { EARLIEST_FISCAL_YEAR, type FiscalYear } from './calendar/fiscal-year.ts';
import { inOrder, lastPosition } from './position.ts';

/** What each fact of a year has: `since` is the fiscal year from which it holds, until a later year has its own. */
type Dated = { readonly since: FiscalYear };

/** What is called by a name and has a place in the order, in each year its own. */
export type Placed = Dated & { readonly name: string; readonly position: number };

/** Something over the years: its facts of every fiscal year that has its own, oldest first. */
export type YearlyFacts<T extends Dated> = {
  readonly id: string;
  readonly years: readonly T[];
  /** Changes whenever any fact of any year changes. */
  readonly digest: string;
};

/** Fiscal years in a row, the first and the last of them included. */
export type YearSpan = { readonly first: FiscalYear; readonly last: FiscalYear };

/** The facts that hold in a fiscal year: the last ones not after it, else (it begins later) its first. */
export const factsIn = <T extends Dated>(years: readonly T[], year: FiscalYear): T | undefined =>
  years.findLast(({ since }) => since <= year) ?? years[0];

/** All of them as a record of a fiscal year would call them, in order: also those that begin only later. */
export const allIn = <T extends Placed>(
  histories: readonly Pick<YearlyFacts<T>, 'years'>[],
  year: FiscalYear,
): readonly T[] => inOrder(histories.flatMap(({ years }) => factsIn(years, year) ?? []));

/** One of them as it stands in a fiscal year, and the digest by which a change of any year made meanwhile is known. */
export const oneIn = <T extends Dated>(
  histories: readonly YearlyFacts<T>[],
  id: string,
  year: FiscalYear,
): { readonly facts: T; readonly digest: string } | undefined => {
  const history = histories.find((one) => one.id === id);
  const facts = history && factsIn(history.years, year);
  return history && facts && { facts, digest: history.digest };
};

/**
 * The years in which facts set for `year` hold: until the next year that has its own and, where none comes before them,
 * in every earlier year too. E.g. beside 2023 and 2026: 2024 holds in 2024 and 2025, 2020 from 1989 to 2022.
 */
export const spanOf = (years: readonly Dated[], year: FiscalYear): YearSpan => ({
  first: years.some(({ since }) => since < year) ? year : EARLIEST_FISCAL_YEAR,
  last: (years.find(({ since }) => since > year)?.since ?? Number.POSITIVE_INFINITY) - 1,
});

/** Why the facts of a year can't be set so. */
export type YearlyProblem =
  | { readonly field: 'fiscalYear'; readonly kind: 'year-unreadable' }
  | {
      readonly field: 'name';
      readonly kind: 'name-taken';
      readonly name: string;
      readonly fiscalYear: FiscalYear;
    };

/** The history that is to change, undefined for what is registered anew, among those of all. */
export type OwnAndOthers<T extends Dated> = {
  readonly own: YearlyFacts<T> | undefined;
  readonly others: readonly YearlyFacts<T>[];
};

/** Tells the history of `id` from those of the others; without an id all are others. */
export const ownAndOthers = <T extends Dated>(
  histories: readonly YearlyFacts<T>[],
  id: string | undefined,
): OwnAndOthers<T> => ({
  own: histories.find((history) => history.id === id),
  others: histories.filter((history) => history.id !== id),
});

/**
 * Refuses a name that another has in any year in which it would hold if set for `year`, and says the first such year.
 * Years before `year` do not count: there it only lends its name to what is recorded late, and another may have had it.
 */
export const nameProblem = <T extends Placed>(
  { own, others }: OwnAndOthers<T>,
  name: string,
  year: FiscalYear,
): YearlyProblem | undefined => {
  const { last } = spanOf(own?.years ?? [], year);
  const taken = others
    .flatMap(({ years }) =>
      years.filter((facts) => facts.name === name).map(({ since }) => spanOf(years, since)),
    )
    .filter((held) => held.first <= last && year <= held.last)
    .map((held) => Math.max(held.first, year));
  return taken.length === 0
    ? undefined
    : { field: 'name', kind: 'name-taken', name, fiscalYear: Math.min(...taken) };
};

/** 並び順 from `year` on: as typed, else as it stands, else behind the others of that year. */
export const positionIn = <T extends Placed>(
  { own, others }: OwnAndOthers<T>,
  typed: number | undefined,
  year: FiscalYear,
): number => typed ?? factsIn(own?.years ?? [], year)?.position ?? lastPosition(allIn(others, year));
