import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut, lettersOf, shorten } from '../../src/domain/letters.ts';

test.each([
  ['年間予定', 4, '年間予定'],
  ['年間予定', 3, '年間…'],
  ['🎉🎉', 4, '🎉🎉'],
  ['🎉🎉🎉', 5, '🎉🎉…'],
  ['🎉🎉🎉', 4, '🎉…'],
  ['会👨‍👩‍👧議', 12, '会👨‍👩‍👧議'],
  ['会👨‍👩‍👧議', 9, '会…'],
  ['か\u3099ん', 2, '…'],
  ['がか\u3099ん', 3, 'が…'],
  ['🇯🇵🇯🇵', 7, '🇯🇵…'],
  ['👍🏽です', 5, '👍🏽…'],
  ['辻\u{e0100}さん', 4, '辻\u{e0100}…'],
  ['辻\u{e0100}さん', 3, '…'],
])('%s in %i characters is %s', (text, most, shown) => {
  expect(shorten(text, most)).toBe(shown);
});

test('shortened text fits, keeps its beginning, and splits no letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 20 }), (text, most) => {
      const shown = shorten(text, most);
      expect(shown.length).toBeLessThanOrEqual(most);
      expect(shown).not.toMatch(/\p{Surrogate}/u);
      const kept = lettersOf(shown.replace(/…$/u, ''));
      expect(kept).toEqual(lettersOf(text).slice(0, kept.length));
    }),
  );
});

test.each([
  ['', 3, ''],
  ['年間予定', 2, '年間'],
  ['12👨‍👩‍👧', 9, '12'],
  ['12👨‍👩‍👧', 10, '12👨‍👩‍👧'],
])('the first letters of %j in %i are %j', (text, most, beginning) => {
  expect(cut(text, most)).toBe(beginning);
});
