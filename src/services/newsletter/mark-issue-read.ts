import type { Actor } from '../../domain/actor.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** 読みました: counted once each, and shown in every channel. */
export const markIssueRead = async (
  { clock, db }: ServiceDeps,
  issueId: string,
  actor: Actor,
): Promise<Result<'counted' | 'before' | 'not-published', Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('newsletter', issueId);
  return db.act<'counted' | 'before' | 'not-published', Refusal>(
    { actor, action: 'read-issue', at, subject },
    async (record) => {
      if (!may(actor, 'take-part')) return refuse({ kind: 'not-allowed', who: 'self' });
      const issue = await record.newsletterIssues.find(issueId);
      if (issue === undefined) return refuse({ kind: 'gone' });
      if (issue.state !== 'published') return succeed('not-published');
      if (!(await record.newsletterIssues.read(issueId, actor.id, at))) return succeed('before');
      await record.deliveries.refresh(subject);
      return succeed('counted');
    },
  );
};
