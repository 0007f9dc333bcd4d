import { withoutBadLetters } from '../../domain/bad-letters.ts';
import { withEmoji } from '../emoji.ts';

/**
 * What any of it would change: codes of emoji, tabs and line breaks, and letters that are left out or are half of a pair. Most texts have
 * nothing of it, and there may be a hundred thousand: they are looked at once.
 */
const SPECIAL = /[^\u0020-\u007E\u00A0-\u2027\u202F-\u2065\u206A-\uD7FF\uE000-\uFFFD]|:/;

/** Text as every format can hold it, a line each: without letters that XML or a terminal can't take, emoji as letters, a tab a space. */
export const linesOf = (text: string): readonly string[] =>
  SPECIAL.test(text)
    ? withoutBadLetters(withEmoji(text))
        .replaceAll('\t', ' ')
        .split(/\r\n|[\r\n\u2028\u2029]/u)
    : [text];

/** The lines of several texts, in order; of most there is one. */
export const allLines = (texts: readonly string[]): readonly string[] => {
  const [first] = texts;
  return texts.length === 1 && first !== undefined ? linesOf(first) : texts.flatMap(linesOf);
};

/** The same on one line, for a place that has only one: a heading, a name. */
export const oneLine = (text: string): string => linesOf(text).join(' ');
