import type { Actor } from '../../domain/actor.ts';
import type { CancelDraft } from '../../domain/occasion/record.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/**
 * Takes 委員 that were registered in error out of lists and rights; the row and its history stay. Refused when the member has not
 * the `revision` any more with which the form was opened.
 */
export const removeBodyMember = async (
  { clock, db }: ServiceDeps,
  { memberId, revision }: { readonly memberId: string; readonly revision?: number | undefined },
  { key, draft }: FormInput<CancelDraft>,
  actor: Actor,
): Promise<Result<null, Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('body-member', memberId);
  return db.submit<null, Refusal>(
    { actor, action: 'remove-body-member', at, subject },
    { key, content: draft },
    async (record) => {
      if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      await record.bodies.lockAll();
      const member = await record.bodyMembers.find(memberId);
      if (member === undefined) return refuse({ kind: 'gone' });
      if (revision !== undefined && member.revision !== revision)
        return refuse(await record.changedMeanwhile(subject));
      await record.bodyMembers.cancel(memberId, at);
      await record.audit({
        subject,
        before: { cancelled: false },
        after: { cancelled: true },
        reason: draft.reason,
      });
      return succeed(null);
    },
  );
};
