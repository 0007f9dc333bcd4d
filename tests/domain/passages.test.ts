import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passagesBetween } from '../../src/domain/passages.ts';

const words = fc.array(fc.constantFrom('あ', 'い', 'う'), { maxLength: 12 });

test.each([
  ['あいう', 'あいう', []],
  ['あいう', 'あう', [['い', '']]],
  ['あう', 'あいう', [['', 'い']]],
  [
    'あいうえ',
    'かいきえ',
    [
      ['あ', 'か'],
      ['う', 'き'],
    ],
  ],
  ['', 'あ', [['', 'あ']]],
])('between %s and %s: %j', (before, after, told) => {
  const [was, is] = [[...before], [...after]];
  expect(
    passagesBetween(was, is).map((passage) => [
      was.slice(passage.before.from, passage.before.until).join(''),
      is.slice(passage.after.from, passage.after.until).join(''),
    ]),
  ).toEqual(told);
});

test('what stands between the passages is the same in both, and the passages put in place make one of the other', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      let at = 0;
      const made = passagesBetween(before, after).flatMap((passage) => {
        const same = before.slice(at, passage.before.from);
        at = passage.before.until;
        return [...same, ...after.slice(passage.after.from, passage.after.until)];
      });
      expect([...made, ...before.slice(at)]).toEqual(after);
    }),
  );
});

test('as much as can be is the same', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const isSubsequence = (short: readonly string[], long: readonly string[]): boolean => {
        let at = 0;
        for (const word of long) if (word === short[at]) at += 1;
        return at === short.length;
      };
      const subsets = Array.from({ length: 2 ** before.length }, (_, bits) =>
        before.filter((_word, at) => (bits >> at) % 2 === 1),
      );
      const longest = Math.max(
        ...subsets.filter((short) => isSubsequence(short, after)).map(({ length }) => length),
      );
      const changed = passagesBetween(before, after).reduce(
        (sum, passage) => sum + passage.before.until - passage.before.from,
        0,
      );
      expect(before.length - changed).toBe(longest);
    }),
    { numRuns: 50 },
  );
});

test('lists too long to be compared in all their pairs differ in one passage', () => {
  const [one, other] = ['あ', 'い'].map((word) => Array.from({ length: 1_500 }, (_, at) => `${word}${at}`));
  expect(passagesBetween(['始', ...(one ?? []), '終'], ['始', ...(other ?? []), '終'])).toEqual([
    { before: { from: 1, until: 1_501 }, after: { from: 1, until: 1_501 } },
  ]);
});
