import { cut } from './letters.ts';
import { passagesBetween } from './passages.ts';

/** What a text says in a place, and what another says there; empty where it says nothing. */
export type Differing = { readonly before: string; readonly after: string };

/** Texts no longer than that are shown whole. */
const SHORT = 200;
/** So many letters that are the same stand around what is not. */
const AROUND = 20;

/** Sentence by sentence, each with the sign that ends it. */
const sentencesOf = (text: string): readonly string[] => text.match(/[^。\n]*(?:[。\n]|$)/gu) ?? [];

/** The first place from there on at which no letter is split. */
const letterFrom = (text: string, place: number): number => {
  let at = place;
  while (at < text.length && cut(text, at).length < at) at += 1;
  return at;
};

/** Without the letters that are the same at both ends, but for a few; … stands where some were left out. */
const withoutSame = (before: string, after: string): Differing => {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const shown = (text: string): string => {
    const from = cut(text, Math.max(0, start - AROUND)).length;
    const until = letterFrom(text, Math.min(text.length, text.length - end + AROUND));
    return `${from > 0 ? '…' : ''}${text.slice(from, until)}${until < text.length ? '…' : ''}`;
  };
  return { before: before === '' ? '' : shown(before), after: after === '' ? '' : shown(after) };
};

/**
 * Where two texts differ, place by place: short ones whole, of long ones the sentences that are not in both, with a little around
 * what is not the same. Whatever differs is there whole.
 */
export const whereDiffer = (before: string, after: string): readonly Differing[] => {
  if (Math.max(before.length, after.length) <= SHORT) return [{ before, after }];
  const [was, is] = [sentencesOf(before), sentencesOf(after)];
  return passagesBetween(was, is).map((passage) =>
    withoutSame(
      was.slice(passage.before.from, passage.before.until).join(''),
      is.slice(passage.after.from, passage.after.until).join(''),
    ),
  );
};
