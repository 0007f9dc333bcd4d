import type { Actor } from '../../domain/actor.ts';
import { type ClosedProblem, closedProblem, mayOversee } from '../../domain/inquiry/standing.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/**
 * とりまとめ完了 of a department, where there is a とりまとめ期限; or taking that back (`collected` false), which has no form and so no
 * `key`. Done twice, it changes nothing the second time.
 */
export const collectDepartment = async (
  { clock, db }: ServiceDeps,
  { inquiryId, departmentId }: { readonly inquiryId: string; readonly departmentId: string },
  { collected, key }: { readonly collected: boolean; readonly key?: string },
  actor: Actor,
): Promise<Result<null, ClosedProblem | Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('inquiry-department', inquiryId, departmentId);
  const action = collected ? 'collect-department' : 'take-back-collected';
  const form = key === undefined ? undefined : { key, content: { inquiryId, departmentId } };
  return db.submit<null, ClosedProblem | Refusal>({ actor, action, at, subject }, form, async (record) => {
    if (!mayOversee(actor, departmentId)) return refuse({ kind: 'not-allowed', who: 'chief' });
    const inquiry = await record.inquiries.findToChange(inquiryId);
    if (inquiry === undefined || inquiry.collectBy === null) return refuse({ kind: 'gone' });
    const closed = closedProblem(inquiry);
    if (closed !== undefined) return refuse(closed);
    const known = (await record.inquiries.collectedOf(inquiryId)).some(
      (one) => one.departmentId === departmentId,
    );
    if (known === collected) return succeed(null);
    await record.inquiries.putCollected(inquiryId, departmentId, collected ? { at, by: actor.id } : null);
    await record.audit({ subject, before: { collected: known }, after: { collected } });
    await record.deliveries.refreshLines([
      subject,
      subjectOf('inquiry-collect', inquiryId, departmentId),
      subjectOf('inquiry', inquiryId),
    ]);
    return succeed(null);
  });
};
