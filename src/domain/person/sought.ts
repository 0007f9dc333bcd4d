import { z } from 'zod';
import { cut } from '../letters.ts';
import { nearestOf } from '../nearest-word.ts';
import { joinParts, splitParts } from '../parts.ts';
import { commonSpelling } from './name-variants.ts';

/** What was looked for in a list, and what came of it; `meant` is the name that was probably meant where nothing is called so. */
export type Sought = {
  /** As typed; empty where all is shown. */
  readonly words: string;
  readonly isFound: boolean;
  readonly meant: string | undefined;
};

/** No name is longer. */
const MOST_SOUGHT = 60;

/** By this what is looked for is found: width, spaces, old forms of letters, capitals and the kind of kana do not count. */
export const soughtKey = (text: string): string => commonSpelling(text).replace(/\s+/gu, '');

/**
 * Whether any of the names has `words` in it; width, spaces, old forms of letters and the kind of kana do not count, and no words are in
 * every name. E.g. ｳﾒ is in うめ花課, 髙 in 高嶺.
 */
export const soughtIn = (words: string): ((...names: readonly string[]) => boolean) => {
  const wanted = soughtKey(words);
  return (...names) => names.some((name) => soughtKey(name).includes(wanted));
};

/** What a place is called without the word for what it is: 梅香 of 梅香課. */
const WHAT_IT_IS = /(?:[課室部局係所館]|会議|研修)$/u;

/** The ways in which a name may be typed: whole, without its 課, and its parts alone. */
const spellings = (name: string): readonly string[] => [
  name,
  name.replace(WHAT_IT_IS, ''),
  ...name.split(/[\s\u3000]+/u),
];

/** What came of looking for `words` among things that are called `names`, of which so many were `found`. */
export const soughtAmong = (words: string, found: number, names: readonly string[]): Sought => {
  if (words === '' || found > 0) return { words, isFound: true, meant: undefined };
  const known = names.flatMap((name) => spellings(name).map((each) => ({ word: soughtKey(each), name })));
  return { words, isFound: false, meant: nearestOf(soughtKey(words), known)?.name };
};

/** Of what a list is, and what is looked for in it. */
export type Wanted<Of> = { readonly of: Of; readonly words: string };

/**
 * Reads what was typed after a list: of what it is, in the first or the last words, and a name to look for. `read` gives
 * undefined for what is no such thing; `usual` stands where nothing says it. E.g. `R5 梅香`.
 */
export const readWanted = <Of>(
  typed: readonly string[],
  read: (text: string) => Of | undefined,
  usual: Of,
): Wanted<Of> => {
  const all = read(typed.join(''));
  if (all !== undefined) return { of: all, words: '' };
  const [first = '', ...rest] = typed;
  const last = typed.at(-1) ?? '';
  const beginning = read(first);
  const sought = (words: readonly string[]): string => cut(words.join(' '), MOST_SOUGHT);
  if (beginning !== undefined) return { of: beginning, words: sought(rest) };
  const ending = read(last);
  return ending === undefined
    ? { of: usual, words: sought(typed) }
    : { of: ending, words: sought(typed.slice(0, -1)) };
};

/** Whether somebody who typed this may have meant a day or a year rather than a name. */
export const isLikeDay = (words: string): boolean => /\d|年度?$/u.test(words.normalize('NFKC'));

/** The same as buttons carry it, e.g. `2026-04-01:梅香`. */
export const wantedPart = ({ of, words }: Wanted<string | number>): string =>
  joinParts(of, words === '' ? undefined : words);

/** Reads what such a button carries; `of` by its schema. */
export const readWantedPart = <Of extends z.ZodType>(of: Of, text: string): Wanted<z.output<Of>> => {
  const [first, ...words] = splitParts(text);
  return {
    of: of.parse(first),
    words: z
      .string()
      .max(MOST_SOUGHT)
      .parse(joinParts(...words)),
  };
};
