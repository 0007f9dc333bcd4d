import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/actor.ts';
import type { Article } from '../../domain/newsletter/article.ts';
import { needsApproval, proposedArticle } from '../../domain/newsletter/proposal.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What 記事を書く is opened with. */
export type OpenedArticle = {
  readonly articleId: string;
  /** As it is, or as this person has asked for it to be. */
  readonly article: Article | undefined;
  /** Whether what they change waits for the secretariat's 承認. */
  readonly awaitsApproval: boolean;
};

/** A new article, or one that this person may change. */
export const openArticle = (
  { clock, db }: ServiceDeps,
  articleId: string | undefined,
  actor: Actor,
): Promise<Result<OpenedArticle, Refusal>> => {
  const subject = articleId === undefined ? 'none' : subjectOf('article', articleId);
  const act = { actor, action: 'open-article', at: clock.now(), subject };
  return db.look<OpenedArticle, Refusal>(act, async (record) => {
    if (!may(actor, 'take-part')) return refuse({ kind: 'not-allowed', who: 'self' });
    if (articleId === undefined)
      return succeed({ articleId: randomUUID(), article: undefined, awaitsApproval: false });
    const article = await record.articles.find(articleId);
    if (article === undefined || article.withdrawnAt !== null) return refuse({ kind: 'gone' });
    if (!may(actor, 'change-article', { owner: article.writtenBy }))
      return refuse({ kind: 'not-allowed', who: 'recorder' });
    const awaitsApproval =
      needsApproval(actor, await record.settings.read()) &&
      (await record.newsletterIssues.publishedWith(articleId)).length > 0;
    const waiting = awaitsApproval ? await record.articleProposals.openOf(articleId) : undefined;
    return succeed({
      articleId,
      article: waiting === undefined ? article : proposedArticle(article, waiting),
      awaitsApproval,
    });
  });
};
