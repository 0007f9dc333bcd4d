import type { FiscalYear } from '../calendar/fiscal-year.ts';
import { factsIn, type Placed, spanOf, type YearlyFacts } from '../yearly.ts';
import { fold } from './fold.ts';
import { comparePlaces, type Found, type SearchPlace } from './found.ts';
import { hasEvery } from './mark.ts';

/** What is asked of one kind: folded words of which every one has to be there, the year, and what was shown before. */
export type SearchQuery = {
  readonly words: readonly string[];
  readonly year: FiscalYear | null;
  readonly after: SearchPlace | null;
  readonly most: number;
};

/** Something and the years in which it is called so that a folded word is in its name. */
export type NamedSpan = { readonly id: string; readonly first: FiscalYear; readonly last: FiscalYear };
export type NamedInYears = (word: string) => readonly NamedSpan[];

/** No year is after it, and the database takes it. */
const LAST_YEAR = 9999;

/** Bodies or programmes by the names that they had in each year; `namesOf` gives all names of the facts of a year. */
export const namedInYears = <T extends Placed>(
  histories: readonly Pick<YearlyFacts<T>, 'id' | 'years'>[],
  namesOf: (facts: T) => readonly string[],
): NamedInYears => {
  const spans = histories.flatMap(({ id, years }) =>
    years.map((facts) => {
      const { first, last } = spanOf(years, facts.since);
      return { id, first, last: Math.min(last, LAST_YEAR), names: namesOf(facts).map(fold) };
    }),
  );
  return (word) =>
    spans
      .filter(({ names }) => names.some((name) => name.includes(word)))
      .map(({ id, first, last }) => ({ id, first, last }));
};

/** What something is called in a year; nothing where it is not known. */
export const factsOfYear = <T extends Placed>(
  histories: readonly Pick<YearlyFacts<T>, 'id' | 'years'>[],
  id: string,
  year: FiscalYear,
): T | undefined => {
  const history = histories.find((one) => one.id === id);
  return history && factsIn(history.years, year);
};

/** Of what is read whole, the part that is asked for; without a word nothing is. */
export const foundAmong = ({ words, after, most }: SearchQuery, all: readonly Found[]): readonly Found[] =>
  all
    .filter(({ name, texts }) => words.length > 0 && hasEvery([name, ...texts], words))
    .toSorted(comparePlaces)
    .filter((one) => after === null || comparePlaces(after, one) < 0)
    .slice(0, most);
