import { archiveText } from '../../texts/newsletter-archive.ts';
import { escapeMarkup, linkTo, list, paragraphs } from '../markup.ts';
import type { ArchivedArticle, ArchivedIssue, ArchiveOptions } from './archived.ts';
import { printedDay } from './printed-day.ts';

/** When an issue was last changed: published, or one of its articles corrected. */
const updatedAt = ({ publishedAt, articles }: ArchivedIssue): Date =>
  articles.reduce(
    (latest, { correctedAt }) => (correctedAt !== null && correctedAt > latest ? correctedAt : latest),
    publishedAt,
  );

const tagOf = (feedId: string, what: string): string => `tag:kyodo-bot.invalid,2026:${feedId}:${what}`;

const heading = (title: string): string => `<h2>${escapeMarkup(title)}</h2>`;
const paragraph = (words: string): string => `<p>${escapeMarkup(words)}</p>`;

/** An article as a reader of feeds shows it; of a photo what it shows, for it stands beside the feed and not in it. */
const articleContent = (article: ArchivedArticle): readonly string[] => {
  const { title, category, byline, body, link, photo, correctedAt } = article;
  return [
    heading(title),
    paragraph(archiveText.category(category, byline)),
    ...(correctedAt === null ? [] : [paragraph(archiveText.corrected(printedDay(correctedAt)))]),
    paragraphs(body),
    ...(link === '' ? [] : [`<p>${linkTo(link, archiveText.link(link))}</p>`]),
    ...(photo === null ? [] : [paragraph(archiveText.photo(photo.text))]),
  ];
};

const contentOf = ({ greeting, articles, parts }: ArchivedIssue): string =>
  [
    paragraphs(greeting),
    ...articles.flatMap(articleContent),
    ...parts.flatMap(({ title, lines }) => [heading(title), list(lines)]),
  ].join('\n');

const entry = (issue: ArchivedIssue, feedId: string): string => `<entry>
<id>${escapeMarkup(tagOf(feedId, issue.id))}</id>
<title>${escapeMarkup(issue.title)}</title>
<link rel="alternate" type="text/html" href="${escapeMarkup(issue.slug)}.html"/>
<published>${issue.publishedAt.toISOString()}</published>
<updated>${updatedAt(issue).toISOString()}</updated>
<content type="html">${escapeMarkup(contentOf(issue))}</content>
</entry>`;

/** The issues as an Atom feed (RFC 4287), the newest first. */
export const atomFeed = (
  issues: readonly ArchivedIssue[],
  { contact, feedId, writtenAt }: ArchiveOptions,
): string => {
  const updated = issues
    .map(updatedAt)
    .reduce((latest, each) => (each > latest ? each : latest), issues.length === 0 ? writtenAt : new Date(0));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">
<id>${escapeMarkup(tagOf(feedId, 'newsletter'))}</id>
<title>${archiveText.name}</title>
<updated>${updated.toISOString()}</updated>
<author><name>${escapeMarkup(contact)}</name></author>
<link rel="self" type="application/atom+xml" href="feed.xml"/>
${issues.map((issue) => entry(issue, feedId)).join('\n')}
</feed>
`;
};
