import { lettersOf } from '../letters.ts';
import { fold } from './fold.ts';

/** A part of a text in its own spelling, and whether it is what was looked for. */
export type MarkedPart = { readonly text: string; readonly isMatch: boolean };
export type Marked = readonly MarkedPart[];

type Letter = { readonly text: string; readonly isMatch: boolean };

/** The letters of a text, each with whether it belongs to one of the folded words. */
const markLetters = (text: string, words: readonly string[]): readonly Letter[] => {
  const letters = lettersOf(text);
  // Of a text's letters most come again and again.
  const known = new Map<string, string>();
  const folded = letters.map((letter) => {
    const there = known.get(letter) ?? fold(letter);
    known.set(letter, there);
    return there;
  });
  const starts: number[] = [];
  let length = 0;
  for (const each of folded) {
    starts.push(length);
    length += each.length;
  }
  const whole = folded.join('');
  const isMatch = letters.map(() => false);
  for (const word of words) {
    for (let at = whole.indexOf(word); at !== -1 && word !== ''; at = whole.indexOf(word, at + word.length))
      for (const [index, start] of starts.entries()) {
        const end = start + (folded[index]?.length ?? 0);
        // What is left out, as a space, belongs to the word where it stands inside.
        if (start < at + word.length && (end > at || (end === start && start > at))) isMatch[index] = true;
      }
  }
  return letters.map((letter, index) => ({ text: letter, isMatch: isMatch[index] ?? false }));
};

const joined = (letters: readonly Letter[]): Marked => {
  const parts: { text: string; isMatch: boolean }[] = [];
  for (const { text, isMatch } of letters) {
    const last = parts.at(-1);
    if (last?.isMatch === isMatch) last.text += text;
    else parts.push({ text, isMatch });
  }
  return parts;
};

/** The whole text, with what was looked for marked. `words` are folded. */
export const markedText = (text: string, words: readonly string[]): Marked =>
  joined(markLetters(text, words));

/** So many letters stand before what was found, and so many are shown in all. */
const BEFORE = 15;
const SHOWN = 70;

const onOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** How many of the words a text has. */
const countIn = (text: string, words: readonly string[]): number => {
  const folded = fold(text);
  return words.filter((word) => folded.includes(word)).length;
};

/**
 * The words around what was found: of the texts in which most of the folded words are the first, in its own spelling, on one line and cut
 * with … on both sides. Undefined where none of the words is in any.
 */
export const excerptOf = (texts: readonly string[], words: readonly string[]): Marked | undefined => {
  const counted = texts.map((text) => ({ text, count: countIn(text, words) }));
  const most = Math.max(0, ...counted.map(({ count }) => count));
  const best = counted.find(({ count }) => count === most);
  if (best === undefined || most === 0) return undefined;
  const letters = markLetters(onOneLine(best.text), words);
  const first = Math.max(
    0,
    letters.findIndex(({ isMatch }) => isMatch),
  );
  const from = first <= BEFORE ? 0 : first - BEFORE;
  const to = Math.min(letters.length, from + SHOWN);
  const gap = { text: '…', isMatch: false };
  return joined([
    ...(from > 0 ? [gap] : []),
    ...letters.slice(from, to),
    ...(to < letters.length ? [gap] : []),
  ]);
};

/** Whether every one of the folded words is in one of the texts. */
export const hasEvery = (texts: readonly string[], words: readonly string[]): boolean => {
  const folded = texts.map(fold);
  return words.every((word) => folded.some((text) => text.includes(word)));
};
