import { expect, test } from 'vitest';
import { YearPart } from '../../../src/domain/parts.ts';
import {
  isLikeDay,
  readWanted,
  readWantedPart,
  soughtAmong,
  soughtIn,
  wantedPart,
} from '../../../src/domain/person/sought.ts';

test.each([
  ['梅香', '梅香課', true],
  ['楳香', '梅香課', true],
  ['ウメ', 'うめ花課', true],
  ['ｳﾒ花', 'うめ花課', true],
  ['山田太郎', '山田　太郎', true],
  ['髙嶺', '高嶺 﨑', true],
  ['', '何でも', true],
  ['桜', '梅香課', false],
])('%s is in %s: %s', (words, name, is) => {
  expect(soughtIn(words)('ほか', name)).toBe(is);
});

test.each([
  ['梅酒', '梅香課'],
  ['協働推進員研集', '協働推進員研修'],
  ['青天 そら', '青空 そら'],
  ['何でもない言葉', undefined],
])('%s was probably meant as %s', (words, meant) => {
  expect(soughtAmong(words, 0, ['青空 そら', '梅香課', '協働推進員研修']).meant).toBe(meant);
});

const year = (text: string): number | undefined => (/^\d{4}$/u.test(text) ? Number(text) : undefined);

test.each([
  [[], 2026, ''],
  [['2023'], 2023, ''],
  [['20', '23'], 2023, ''],
  [['梅香'], 2026, '梅香'],
  [['2023', '梅香', '課'], 2023, '梅香 課'],
  [['梅香', '課', '2023'], 2023, '梅香 課'],
] as const)('%j is of %i, of what is called 「%s」', (typed, of, words) => {
  const wanted = readWanted(typed, year, 2026);
  expect(wanted).toEqual({ of, words });
  expect(readWantedPart(YearPart, wantedPart(wanted))).toEqual(wanted);
});

test('a name with a colon comes back whole, and a long one is cut', () => {
  expect(readWantedPart(YearPart, wantedPart({ of: 2026, words: 'a:b:c' }))).toEqual({
    of: 2026,
    words: 'a:b:c',
  });
  expect(readWanted(['梅'.repeat(100)], year, 2026).words).toBe('梅'.repeat(60));
});

test.each([
  ['令和5', true],
  ['来年度', true],
  ['再来年', true],
  ['青少年課', false],
  ['梅香', false],
])('%s is like a day or a year: %s', (words, is) => {
  expect(isLikeDay(words)).toBe(is);
});
