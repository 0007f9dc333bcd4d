import type { Actor } from '../../domain/actor.ts';
import { ASKED_WHYS } from '../../domain/newsletter/content.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';
import type { IssueToSave } from './save-issue.ts';

/**
 * 発行を取りやめる, until it is published. Its articles wait for another issue. Refused when the issue is not as the view with its
 * numbers showed it any more.
 */
export const cancelIssue = async (
  { clock, db }: ServiceDeps,
  { issueId, revision }: IssueToSave,
  key: string,
  actor: Actor,
): Promise<Result<null, Refusal>> => {
  const subject = subjectOf('newsletter', issueId);
  const act = { actor, action: 'cancel-issue', at: clock.now(), subject };
  return db.submit<null, Refusal>(act, { key, content: null }, async (record) => {
    if (!may(actor, 'manage-newsletter')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const issue = await record.newsletterIssues.findToChange(issueId);
    if (issue === undefined || issue.state === 'published') return refuse({ kind: 'gone' });
    if (issue.state === 'cancelled') return succeed(null);
    if (issue.revision !== revision) return refuse(await record.changedMeanwhile(subject));
    await record.newsletterIssues.putCourse(issueId, { state: 'cancelled' });
    for (const why of ASKED_WHYS)
      await record.deliveries.refresh(subjectOf('newsletter-asked', issueId, why));
    await record.audit({ subject, before: { state: issue.state }, after: { state: 'cancelled' } });
    return succeed(null);
  });
};
