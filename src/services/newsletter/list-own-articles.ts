import type { Actor } from '../../domain/actor.ts';
import { type Article, awaitsConsent } from '../../domain/newsletter/article.ts';
import { printIssueTitle } from '../../domain/newsletter/newsletter.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** One's own article, and how it stands. */
export type OwnArticle = {
  readonly article: Article;
  readonly state: 'asking' | 'waiting' | 'published';
  /** The issue it is published in. */
  readonly issue: string;
  /** A change of it waits for the secretariat's 承認. */
  readonly isProposed: boolean;
};

/** The Home tab names at most this many. */
const MOST = 3;

/** What somebody wrote last. */
export const listOwnArticles = async (
  { db }: ServiceDeps,
  { workspaceId, id }: Pick<Actor, 'workspaceId' | 'id'>,
): Promise<readonly OwnArticle[]> => {
  const record = db.record(workspaceId);
  const articles = await record.articles.writtenBy(id, MOST);
  if (articles.length === 0) return [];
  const { newsletterNumbering } = await record.settings.read();
  const published = await record.newsletterIssues.inState(['published']);
  return articles.map(({ proposal, ...article }): OwnArticle => {
    const isProposed = proposal !== null;
    const issue = published.find(({ articleIds }) => articleIds.includes(article.id));
    if (issue !== undefined)
      return { article, state: 'published', issue: printIssueTitle(issue, newsletterNumbering), isProposed };
    return { article, state: awaitsConsent(article) ? 'asking' : 'waiting', issue: '', isProposed };
  });
};
