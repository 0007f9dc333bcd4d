import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BadLetter, badLetterIn, withoutBadLetters } from '../../src/domain/bad-letters.ts';
import { badLetterText } from '../../src/texts/unkept.ts';

describe('a letter that can’t be kept is found, with where it stands', () => {
  test.each<[string, string, Omit<BadLetter, 'line'> & Partial<BadLetter>]>([
    ['NUL', '遅刻\u0000あり', { kind: 'control', code: 'U+0000', before: '遅刻' }],
    ['ESC', '\u001B[31m赤', { kind: 'control', code: 'U+001B', before: '' }],
    ['a C1 control', '赤\u009B31m', { kind: 'control', code: 'U+009B', before: '赤' }],
    ['the first half of an emoji', '祝\uD83D', { kind: 'half', code: 'U+D83D', before: '祝' }],
    ['the second half of an emoji', '\uDE00祝', { kind: 'half', code: 'U+DE00', before: '' }],
    ['a lost letter', '\uFFFD橋 花子', { kind: 'lost', code: 'U+FFFD', before: '' }],
    ['a letter of one’s own making', '渡\uE000 一郎', { kind: 'private', code: 'U+E000', before: '渡' }],
    ['one of plane 15', '渡\u{F0001}', { kind: 'private', code: 'U+F0001', before: '渡' }],
    [
      'an override of direction',
      '報告書\u202Efdp.exe',
      { kind: 'direction', code: 'U+202E', before: '報告書' },
    ],
    ['an isolate', '甲\u2066乙', { kind: 'direction', code: 'U+2066', before: '甲' }],
    ['the first of several', '甲\uE000乙\u0000', { kind: 'private', code: 'U+E000', before: '甲' }],
    [
      'what stands on another line',
      '一行目\n二行目は\u0007',
      { kind: 'control', code: 'U+0007', before: '二行目は', line: 2 },
    ],
    [
      'after many',
      `${'あ'.repeat(20)}😀\u0000`,
      { kind: 'control', code: 'U+0000', before: 'あああああああ😀' },
    ],
  ])('%s', (_what, text, letter) => {
    expect(badLetterIn(text)).toEqual({ line: 1, ...letter });
  });
});

test.each([
  '髙橋 﨑子',
  '葛󠄀城市',
  '👨‍👩‍👧 🇯🇵 ❤️',
  '一行目\r\n\t二行目',
  '試験\u200B 一郎',
  '①～③－―∥',
  'e\u0301',
])('%j is kept', (text) => {
  expect(badLetterIn(text)).toBeUndefined();
  expect(withoutBadLetters(text)).toBe(text);
});

test('the sentence says which letter, where, and what to do', () => {
  const sentenceOf = (text: string): string => {
    const letter = badLetterIn(text);
    return letter === undefined ? '' : badLetterText(letter);
  };
  const texts = ['遅刻\u0000あり', '\uFFFD橋', '渡\uE000', '祝\uD83D', '甲\u202E乙', 'あ\r\nい\n\u0007'];
  expect(texts.map(sentenceOf)).toEqual([
    '「遅刻」の後に、目に見えない制御文字(U+0000)があります。消して入力し直してください。',
    '先頭の文字が失われています(U+FFFD)。もとの文字を入力してください。',
    '「渡」の後に外字(U+E000)があります。ほかのパソコンでは表示できないため、ふつうの漢字かかなで入力してください。',
    '「祝」の後に、絵文字などの文字の半分だけが残っています(U+D83D)。消して入力し直してください。',
    '「甲」の後に、文字の向きを変える見えない文字(U+202E)があります。消して入力し直してください。',
    '3行目の先頭に、目に見えない制御文字(U+0007)があります。消して入力し直してください。',
  ]);
});

test('what is left of any text is whole, and neither moves a terminal nor turns around', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (noise, text) => {
      const left = withoutBadLetters(`${noise}\u001B${text}\u202E\uD83D`);
      const found = badLetterIn(left)?.kind;
      expect([undefined, 'lost', 'private']).toContain(found);
      expect(left).not.toMatch(/\p{Cs}/u);
    }),
  );
});
