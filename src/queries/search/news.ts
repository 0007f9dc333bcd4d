import type { WorkspaceRecord } from '../../db/database.ts';
import { printDay } from '../../domain/calendar/japanese-era.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { type Issue, printIssueTitle, UNPUBLISHED } from '../../domain/newsletter/newsletter.ts';
import { may, scopeOf } from '../../domain/permission.ts';
import type { Found } from '../../domain/search/found.ts';
import { foundAmong } from '../../domain/search/query.ts';
import type { SearchReading } from './reading.ts';

/** 記事: those that are out; of those that are not, one's own, and to the secretariat what may be chosen. */
export const readFoundArticles = async (
  record: Pick<WorkspaceRecord, 'search'>,
  { actor, query }: SearchReading,
): Promise<readonly Found[]> => {
  const found = await record.search.articles(query, scopeOf(actor, 'change-article'));
  return found.map(({ id, at, title, body, photoText, writtenAt, issueId }) => ({
    kind: 'article',
    id,
    at,
    name: title,
    beside: printDay(todayInTokyo(writtenAt)),
    mark: issueId === null ? 'unpublished' : 'settled',
    texts: [body, photoText],
    opens: issueId === null ? { by: 'article', value: id } : { by: 'back-issue', value: issueId },
  }));
};

const textsOf = ({ greeting, partTexts }: Issue): readonly string[] => [
  greeting,
  ...partTexts.flatMap(({ lines }) => lines.map(({ when, what, detail }) => [when, what, detail].join(' '))),
];

/** 号: those that are out, and to the secretariat those that are begun. There are a few in a year. */
export const readFoundIssues = async (
  record: Pick<WorkspaceRecord, 'newsletterIssues' | 'settings'>,
  { actor, query }: SearchReading,
): Promise<readonly Found[]> => {
  const unpublished = may(actor, 'manage-newsletter') ? UNPUBLISHED : [];
  const [issues, { newsletterNumbering }] = await Promise.all([
    record.newsletterIssues.inState(['published', ...unpublished]),
    record.settings.read(),
  ]);
  return foundAmong(
    query,
    issues
      .filter(({ fiscalYear }) => query.year === null || fiscalYear === query.year)
      .map((issue): Found => {
        const moment = issue.publishedAt ?? issue.createdAt;
        const isOut = issue.state === 'published';
        return {
          kind: 'issue',
          id: issue.id,
          at: moment.getTime(),
          name: printIssueTitle(issue, newsletterNumbering),
          beside: printDay(todayInTokyo(moment)),
          mark: isOut ? 'settled' : 'unpublished',
          texts: textsOf(issue),
          opens: { by: isOut ? 'back-issue' : 'issue', value: issue.id },
        };
      }),
  );
};
