import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { groupBy } from '../../domain/group-by.ts';
import { archiveText } from '../../texts/newsletter-archive.ts';
import type { ArchivedArticle, ArchivedIssue, ArchiveOptions } from './archived.ts';
import { escapeMarkup, linkTo, paragraphs } from './markup.ts';

/** A day as people read it, with the day as machines do. */
const day = (moment: Date, words: (printed: string) => string): string => {
  const date = todayInTokyo(moment);
  return `<time datetime="${date}">${escapeMarkup(words(printDayWithWeekday(date)))}</time>`;
};

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

const articleHtml = ({ id, title, category, body, link, photo, correctedAt }: ArchivedArticle): string => {
  const parts = [
    `<h2 id="a-${id}">${escapeMarkup(title)}</h2>`,
    `<p class="category">${escapeMarkup(archiveText.category(category))}</p>`,
    ...(correctedAt === null ? [] : [`<p class="corrected">${day(correctedAt, archiveText.corrected)}</p>`]),
    paragraphs(body),
    ...(link === '' ? [] : [`<p>${linkTo(link, archiveText.link(link))}</p>`]),
    ...(photo === null
      ? []
      : [`<figure><img src="${escapeMarkup(photo.fileName)}" alt="${escapeMarkup(photo.text)}"></figure>`]),
  ];
  return `<article aria-labelledby="a-${id}">\n${parts.join('\n')}\n</article>`;
};

const partHtml = ({ title, lines }: ArchivedIssue['parts'][number], index: number): string =>
  `<section aria-labelledby="p-${index}">
<h2 id="p-${index}">${escapeMarkup(title)}</h2>
<ul>
${lines.map((line) => `<li>${escapeMarkup(line)}</li>`).join('\n')}
</ul>
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
          `<li><a href="${previous.slug}.html" rel="prev">${escapeMarkup(archiveText.previous(previous.title))}</a></li>`,
        ]),
    ...(next === undefined
      ? []
      : [
          `<li><a href="${next.slug}.html" rel="next">${escapeMarkup(archiveText.next(next.title))}</a></li>`,
        ]),
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

const listed = ({ title, slug, publishedAt, articles }: ArchivedIssue): string => {
  const titles = articles.map((article) => `<li>${escapeMarkup(article.title)}</li>`).join('\n');
  return `<li><a href="${slug}.html">${escapeMarkup(title)}</a> ${day(publishedAt, archiveText.published)}${
    articles.length === 0 ? '' : `\n<ul>\n${titles}\n</ul>`
  }</li>`;
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

/** One style for all pages: light and dark, narrow and wide, and on paper. */
export const STYLE = `:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --quiet: #4a4a4a; --line: #767676; --link: #0b57a4; }
@media (prefers-color-scheme: dark) { :root { --ink: #f0f0f0; --paper: #161616; --quiet: #c9c9c9; --line: #8f8f8f; --link: #9cc9ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 44rem; padding: 1rem; color: var(--ink); background: var(--paper); font: 1.0625rem/1.8 "BIZ UDPGothic", "Hiragino Sans", "Yu Gothic", Meiryo, sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
h1 { font-size: 1.5rem; line-height: 1.4; }
h2 { margin-top: 2.5rem; padding-top: 0.75rem; border-top: 2px solid var(--line); font-size: 1.25rem; line-height: 1.4; }
nav ul { margin: 0; padding: 0; list-style: none; }
.issues { padding-left: 1.25rem; }
.category, footer { color: var(--quiet); }
.corrected { padding: 0.25rem 0.75rem; border-left: 4px solid var(--line); font-weight: bold; }
figure { margin: 1rem 0; }
img { display: block; max-width: 100%; height: auto; }
.skip a { position: absolute; left: -100vw; }
.skip a:focus { position: static; }
.skip { margin: 0; }
@media print {
  body { max-width: none; padding: 0; color: #000; background: #fff; font-size: 11pt; }
  nav, .skip { display: none; }
  h1, h2 { break-after: avoid; }
  figure, li { break-inside: avoid; }
  main a[href^="http"]::after { content: " (" attr(href) ")"; }
}
`;
