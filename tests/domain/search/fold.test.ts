import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../../src/domain/search/fold.ts';

test.each([
  ['half-width kana', 'ｷｮｳﾄﾞｳ', 'きょうどう'],
  ['katakana', 'キョウドウ', 'きょうどう'],
  ['full-width letters and figures', 'ＮＰＯ２０２３', 'npo2023'],
  ['capitals', 'Npo Éclair', 'npoéclair'],
  ['old forms', '髙﨑澤邊國學會議', '高崎沢辺国学会議'],
  ['letters for compatibility', '神福㈱', '神福(株)'],
  ['small kana in names of places', '千里ヶ丘 緑ケ丘', '千里け丘緑け丘'],
  ['spaces of every kind and line breaks', '協働 の\u3000推進\n\t会議', '協働の推進会議'],
  ['letters that nobody sees', '葛\u{E0100}城\u200B市', '葛城市'],
  ['strokes and waves', '４〜５−６', '4~5-6'],
])('%s', (_, text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('what is folded already stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});
