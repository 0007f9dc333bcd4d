import { withoutBadLetters } from '../../domain/bad-letters.ts';
import { withEmoji } from '../emoji.ts';

/** Text as every format can hold it, a line each: without letters that XML or a terminal can't take, emoji as letters, a tab a space. */
export const linesOf = (text: string): readonly string[] =>
  withoutBadLetters(withEmoji(text))
    .replaceAll('\t', ' ')
    .split(/\r\n|[\r\n\u2028\u2029]/u);

/** The lines of several texts, in order. */
export const allLines = (texts: readonly string[]): readonly string[] => texts.flatMap(linesOf);

/** The same on one line, for a place that has only one: a heading, a name. */
export const oneLine = (text: string): string => linesOf(text).join(' ');
