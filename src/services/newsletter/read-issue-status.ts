import type { Actor } from '../../domain/actor.ts';
import { type Issue, printIssueTitle } from '../../domain/newsletter/newsletter.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Messages } from '../../slack/messages.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** How a published issue is received. */
export type IssueStatus = {
  readonly issue: Issue;
  readonly title: string;
  readonly readers: number;
  /** To its openings in all channels, as Slack counts them now. */
  readonly reactions: number;
};

/** Reads it, for the secretariat; reactions are counted by Slack. */
export const readIssueStatus = async (
  { clock, db, messages }: ServiceDeps & { readonly messages: Pick<Messages, 'reactionsTo'> },
  issueId: string,
  actor: Actor,
): Promise<Result<IssueStatus, Refusal>> => {
  const subject = subjectOf('newsletter', issueId);
  const act = { actor, action: 'read-issue-status', at: clock.now(), subject };
  const found = await db.look<Issue, Refusal>(act, async ({ newsletterIssues }) => {
    if (!may(actor, 'manage-newsletter')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const known = await newsletterIssues.find(issueId);
    return known?.state === 'published' ? succeed(known) : refuse({ kind: 'gone' });
  });
  if (!found.ok) return found;
  const issue = found.value;
  const record = db.record(actor.workspaceId);
  const channels = new Set(issue.channels.map(({ id }) => id));
  const posted = (await record.deliveries.postedOf(subjectOf('newsletter', issueId))).flatMap((delivery) =>
    channels.has(delivery.recipient) ? (delivery.posted ?? []) : [],
  );
  const counts = await Promise.all(posted.map(({ channel, ts }) => messages.reactionsTo(channel, ts)));
  const { newsletterNumbering } = await record.settings.read();
  return succeed({
    issue,
    title: printIssueTitle(issue, newsletterNumbering),
    readers: (await record.newsletterIssues.readersOf(issueId)).length,
    reactions: counts.reduce((sum, count) => sum + count, 0),
  });
};
