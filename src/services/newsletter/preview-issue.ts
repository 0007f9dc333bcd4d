import type { Actor } from '../../domain/actor.ts';
import { type IssueContent, UNPUBLISHED } from '../../domain/newsletter/newsletter.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readIssueContent } from '../../queries/newsletter.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** An issue as it would go out now: the one named, or the next; undefined where nobody has begun one. */
export const previewIssue = (
  { clock, db }: ServiceDeps,
  issueId: string | undefined,
  actor: Actor,
): Promise<Result<IssueContent | undefined, Refusal>> => {
  const now = clock.now();
  const subject = issueId === undefined ? 'none' : subjectOf('newsletter', issueId);
  const act = { actor, action: 'preview-issue', at: now, subject };
  return db.act<IssueContent | undefined, Refusal>(act, async (record) => {
    if (!may(actor, 'manage-newsletter')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    if (issueId !== undefined) {
      const issue = await record.newsletterIssues.find(issueId);
      return issue === undefined
        ? refuse({ kind: 'gone' })
        : succeed(await readIssueContent(record, issue, now));
    }
    const [next] = (await record.newsletterIssues.inState(UNPUBLISHED)).toReversed();
    return succeed(next && (await readIssueContent(record, next, now)));
  });
};
