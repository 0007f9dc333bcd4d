import type { Actor } from '../../domain/actor.ts';
import { issueDeliveries } from '../../domain/delivery/issue.ts';
import { joinParts } from '../../domain/parts.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { logChannelOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readIssueContent } from '../../queries/newsletter.ts';
import type { Workspace } from '../identify.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** To oneself, or into 運用ログ. */
export type TrialPlace = 'self' | 'log';

/** 試し送信: the messages that would be posted now, word for word. False where 運用ログ is not set. */
export const tryIssue = async (
  { clock, db, workspace }: ServiceDeps & { readonly workspace: Pick<Workspace, 'logChannel'> },
  issueId: string,
  place: TrialPlace,
  actor: Actor,
): Promise<Result<boolean, Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('newsletter', issueId);
  return db.act<boolean, Refusal>({ actor, action: 'try-issue', at, subject }, async (record) => {
    if (!may(actor, 'manage-newsletter')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const issue = await record.newsletterIssues.find(issueId);
    if (issue === undefined || issue.state === 'cancelled') return refuse({ kind: 'gone' });
    const channel = logChannelOf(await record.settings.read(), workspace.logChannel);
    const recipient = place === 'self' ? actor.id : channel;
    if (recipient === null) return succeed(false);
    const content = await readIssueContent(record, issue, at);
    await record.deliveries.planAll(
      issueDeliveries(content, recipient, joinParts('newsletter-trial', issueId, at.getTime())),
      at,
    );
    return succeed(true);
  });
};
