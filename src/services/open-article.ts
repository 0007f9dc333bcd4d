import { randomUUID } from 'node:crypto';
import type { Actor } from '../domain/actor.ts';
import type { Article } from '../domain/article.ts';
import { may } from '../domain/permission.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { ServiceDeps } from './service-deps.ts';

/** What 記事を書く is opened with. */
export type OpenedArticle = { readonly articleId: string; readonly article: Article | undefined };

/** A new article, or one that this person may change. */
export const openArticle = async (
  { db }: ServiceDeps,
  articleId: string | undefined,
  actor: Actor,
): Promise<Result<OpenedArticle, Refusal>> => {
  if (articleId === undefined)
    return may(actor, 'take-part')
      ? succeed({ articleId: randomUUID(), article: undefined })
      : refuse({ kind: 'not-allowed', who: 'self' });
  const article = await db.record(actor.workspaceId).articles.find(articleId);
  if (article === undefined || article.withdrawnAt !== null) return refuse({ kind: 'gone' });
  return may(actor, 'change-article', { owner: article.writtenBy })
    ? succeed({ articleId, article })
    : refuse({ kind: 'not-allowed', who: 'recorder' });
};
