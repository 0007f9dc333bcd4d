/** How much of two texts is the same at their beginnings and ends, from 0 to 1: what was corrected in one place stays near 1. */
export const likenessOf = (one: string, other: string): number => {
  const longer = Math.max(one.length, other.length);
  if (longer === 0) return 1;
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return (start + end) / longer;
};

/** How many of two lists' texts are the same, wherever they stand, from 0 to 1; two empty lists say nothing. */
export const sharedOf = (one: readonly string[], other: readonly string[]): number => {
  const left = new Map<string, number>();
  for (const text of one) left.set(text, (left.get(text) ?? 0) + 1);
  let shared = 0;
  for (const text of other) {
    const count = left.get(text) ?? 0;
    if (count > 0) shared += 1;
    left.set(text, count - 1);
  }
  return one.length + other.length === 0 ? 0 : (2 * shared) / (one.length + other.length);
};
