import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexPeople } from '../../../src/domain/person/match.ts';
import { commonSpelling } from '../../../src/domain/person/name-variants.ts';
import { nameKey, plainName } from '../../../src/domain/person/written-name.ts';
import { aPerson } from '../../support/promoters.ts';

describe('one name', () => {
  test.each([
    ['山田　花子', '山田花子', 'the width of a space'],
    [' 山田 花子 ', '山田 花子', 'spaces around it'],
    ['山田\n花子', '山田花子', 'a line break'],
    ['ﾔﾏﾀﾞ ﾊﾅｺ', 'ヤマダ　ハナコ', 'half-width kana with a mark of their own'],
    ['Ｓｍｉｔｈ', 'Smith', 'wide Latin letters'],
    ['山田\u200b花子', '山田花子', 'a zero-width space'],
    ['\ufeff山田花子', '山田花子', 'a byte order mark'],
    ['山\u2060田\u00ad花子', '山田花子', 'a word joiner and a soft hyphen'],
    ['葛\u{e0100}城', '葛城', 'an ideographic variation selector'],
    ['辻\ufe00', '辻', 'a variation selector'],
    ['⾼⽊ ⼀郎', '高木 一郎', 'Kangxi radicals, as a PDF gives them'],
    ['⻑⾕川 ⻘⼦', '長谷川 青子', 'radicals of the supplement'],
    ['神\ufa19', '神神', 'a compatibility ideograph'],
    ['が', 'か\u3099', 'a voiced mark of its own'],
  ])('%j is %j: %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  test.each([
    ['髙橋', '高橋'],
    ['﨑山', '崎山'],
    ['斎藤', '斉藤'],
    ['さくら', 'サクラ'],
  ])('%s is not %s, though nearly', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
    expect(commonSpelling(one)).toBe(commonSpelling(other));
  });

  test('every letter that stands for another is found from both sides, and once folded stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(commonSpelling(commonSpelling(name))).toBe(commonSpelling(name));
        expect(nameKey(plainName(name))).toBe(nameKey(name));
      }),
    );
  });
});

const RECORD = [
  '髙嶺 﨑',
  '渡邉 実',
  '佐々木 一の瀬',
  '山田 花子',
  '山田 太郎',
  '林 実',
  '小林 実',
  '服部 花子',
  'ジョン Smith',
  '課長 石川 進',
].map((name) => aPerson({ id: name, name }));

const near = (name: string): readonly string[] =>
  indexPeople(RECORD)
    .nearName(name)
    .map((person) => person.name);

describe('nearly the same', () => {
  test.each([
    ['高嶺 崎', ['髙嶺 﨑']],
    ['高嶺\u{e0101} 嵜', ['髙嶺 﨑']],
    ['市民課 髙嶺 﨑', ['髙嶺 﨑']],
    ['市民課髙嶺﨑', ['髙嶺 﨑']],
    ['髙嶺 﨑 様', ['髙嶺 﨑']],
    ['髙嶺﨑さん', ['髙嶺 﨑']],
    ['髙嶺 﨑(市民課)', ['髙嶺 﨑']],
    ['髙嶺 﨑【欠席】', ['髙嶺 﨑']],
    ['市民課(髙嶺 﨑)', ['髙嶺 﨑']],
    ['市民協働部 市民課 課長補佐 高嶺 崎 様', ['髙嶺 﨑']],
    ['髙嶺 﨑・市民課', ['髙嶺 﨑']],
    ['髙嶺﨑課長', ['髙嶺 﨑']],
    ['渡辺 実', ['渡邉 実']],
    ['渡邊　實', ['渡邉 実']],
    ['佐佐木 一ノ瀬', ['佐々木 一の瀬']],
    ['john smith', []],
    ['ジョン SMITH', ['ジョン Smith']],
    ['石川 進', ['課長 石川 進']],
    ['福祉課 林 実', ['林 実']],
  ])('「%s」: %j', (name, expected) => {
    expect(near(name)).toEqual(expected);
  });

  test.each(['山田 次郎', '山田 花', '田中 花子', '中林 実', '服部 太郎', '実', '様', '', '🌸'])(
    '「%s」 is nobody of the record',
    (name) => {
      expect(near(name)).toEqual([]);
    },
  );

  test('the same name is not nearly the same', () => {
    expect(near('髙嶺﨑')).toEqual([]);
  });
});

test('one of thousands is found', () => {
  const many = Array.from({ length: 3000 }, (_, index) =>
    aPerson({ id: String(index), name: `佐藤 ${index}号` }),
  );
  expect(
    indexPeople(many)
      .nearName('市民課 佐藤 77号 様')
      .map(({ id }) => id),
  ).toEqual(['77']);
});
