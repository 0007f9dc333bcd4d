import { randomUUID } from 'node:crypto';
import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { proposedDeliveries, showingArticle, withdrawnDeliveries } from '../../domain/delivery/issue.ts';
import type { Article } from '../../domain/newsletter/article.ts';
import { printIssueTitle } from '../../domain/newsletter/newsletter.ts';
import { needsApproval } from '../../domain/newsletter/proposal.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { type SecretariatDeps, secretariatOf } from '../secretariat.ts';
import type { PressInput, ServiceDeps } from '../service-deps.ts';

/** What 取り下げる of an article touches: the issues it is out in, with how many channels each went to and who has read it. */
export type Withdrawal = {
  readonly article: Article;
  readonly issues: readonly { readonly title: string; readonly channels: number; readonly readers: number }[];
  /** Whether that waits for the secretariat's 承認. */
  readonly awaitsApproval: boolean;
};

/** The article, held until the transaction ends, if this person may withdraw it. */
const withdrawable = async (
  record: ActingRecord,
  articleId: string,
  actor: Actor,
): Promise<Result<Article, Refusal>> => {
  const article = await record.articles.findToChange(articleId);
  if (article === undefined) return refuse({ kind: 'gone' });
  return may(actor, 'change-article', { owner: article.writtenBy })
    ? succeed(article)
    : refuse({ kind: 'not-allowed', who: 'recorder' });
};

/** What withdrawing an article would touch. */
export const openWithdrawal = (
  { clock, db }: ServiceDeps,
  articleId: string,
  actor: Actor,
): Promise<Result<Withdrawal, Refusal>> => {
  const act = { actor, action: 'open-article', at: clock.now(), subject: subjectOf('article', articleId) };
  return db.act<Withdrawal, Refusal>(act, async (record) => {
    const article = await withdrawable(record, articleId, actor);
    if (!article.ok) return article;
    const settings = await record.settings.read();
    const issues: Withdrawal['issues'][number][] = [];
    for (const issue of await record.newsletterIssues.publishedWith(articleId))
      issues.push({
        title: printIssueTitle(issue, settings.newsletterNumbering),
        channels: issue.channels.length,
        readers: (await record.newsletterIssues.readersOf(issue.id)).length,
      });
    const awaitsApproval = issues.length > 0 && needsApproval(actor, settings);
    return succeed({ article: article.value, issues, awaitsApproval });
  });
};

/** What became of it: withdrawn, put before the secretariat, or withdrawn before. */
export type Withdrawn = 'done' | 'proposed' | 'before';

/**
 * 取り下げる by its writer or the secretariat: what was posted says so from now on, and who did it is told how to undo it, and its
 * writer that it was done. Of what is
 * out a writer's waits for the secretariat, where 設定 says so. Pressed again it changes nothing. A button has no `key`.
 */
export const withdrawArticle = async (
  deps: ServiceDeps & SecretariatDeps,
  articleId: string,
  { key }: Pick<PressInput<null>, 'key'>,
  actor: Actor,
): Promise<Result<Withdrawn, Refusal>> => {
  const { clock, db } = deps;
  const at = clock.now();
  const subject = subjectOf('article', articleId);
  const present = db.record(actor.workspaceId);
  const settings = await present.settings.read();
  const awaits = needsApproval(actor, settings);
  const isOut = awaits && (await present.newsletterIssues.publishedWith(articleId)).length > 0;
  const secretariat = isOut ? await secretariatOf(deps, settings) : [];
  const act = { actor, action: isOut ? 'propose-article' : 'withdraw-article', at, subject };
  const form = key === undefined ? undefined : { key, content: null };
  return db.submit<Withdrawn, Refusal>(act, form, async (record) => {
    const found = await withdrawable(record, articleId, actor);
    if (!found.ok) return found;
    if (found.value.withdrawnAt !== null) return succeed('before');
    const issues = await record.newsletterIssues.publishedWith(articleId);
    if (awaits && issues.length > 0) {
      const id = randomUUID();
      const asked = { id, articleId, facts: null, photo: null, proposedBy: actor.id, proposedAt: at };
      const before = await record.articleProposals.put(asked);
      if (before !== undefined) await record.deliveries.refresh(subjectOf('article-proposal', before));
      await record.deliveries.planAll(proposedDeliveries(id, secretariat), at);
      await record.audit({ subject, after: { proposed: 'withdrawal' } });
      return succeed('proposed');
    }
    await record.articles.putCourse(articleId, { withdrawnAt: at, withdrawnBy: actor.id });
    for (const shown of showingArticle(articleId, issues)) await record.deliveries.refresh(shown);
    // A change that waits has nothing to change meanwhile.
    const waiting = await record.articleProposals.openOf(articleId);
    if (waiting !== undefined) await record.deliveries.refresh(subjectOf('article-proposal', waiting.id));
    await record.deliveries.planAll(withdrawnDeliveries(found.value, actor.id, at), at);
    await record.audit({ subject, before: { withdrawn: false }, after: { withdrawn: true } });
    return succeed('done');
  });
};
