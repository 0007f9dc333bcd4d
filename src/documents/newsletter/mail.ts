import { withoutBadLetters } from '../../domain/bad-letters.ts';
import { lettersOf } from '../../domain/letters.ts';
import { ADDRESS } from '../../domain/web-address.ts';
import { archiveText } from '../../texts/newsletter-archive.ts';
import type { ArchivedArticle, ArchivedIssue, ArchiveOptions } from './archived.ts';
import { printedDay } from './printed-day.ts';

/** The columns of a line; a Japanese letter takes two. */
const COLUMNS = 70;

/** What a line is not broken within beside a letter: an address, a word or number in Latin letters. */
const WHOLE = new RegExp(
  `${ADDRESS.source}|(?:(?!https?://)[\\w.,@+%-]\\p{Mark}*){1,${COLUMNS}}`,
  ADDRESS.flags,
);

const piecesOf = (line: string): readonly string[] => {
  const pieces: string[] = [];
  let from = 0;
  for (const { 0: whole, index } of line.matchAll(WHOLE)) {
    pieces.push(...lettersOf(line.slice(from, index)), whole);
    from = index + whole.length;
  }
  return [...pieces, ...lettersOf(line.slice(from))];
};

/** The columns of a letter: 👨‍👩‍👧 takes two as 漢 does, ｶﾞ is two letters of one. */
const columnsOf = (letter: string): number =>
  /^[\u0020-\u007E\uFF61-\uFF9F]+$/u.test(letter) ? letter.length : 2;

const widthOf = (text: string): number => lettersOf(text).reduce((sum, letter) => sum + columnsOf(letter), 0);

/** A line broken wherever its columns end, but within no piece. Only an address may be longer. */
const wrappedLine = (line: string): readonly string[] => {
  const lines = [''];
  let width = 0;
  for (const piece of piecesOf(line)) {
    const wide = widthOf(piece);
    if (width > 0 && width + wide > COLUMNS) {
      lines.push('');
      width = 0;
    }
    lines[lines.length - 1] += piece;
    width += wide;
  }
  return lines;
};

/** What was typed, with its own line breaks and those of the columns. */
const wrapped = (typed: string): readonly string[] =>
  typed
    .split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/u)
    .map(withoutBadLetters)
    .flatMap(wrappedLine);

/** An address whole, whatever its letters: behind its label, or below it where there is no room. */
const linkLines = (link: string): readonly string[] => {
  const line = archiveText.link(link);
  const isLong = widthOf(line) > COLUMNS && /^https?:\/\/\S+$/u.test(link);
  return isLong ? [archiveText.link(''), withoutBadLetters(link)] : wrapped(line);
};

const RULE = '-'.repeat(COLUMNS);

const section = (title: string, lines: readonly string[]): readonly string[] => [
  RULE,
  ...wrapped(`■ ${title}`),
  ...lines,
  '',
];

const article = ({
  title,
  category,
  byline,
  body,
  link,
  photo,
  correctedAt,
}: ArchivedArticle): readonly string[] =>
  section(title, [
    ...wrapped(archiveText.category(category, byline)),
    ...(correctedAt === null ? [] : [archiveText.corrected(printedDay(correctedAt))]),
    '',
    ...wrapped(body),
    ...(link === '' ? [] : ['', ...linkLines(link)]),
    ...(photo === null ? [] : ['', ...wrapped(archiveText.photo(photo.text))]),
  ]);

/** An issue as plain text for a mail: CRLF, lines of at most 70 columns, links written out. */
export const mailText = (issue: ArchivedIssue, { contact }: ArchiveOptions): string =>
  [
    ...wrapped(issue.title),
    archiveText.published(printedDay(issue.publishedAt)),
    '',
    ...(issue.greeting === '' ? [] : [...wrapped(issue.greeting), '']),
    ...issue.articles.flatMap(article),
    ...issue.parts.flatMap(({ title, lines }) =>
      section(title, ['', ...lines.flatMap((line) => wrapped(archiveText.item(line)))]),
    ),
    RULE,
    ...wrapped(archiveText.contact(contact)),
    '',
  ].join('\r\n');
