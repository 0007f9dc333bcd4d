import type { LocalDate } from '../calendar/local-date.ts';
import { firstDayOfRecord, lastDayOfRecord, type RecordDate } from '../occasion/date.ts';

/**
 * Digits that are told apart when spoken in Japanese: 1 (いち) and 7 (しち) sound alike, and so neither is used.
 */
const DIGITS = '02345689';
const LENGTH = 6;

/** How many codes there are. */
export const CODE_COUNT: number = DIGITS.length ** LENGTH;

/** The code of a number from 0 to CODE_COUNT - 1. E.g. 0 is 000000. */
export const codeOf = (number: number): string =>
  Array.from(
    { length: LENGTH },
    (_, place) => DIGITS[Math.floor(number / DIGITS.length ** place) % DIGITS.length],
  )
    .reverse()
    .join('');

/** A code as it is shown and spoken: 382-945. */
export const printCode = (code: string): string => `${code.slice(0, 3)}-${code.slice(3)}`;

/** Words that people put around a code; Slack escapes angle brackets. */
const AROUND = /受付|コード|番号|です|は|&(?:lt|gt|amp);|[\s\p{P}\p{S}\p{Cf}ー]+/gu;

/**
 * Reads a code as it is typed, in half or full width, with or without hyphens, spaces, brackets and a full stop, and with the
 * words it is called by: 「受付コードは382-945です。」 Undefined when it can be none.
 */
export const readCode = (typed: string): string | undefined => {
  const code = typed.normalize('NFKC').replace(AROUND, '');
  return code.length === LENGTH && [...code].every((digit) => DIGITS.includes(digit)) ? code : undefined;
};

/** Whether a code is taken on `day`: on the session's days only. */
export const isReceptionOpen = (date: RecordDate, day: LocalDate): boolean =>
  firstDayOfRecord(date) <= day && day <= lastDayOfRecord(date);

/** After this many wrong codes in a minute no code is taken from that person until the minute is over. */
export const MOST_WRONG = 5;
export const WRONG_WITHIN_MS = 60_000;

/** Why a check-in is refused. One and the same for a wrong, an expired and another session's code: it tells nothing. */
export type CheckinProblem = { readonly kind: 'code-not-taken' | 'too-many-wrong-codes' };
