import { expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { readSearchWords } from '../../../src/domain/search/words.ts';

const TODAY = localDate('2026-11-24');

test.each<[string, readonly string[], number | null]>([
  ['協働', ['協働'], null],
  ['協働\u3000推進員  研修', ['協働', '推進員', '研修'], null],
  ['協働 令和5年度', ['協働'], 2023],
  ['協働 R5', ['協働'], 2023],
  ['協働 ｒ５', ['協働'], 2023],
  ['協働 2023', ['協働'], 2023],
  ['協働 平成31年度', ['協働'], 2019],
  ['協働 令和 5年度', ['協働'], 2023],
  ['協働 令和5 年度', ['協働'], 2023],
  ['R5', ['R5'], null],
  ['令和 5年度', ['令和', '5年度'], null],
  ['R5 協働', ['R5', '協働'], null],
  ['R4 R5', ['R4'], 2023],
  ['協働 2200年', ['協働', '2200年'], null],
  ['協働 キョウドウ きょうどう ｷｮｳﾄﾞｳ', ['協働', 'キョウドウ'], null],
  ['\u200B', [], null],
  [' ', [], null],
])('%j', (typed, words, year) => {
  expect(readSearchWords(typed, TODAY)).toEqual({ words, year });
});

test('of a text that was pasted, the first words are read, as many letters as a word may have', () => {
  const typed = Array.from({ length: 20 }, (_, index) => `${index}`.repeat(1).padEnd(60, '語')).join(' ');
  const { words } = readSearchWords(typed, TODAY);
  expect([words.length, words[0]?.length]).toEqual([8, 40]);
});
