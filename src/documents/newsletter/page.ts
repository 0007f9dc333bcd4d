import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { groupBy } from '../../domain/group-by.ts';
import { archiveText } from '../../texts/newsletter-archive.ts';
import { escapeMarkup, linkTo, list, paragraphs } from '../markup.ts';
import type { ArchivedArticle, ArchivedIssue, ArchiveOptions } from './archived.ts';
import { printedDay } from './printed-day.ts';

const pageOf = ({ slug }: ArchivedIssue): string => `${escapeMarkup(slug)}.html`;

/** A day as people read it, with the day as machines do. */
const day = (moment: Date, words: (printed: string) => string): string =>
  `<time datetime="${todayInTokyo(moment)}">${escapeMarkup(words(printedDay(moment)))}</time>`;

const page = (title: string, navigation: string, main: string, { contact }: ArchiveOptions): string =>
  `<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
<link rel="stylesheet" href="style.css">
<link rel="alternate" type="application/atom+xml" title="${archiveText.feed}" href="feed.xml">
</head>
<body>
<p class="skip"><a href="#main">${archiveText.skip}</a></p>
${navigation}<main id="main">
${main}
</main>
<footer>
<p>${escapeMarkup(archiveText.contact(contact))}</p>
</footer>
</body>
</html>
`;

const articleHtml = (article: ArchivedArticle): string => {
  const { id, title, category, byline, body, link, photo, correctedAt } = article;
  const name = escapeMarkup(`a-${id}`);
  const parts = [
    `<h2 id="${name}">${escapeMarkup(title)}</h2>`,
    `<p class="category">${escapeMarkup(archiveText.category(category, byline))}</p>`,
    ...(correctedAt === null ? [] : [`<p class="corrected">${day(correctedAt, archiveText.corrected)}</p>`]),
    paragraphs(body),
    ...(link === '' ? [] : [`<p>${linkTo(link, archiveText.link(link))}</p>`]),
    ...(photo === null
      ? []
      : [`<figure><img src="${escapeMarkup(photo.fileName)}" alt="${escapeMarkup(photo.text)}"></figure>`]),
  ];
  return `<article aria-labelledby="${name}">\n${parts.join('\n')}\n</article>`;
};

const partHtml = ({ title, lines }: ArchivedIssue['parts'][number], index: number): string =>
  `<section aria-labelledby="p-${index}">
<h2 id="p-${index}">${escapeMarkup(title)}</h2>
${list(lines)}
</section>`;

/** The page of an issue, with ways to the one before and after it. */
export const issuePage = (
  issue: ArchivedIssue,
  neighbours: { readonly previous: ArchivedIssue | undefined; readonly next: ArchivedIssue | undefined },
  options: ArchiveOptions,
): string => {
  const { previous, next } = neighbours;
  const ways = [
    `<li><a href="index.html">${archiveText.index}</a></li>`,
    ...(previous === undefined
      ? []
      : [
          `<li><a href="${pageOf(previous)}" rel="prev">${escapeMarkup(archiveText.previous(previous.title))}</a></li>`,
        ]),
    ...(next === undefined
      ? []
      : [`<li><a href="${pageOf(next)}" rel="next">${escapeMarkup(archiveText.next(next.title))}</a></li>`]),
  ];
  const navigation = `<nav aria-label="${archiveText.navigation}">\n<ul>\n${ways.join('\n')}\n</ul>\n</nav>\n`;
  const main = [
    `<h1>${escapeMarkup(issue.title)}</h1>`,
    `<p>${day(issue.publishedAt, archiveText.published)}</p>`,
    ...(issue.greeting === '' ? [] : [paragraphs(issue.greeting)]),
    ...issue.articles.map(articleHtml),
    ...issue.parts.map(partHtml),
  ];
  return page(issue.title, navigation, main.join('\n'), options);
};

const listed = (issue: ArchivedIssue): string => {
  const { title, publishedAt, articles } = issue;
  const link = `<a href="${pageOf(issue)}">${escapeMarkup(title)}</a>`;
  return `<li>${link} ${day(publishedAt, archiveText.published)}\n${list(articles.map((one) => one.title))}</li>`;
};

/** The list of all issues, the newest first, by fiscal year. */
export const indexPage = (issues: readonly ArchivedIssue[], options: ArchiveOptions): string => {
  const years = [...groupBy(issues, ({ fiscalYear }) => fiscalYear)];
  const main = [
    `<h1>${archiveText.title}</h1>`,
    `<p>${issues.length === 0 ? archiveText.empty : archiveText.lead}</p>`,
    ...years.map(
      ([year, held]) =>
        `<h2>${escapeMarkup(archiveText.inYear(printFiscalYear(year)))}</h2>\n<ul class="issues">\n${held.map(listed).join('\n')}\n</ul>`,
    ),
  ];
  return page(archiveText.title, '', main.join('\n'), options);
};
