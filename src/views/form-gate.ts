import { badLetterIn } from '../domain/bad-letters.ts';
import { isTooFarAhead } from '../domain/calendar/fiscal-year.ts';
import { type LocalDate, readLocalDate } from '../domain/calendar/local-date.ts';
import { problemText } from '../texts/problem.ts';
import { badLetterText } from '../texts/unkept.ts';
import type { FieldSentences } from './failure.ts';

const sentenceOf = (value: string, today: LocalDate): string | undefined => {
  const letter = badLetterIn(value);
  if (letter !== undefined) return badLetterText(letter);
  const day = readLocalDate(value);
  return day !== undefined && isTooFarAhead(day, today) ? problemText.tooFarAhead : undefined;
};

/**
 * What no field of any form may hold, whatever the form: a letter that can't be kept, and a day so far ahead that it is a
 * slip of the hand (2062 for 2026) and no list would ever come to it. A sentence at each such field.
 */
export const gateSentences = (
  values: Readonly<Record<string, string | readonly string[]>>,
  today: LocalDate,
): FieldSentences =>
  Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => {
      const sentence = typeof value === 'string' ? sentenceOf(value, today) : undefined;
      return sentence === undefined ? [] : [[field, sentence]];
    }),
  );
