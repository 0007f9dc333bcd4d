/** What stands in one of two lists in a place where the other has something else, or nothing: from a place up to another. */
export type Passage = {
  readonly before: { readonly from: number; readonly until: number };
  readonly after: { readonly from: number; readonly until: number };
};

/** So many pairs are compared at most; between longer lists all but their beginnings and ends is one passage. */
const MOST_COMPARED = 1_000_000;

/** The length of the longest common sequence behind every pair of places: row by row, one more each way. */
const lengthsOf = (before: readonly string[], after: readonly string[]): Uint32Array => {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  for (let one = before.length - 1; one >= 0; one -= 1)
    for (let other = after.length - 1; other >= 0; other -= 1) {
      const at = one * width + other;
      lengths[at] =
        before[one] === after[other]
          ? (lengths[at + width + 1] ?? 0) + 1
          : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  return lengths;
};

/** Pairs of places of what is common to both, in order. What decides between equals is the same for both lists. */
const commonOf = (
  before: readonly string[],
  after: readonly string[],
): readonly (readonly [number, number])[] => {
  if (before.length * after.length > MOST_COMPARED) return [];
  const lengths = lengthsOf(before, after);
  const width = after.length + 1;
  const common: (readonly [number, number])[] = [];
  let [one, other] = [0, 0];
  while (one < before.length && other < after.length) {
    const [here = '', there = ''] = [before[one], after[other]];
    const [skipped = 0, added = 0] = [lengths[(one + 1) * width + other], lengths[one * width + other + 1]];
    if (here === there) {
      common.push([one, other]);
      one += 1;
      other += 1;
    } else if (skipped > added || (skipped === added && here < there)) one += 1;
    else other += 1;
  }
  return common;
};

/** Where two lists of texts differ, in order; equal lists have no passage. */
export const passagesBetween = (before: readonly string[], after: readonly string[]): readonly Passage[] => {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const [untilBefore, untilAfter] = [before.length - end, after.length - end];
  const common = [
    ...commonOf(before.slice(start, untilBefore), after.slice(start, untilAfter)).map(
      ([one, other]) => [one + start, other + start] as const,
    ),
    [untilBefore, untilAfter] as const,
  ];
  let [from, fromAfter] = [start, start];
  return common.flatMap(([one, other]) => {
    const passage = { before: { from, until: one }, after: { from: fromAfter, until: other } };
    [from, fromAfter] = [one + 1, other + 1];
    return one > passage.before.from || other > passage.after.from ? [passage] : [];
  });
};
