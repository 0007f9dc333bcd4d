import type { ArchivedIssue, ArchiveFile, ArchiveOptions } from './archived.ts';
import { atomFeed } from './feed.ts';
import { mailText } from './mail.ts';
import { indexPage, issuePage } from './page.ts';
import { STYLE } from './style.ts';

/**
 * きょうどう通信 協DO as files that need nothing but a browser: an index, a page and a text for mail of each issue, a feed and
 * a style. Photos are not among them. `issues` may come in any order.
 */
export const newsletterArchive = (
  issues: readonly ArchivedIssue[],
  options: ArchiveOptions,
): readonly ArchiveFile[] => {
  const newestFirst = issues.toSorted(
    (one, other) => other.publishedAt.getTime() - one.publishedAt.getTime(),
  );
  return [
    { path: 'index.html', text: indexPage(newestFirst, options) },
    { path: 'style.css', text: STYLE },
    { path: 'feed.xml', text: atomFeed(newestFirst, options) },
    ...newestFirst.flatMap((issue, index) => [
      {
        path: `${issue.slug}.html`,
        text: issuePage(issue, { previous: newestFirst[index + 1], next: newestFirst[index - 1] }, options),
      },
      { path: `${issue.slug}.txt`, text: mailText(issue, options) },
    ]),
  ];
};
