import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestOf } from '../../src/domain/nearest-word.ts';

const KNOWN = ['一覧', 'list', '開催なし', 'none', 'settings', '選任報告'].map((word) => ({ word }));

test.each([
  ['一欄', '一覧'],
  ['覧一', '一覧'],
  ['一覧表', '一覧'],
  ['lits', 'list'],
  ['LIST', 'list'],
  ['setings', 'settings'],
  ['stetigns', 'settings'],
  ['開催無し', '開催なし'],
  ['開催', undefined],
  ['報告', undefined],
  ['承認', undefined],
  ['', undefined],
])('by %s is meant %s', (typed, meant) => {
  expect(nearestOf(typed, KNOWN)?.word).toBe(meant);
});

test('any word is nearest to itself, and one slip in it still means it where no other is near', () => {
  fc.assert(
    fc.property(fc.constantFrom(...KNOWN), fc.nat(8), ({ word }, at) => {
      expect(nearestOf(word, KNOWN)?.word).toBe(word);
      const slipped = `${word.slice(0, at)}々${word.slice(at)}`;
      expect(nearestOf(slipped, KNOWN)?.word).toBe(word);
    }),
  );
});
