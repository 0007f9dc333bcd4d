import type { Actor } from '../../domain/actor.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** 下書きを削除: what was sent is not removed but 取りやめ. */
export const removeInquiryDraft = async (
  { clock, db }: ServiceDeps,
  inquiryId: string,
  actor: Actor,
): Promise<Result<null, Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('inquiry', inquiryId);
  return db.act<null, Refusal>({ actor, action: 'remove-inquiry-draft', at, subject }, async (record) => {
    if (!may(actor, 'manage-inquiry')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const inquiry = await record.inquiries.findToChange(inquiryId);
    if (inquiry === undefined) return refuse({ kind: 'gone' });
    if (inquiry.state !== 'draft') return refuse({ kind: 'changed-meanwhile' });
    await record.inquiries.remove(inquiryId);
    await record.audit({ subject, before: { title: inquiry.title } });
    return succeed(null);
  });
};
