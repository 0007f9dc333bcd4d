import { groupBy } from '../../../domain/group-by.ts';

/** Two that are the same thing in two lists, by their places there; one of them alone was added (no `before`) or is gone. */
export type Pair = { readonly before: number | null; readonly after: number | null };
type Both = { readonly before: number; readonly after: number };

/** How things are known again. */
export type Knowing<T> = {
  /** Equal for those in which nothing changed. */
  readonly key: (item: T) => string;
  /** How much two of them that are not equal are alike; 0: they are not the same thing. The same whichever comes first. */
  readonly likeness: (before: T, after: T, isSamePlace: boolean) => number;
};

/** So many likenesses are asked for at most: where all of a long table changed, only those near each other are compared. */
const MOST_COMPARED = 10_000;

/** What begins both lists and what ends both is the same; `[from, until of before, until of after]` is the middle. */
const middleOf = (before: readonly string[], after: readonly string[]): readonly [number, number, number] => {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return [start, before.length - end, after.length - end];
};

/** Those that are equal: the first of one list with the first of the other, wherever they stand. */
const equalsOf = (before: readonly string[], after: readonly string[]): readonly Both[] => {
  const [from, untilBefore, untilAfter] = middleOf(before, after);
  const places = groupBy(
    Array.from({ length: untilBefore - from }, (_, index) => from + index),
    (at) => before[at],
  );
  const taken = new Map<string, number>();
  return after.flatMap((key, at) => {
    if (at < from) return [{ before: at, after: at }];
    if (at >= untilAfter) return [{ before: at - untilAfter + untilBefore, after: at }];
    const count = taken.get(key) ?? 0;
    const equal = places.get(key)?.[count];
    if (equal === undefined) return [];
    taken.set(key, count + 1);
    return [{ before: equal, after: at }];
  });
};

/** What stands around a place that is left: the next ones before and behind it that are known, by their place in the other list. */
const neighbours = (
  length: number,
  known: ReadonlyMap<number, number>,
): ReadonlyMap<number, readonly [number, number]> => {
  const around = new Map<number, readonly [number, number]>();
  let above = -1;
  for (let at = 0; at < length; at += 1) {
    above = known.get(at) ?? above;
    if (!known.has(at)) around.set(at, [above, -1]);
  }
  let below = -1;
  for (let at = length - 1; at >= 0; at -= 1) {
    below = known.get(at) ?? below;
    if (!known.has(at)) around.set(at, [around.get(at)?.[0] ?? -1, below]);
  }
  return around;
};

/** Of those left, the most alike first; nothing is taken twice. What decides between equals is the same for both lists. */
const alikes = <T>(
  before: readonly T[],
  after: readonly T[],
  equal: readonly Both[],
  { likeness }: Knowing<T>,
): readonly Both[] => {
  const toAfter = new Map(equal.map((pair) => [pair.before, pair.after]));
  const toBefore = new Map(equal.map((pair) => [pair.after, pair.before]));
  const leftBefore = [...neighbours(before.length, toAfter)];
  const leftAfter = [...neighbours(after.length, toBefore)];
  const reach = Math.max(1, Math.floor(MOST_COMPARED / Math.max(1, leftBefore.length, leftAfter.length)));
  const candidates = leftBefore.flatMap(([one, [above, below]], rank) =>
    leftAfter
      .slice(Math.max(0, rank - reach), rank + reach + 1)
      .flatMap(([other, [aboveOther, belowOther]]) => {
        const isUnderSame = above === -1 ? aboveOther === -1 : toBefore.get(above) === aboveOther;
        const isOverSame = below === -1 ? belowOther === -1 : toBefore.get(below) === belowOther;
        const [item, otherItem] = [before[one], after[other]];
        if (item === undefined || otherItem === undefined) return [];
        const alike = likeness(item, otherItem, isUnderSame || isOverSame);
        return alike > 0 ? [{ before: one, after: other, alike }] : [];
      }),
  );
  const takenBefore = new Set<number>();
  const takenAfter = new Set<number>();
  return candidates
    .toSorted(
      (one, other) =>
        other.alike - one.alike ||
        Math.abs(one.before - one.after) - Math.abs(other.before - other.after) ||
        one.before + one.after - other.before - other.after,
    )
    .filter((pair) => {
      if (takenBefore.has(pair.before) || takenAfter.has(pair.after)) return false;
      takenBefore.add(pair.before);
      takenAfter.add(pair.after);
      return true;
    });
};

/**
 * Finds in two lists what is the same thing, first by being equal, then by being alike, wherever it stands. In the order of `after`;
 * what is gone comes where it stood, before what was added there.
 */
export const align = <T>(before: readonly T[], after: readonly T[], knowing: Knowing<T>): readonly Pair[] => {
  const equal = equalsOf(before.map(knowing.key), after.map(knowing.key));
  const both = [...equal, ...alikes(before, after, equal, knowing)];
  const toAfter = new Map(both.map((pair) => [pair.before, pair.after]));
  const toBefore = new Map(both.map((pair) => [pair.after, pair.before]));
  const gone = new Map<number, Pair[]>();
  let above = -1;
  for (const at of before.keys()) {
    above = toAfter.get(at) ?? above;
    if (!toAfter.has(at)) gone.set(above, [...(gone.get(above) ?? []), { before: at, after: null }]);
  }
  return [
    ...(gone.get(-1) ?? []),
    ...[...after.keys()].flatMap((at) => [
      { before: toBefore.get(at) ?? null, after: at },
      ...(gone.get(at) ?? []),
    ]),
  ];
};

/** What is in both, in the order of `after`. */
export const bothOf = <T>(
  pairs: readonly Pair[],
  before: readonly T[],
  after: readonly T[],
): readonly (readonly [T, T])[] =>
  pairs.flatMap((pair) => {
    const [one, other] = [before[pair.before ?? -1], after[pair.after ?? -1]];
    return one === undefined || other === undefined ? [] : [[one, other] as const];
  });

/**
 * Where what is in both stands in another order: from the first place to the last at which not the same thing stands, what stood there
 * beside what stands there now. Empty where nothing was moved.
 */
export const movedAmong = <T>(
  pairs: readonly Pair[],
  before: readonly T[],
  after: readonly T[],
): readonly (readonly [T, T])[] => {
  const now = pairs.filter((pair) => pair.before !== null && pair.after !== null);
  const then = now.toSorted((one, other) => (one.before ?? 0) - (other.before ?? 0));
  const from = now.findIndex((pair, at) => pair !== then[at]);
  const last = now.findLastIndex((pair, at) => pair !== then[at]);
  return bothOf(
    now
      .slice(from, last + 1)
      .map(({ after: place }, at) => ({ before: then[from + at]?.before ?? null, after: place })),
    before,
    after,
  );
};
