import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/actor.ts';
import type { Article } from '../../domain/newsletter/article.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What 記事を書く is opened with. */
export type OpenedArticle = { readonly articleId: string; readonly article: Article | undefined };

/** A new article, or one that this person may change. */
export const openArticle = (
  { clock, db }: ServiceDeps,
  articleId: string | undefined,
  actor: Actor,
): Promise<Result<OpenedArticle, Refusal>> => {
  const subject = articleId === undefined ? 'none' : subjectOf('article', articleId);
  const act = { actor, action: 'open-article', at: clock.now(), subject };
  return db.act<OpenedArticle, Refusal>(act, async ({ articles }) => {
    if (!may(actor, 'take-part')) return refuse({ kind: 'not-allowed', who: 'self' });
    if (articleId === undefined) return succeed({ articleId: randomUUID(), article: undefined });
    const article = await articles.find(articleId);
    if (article === undefined || article.withdrawnAt !== null) return refuse({ kind: 'gone' });
    return may(actor, 'change-article', { owner: article.writtenBy })
      ? succeed({ articleId, article })
      : refuse({ kind: 'not-allowed', who: 'recorder' });
  });
};
