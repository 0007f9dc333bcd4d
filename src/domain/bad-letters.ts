import { lettersOf } from './letters.ts';

/** Why a letter is not kept: the record, a page or a terminal could not show what was meant by it. */
export type BadLetterKind =
  /** Written where a letter was that a program did not know: nobody can tell which. */
  | 'lost'
  /** 外字: looks otherwise, or like nothing, on every other machine. */
  | 'private'
  /** One of the two halves of a letter such as an emoji. */
  | 'half'
  /** NUL, ESC and their like. PostgreSQL keeps no NUL, and terminals obey an ESC. */
  | 'control'
  /** Turns the direction of what follows, so that it reads as what it is not. */
  | 'direction';

/** A letter that is not kept: `code` is as U+0000 is written, `before` the few letters that stand before it on its line, the `line`th. */
export type BadLetter = {
  readonly kind: BadLetterKind;
  readonly code: string;
  readonly before: string;
  readonly line: number;
};

const KINDS: readonly (readonly [kind: BadLetterKind, pattern: RegExp])[] = [
  ['half', /\p{Cs}/u],
  ['control', /[^\P{Cc}\t\n\r]/u],
  ['direction', /[\u202A-\u202E\u2066-\u2069]/u],
  ['lost', /[\uFFFD\uFFFE\uFFFF]/u],
  ['private', /\p{Co}/u],
];

const SHOWN_BEFORE = 8;

const codeOf = (letter: string): string =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The first letter of `text` that is not kept, or undefined. Line breaks and tabs are kept. */
export const badLetterIn = (text: string): BadLetter | undefined => {
  const found = KINDS.flatMap(([kind, pattern]) => {
    const match = pattern.exec(text);
    return match === null ? [] : [{ kind, letter: match[0], index: match.index }];
  });
  const [first] = found.toSorted((one, other) => one.index - other.index);
  if (first === undefined) return undefined;
  const lines = text.slice(0, first.index).split(/\r\n|[\n\r]/u);
  return {
    kind: first.kind,
    code: codeOf(first.letter),
    before: lettersOf((lines.at(-1) ?? '').trim())
      .slice(-SHOWN_BEFORE)
      .join(''),
    line: lines.length,
  };
};

/**
 * `text` without half letters, controls, turns of direction and what XML can't hold, for what is said by others or was kept
 * before and can't be asked about: names as Slack has them, what goes to a terminal, a file or a page. Line breaks and tabs
 * stay.
 */
export const withoutBadLetters = (text: string): string =>
  text.replaceAll(/\p{Cs}|[^\P{Cc}\t\n\r]|[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu, '');

/** The same on one line, without line breaks and tabs, for a name that goes where nobody looks for a second line. */
export const onOneLine = (text: string): string =>
  withoutBadLetters(text).replaceAll(/[\t\n\r\u2028\u2029]/gu, '');
