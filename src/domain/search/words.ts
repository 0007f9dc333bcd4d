import { type FiscalYear, readFiscalYear } from '../calendar/fiscal-year.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { cut } from '../letters.ts';
import { fold } from './fold.ts';

/** What is looked for: every one of the words, as typed, and in one fiscal year where that was said. */
export type SearchWords = { readonly words: readonly string[]; readonly year: FiscalYear | null };

/** So many words, and letters of one, are read. */
const MOST_WORDS = 8;
const MOST_LETTERS = 40;

/** Each once, whatever its spelling. */
const distinct = (words: readonly string[]): readonly string[] => {
  const known = new Map<string, string>();
  for (const word of words) {
    const folded = fold(word);
    if (!known.has(folded)) known.set(folded, word);
  }
  return [...known.values()];
};

/** The year that the last words are, which may stand apart (令和 5年度), and how many words that are. */
const yearAtEnd = (
  words: readonly string[],
  today: LocalDate,
): { readonly year: FiscalYear; readonly length: number } | undefined => {
  // A year alone is what is looked for.
  if (readFiscalYear(words.join(''), today) !== undefined) return undefined;
  for (const length of [2, 1]) {
    if (words.length <= length) continue;
    const year = readFiscalYear(words.slice(-length).join(''), today);
    if (year !== undefined) return { year, length };
  }
  return undefined;
};

/**
 * Reads what was typed: words between spaces, of which all are looked for, and at the end a fiscal year that limits. E.g. 協働 推進員 R5 is
 * 協働 and 推進員 in 2023; R5 alone is a word.
 */
export const readSearchWords = (typed: string, today: LocalDate): SearchWords => {
  const all = typed.split(/\s+/u).filter((word) => fold(word) !== '');
  const end = yearAtEnd(all, today);
  const words = end === undefined ? all : all.slice(0, -end.length);
  return {
    words: distinct(words.map((word) => cut(word, MOST_LETTERS))).slice(0, MOST_WORDS),
    year: end?.year ?? null,
  };
};

/** The words as they are compared with what is searched. */
export const foldedWords = ({ words }: Pick<SearchWords, 'words'>): readonly string[] => words.map(fold);
