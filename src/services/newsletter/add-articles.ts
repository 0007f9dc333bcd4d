import type { Actor } from '../../domain/actor.ts';
import { laterDeliveries, publishedDeliveries } from '../../domain/delivery/issue.ts';
import { isOffered } from '../../domain/newsletter/article.ts';
import type { IssueProblem } from '../../domain/newsletter/newsletter.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** Adds articles to a published issue: they go into its thread in every channel. Gives how many were new. */
export const addArticles = async (
  { clock, db }: ServiceDeps,
  issueId: string,
  { key, draft: articleIds }: FormInput<readonly string[]>,
  actor: Actor,
): Promise<Result<number, IssueProblem | Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('newsletter', issueId);
  const act = { actor, action: 'add-articles', at, subject };
  return db.submit<number, IssueProblem | Refusal>(act, { key, content: articleIds }, async (record) => {
    if (!may(actor, 'manage-newsletter')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const before = await record.newsletterIssues.findToChange(issueId);
    if (before?.state !== 'published') return refuse({ kind: 'gone' });
    const added = [...new Set(articleIds)].filter((id) => !before.articleIds.includes(id));
    await record.newsletterIssues.lock();
    const waiting = (await record.articles.waiting()).filter(isOffered);
    const articles = waiting.filter(({ id }) => added.includes(id));
    if (articles.length !== added.length) return refuse({ field: 'articles', kind: 'articles-not-offered' });
    if (added.length === 0) return succeed(0);
    await record.newsletterIssues.addArticles(issueId, added);
    const issue = { ...before, articleIds: [...before.articleIds, ...added] };
    await record.deliveries.planAll(
      [
        ...issue.channels.flatMap(({ id }) => laterDeliveries({ issue }, id, added)),
        ...publishedDeliveries(articles),
      ],
      at,
    );
    // The headlines name them too; and a thread whose messages have all left goes on with these.
    await record.deliveries.refresh(subject);
    await record.audit({ subject, after: { added } });
    return succeed(added.length);
  });
};
