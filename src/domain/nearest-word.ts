import { lettersOf } from './letters.ts';

/**
 * How many letters to add, leave out, replace or swap with their neighbour to make one word of another (optimal string
 * alignment). `rows[i][j]` is that of the first i letters of the one and the first j of the other.
 */
const distance = (one: readonly string[], other: readonly string[]): number => {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= one.length; i += 1) {
    rows[i] = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      rows[i]?.push(
        Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + (isSame ? 0 : 1),
          isSwapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(one.length, other.length);
};

/** One slip in a word of at most so many letters, two in a longer one. */
const SHORT = 4;

/**
 * Of `known` the one with the word that was probably meant by `typed`: a slip or two away, the nearest first, then as they
 * stand. Undefined where none is near. E.g. 一欄 is meant as 一覧, setings as settings.
 */
export const nearestOf = <Known extends { readonly word: string }>(
  typed: string,
  known: readonly Known[],
): Known | undefined => {
  const letters = lettersOf(typed.toLowerCase());
  const near = known.flatMap((one) => {
    const word = lettersOf(one.word);
    const slips = distance(letters, word);
    return slips <= (word.length > SHORT ? 2 : 1) ? [{ one, slips }] : [];
  });
  return near.toSorted((one, other) => one.slips - other.slips)[0]?.one;
};
