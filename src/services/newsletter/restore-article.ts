import type { Actor } from '../../domain/actor.ts';
import { laterDeliveries, showingArticle } from '../../domain/delivery/issue.ts';
import { isRestorable } from '../../domain/newsletter/article.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/**
 * 元に戻す of a withdrawn article, by who withdrew it or the secretariat, for 30 days: what was posted says again what it said. One
 * that an issue went out without while it was withdrawn comes into that issue's thread. Pressed again it changes nothing.
 */
export const restoreArticle = async (
  { clock, db }: ServiceDeps,
  articleId: string,
  actor: Actor,
): Promise<Result<null, Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('article', articleId);
  const act = { actor, action: 'restore-article', at, subject };
  return db.act<null, Refusal>(act, async (record) => {
    const article = await record.articles.findToChange(articleId);
    if (article === undefined) return refuse({ kind: 'gone' });
    const { withdrawnAt, withdrawnBy, writtenBy } = article;
    if (!may(actor, 'change-article', { owner: withdrawnBy ?? writtenBy }))
      return refuse({ kind: 'not-allowed', who: 'recorder' });
    if (withdrawnAt === null) return succeed(null);
    if (!isRestorable(article, at)) return refuse({ kind: 'undo-over' });
    await record.articles.putCourse(articleId, { withdrawnAt: null, withdrawnBy: null });
    const issues = await record.newsletterIssues.publishedWith(articleId);
    await record.deliveries.planAll(
      issues.flatMap((issue) =>
        issue.channels.flatMap(({ id }) => laterDeliveries({ issue }, id, [articleId])),
      ),
      at,
    );
    for (const shown of showingArticle(articleId, issues)) await record.deliveries.refresh(shown);
    // A change that waited is to be judged again.
    const waiting = await record.articleProposals.openOf(articleId);
    if (waiting !== undefined) await record.deliveries.refresh(subjectOf('article-proposal', waiting.id));
    await record.audit({ subject, before: { withdrawn: true }, after: { withdrawn: false } });
    return succeed(null);
  });
};
