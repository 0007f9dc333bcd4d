import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../../src/domain/search/fold.ts';
import { excerptOf, hasEvery, type Marked, markedText } from '../../../src/domain/search/mark.ts';

/** With brackets around what is marked. */
const shown = (marked: Marked | undefined): string | undefined =>
  marked?.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');

test.each([
  ['協働推進本部会議', ['推進'], '協働[推進]本部会議'],
  ['ｷｮｳﾄﾞｳとキョウドウ', ['きょうどう'], '[ｷｮｳﾄﾞｳ]と[キョウドウ]'],
  ['髙﨑 さん', ['高崎'], '[髙﨑] さん'],
  ['協働\n推進', ['協働推進'], '[協働\n推進]'],
  [' 協働 ', ['協働'], ' [協働] '],
  ['㈱まちづくり', ['株'], '[㈱]まちづくり'],
  ['推進と協働', ['協働', '推進'], '[推進]と[協働]'],
  ['何もない', ['協働'], '何もない'],
])('%j: %j', (text, words, marked) => {
  expect(shown(markedText(text, words))).toBe(marked);
});

test('an excerpt has the words around, on one line, cut at whole letters', () => {
  const text = `${'前'.repeat(40)}\n協働\n${'後'.repeat(80)}`;
  expect(shown(excerptOf(['別の文', text], ['協働']))).toBe(`…${'前'.repeat(14)} [協働] ${'後'.repeat(52)}…`);
});

test('an excerpt is of the text that has most of the words', () => {
  expect(shown(excerptOf(['協働の話', '推進と協働の話'], ['協働', '推進']))).toBe('[推進]と[協働]の話');
  expect(excerptOf(['別の話'], ['協働'])).toBeUndefined();
});

test('every word has to be in one text or another', () => {
  expect([
    hasEvery(['協働の話', 'スイシン'], ['協働', 'すいしん']),
    hasEvery(['協働の話'], ['協働', 'すいしん']),
    // No word is across two texts.
    hasEvery(['協', '働'], ['協働']),
  ]).toEqual([true, false, false]);
});

test('nothing of a text is lost or changed by marking', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme', maxLength: 2 }),
      (text, word) => {
        expect(
          markedText(text, [fold(word)])
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      },
    ),
  );
});
