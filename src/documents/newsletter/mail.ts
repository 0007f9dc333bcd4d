import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { archiveText } from '../../texts/newsletter-archive.ts';
import type { ArchivedArticle, ArchivedIssue, ArchiveOptions } from './archived.ts';

/** So many columns a line has; a Japanese letter takes two. */
const COLUMNS = 70;

const widthOf = (letter: string): number => (/^[\u0020-\u007E\uFF61-\uFF9F]$/u.test(letter) ? 1 : 2);

/** A line broken at so many columns, wherever that is; an address stays whole. */
const wrapped = (line: string): readonly string[] => {
  const pieces = line.match(/https?:\/\/[^\s<>"「」『』()()、。]+|./gsu) ?? [];
  const lines = [''];
  let width = 0;
  for (const piece of pieces) {
    const wide = [...piece].reduce((sum, letter) => sum + widthOf(letter), 0);
    if (width > 0 && width + wide > COLUMNS) {
      lines.push('');
      width = 0;
    }
    lines[lines.length - 1] += piece;
    width += wide;
  }
  return lines;
};

const text = (typed: string): readonly string[] => typed.split(/\r\n|\r|\n/u).flatMap(wrapped);

const RULE = '-'.repeat(COLUMNS);
const printed = (moment: Date): string => printDayWithWeekday(todayInTokyo(moment));

const article = ({ title, category, body, link, photo, correctedAt }: ArchivedArticle): readonly string[] => [
  RULE,
  ...wrapped(`■ ${title}`),
  archiveText.category(category),
  ...(correctedAt === null ? [] : [archiveText.corrected(printed(correctedAt))]),
  '',
  ...text(body),
  ...(link === '' ? [] : ['', ...wrapped(archiveText.link(link))]),
  ...(photo === null ? [] : ['', ...wrapped(archiveText.photo(photo.text))]),
  '',
];

/** An issue as plain text for a mail: CRLF, lines of at most 70 columns, links written out. */
export const mailText = (issue: ArchivedIssue, { contact }: ArchiveOptions): string =>
  [
    ...wrapped(issue.title),
    archiveText.published(printed(issue.publishedAt)),
    '',
    ...(issue.greeting === '' ? [] : [...text(issue.greeting), '']),
    ...issue.articles.flatMap(article),
    ...issue.parts.flatMap(({ title, lines }) => [
      RULE,
      ...wrapped(`■ ${title}`),
      '',
      ...lines.flatMap((line) => wrapped(`・${line}`)),
      '',
    ]),
    RULE,
    ...wrapped(archiveText.contact(contact)),
    '',
  ].join('\r\n');
