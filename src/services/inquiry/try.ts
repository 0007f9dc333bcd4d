import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/actor.ts';
import { joinParts } from '../../domain/parts.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** 自分に試し送信: the message of a draft as it will look, to oneself alone, at once. */
export const tryInquiry = async (
  { clock, db }: ServiceDeps,
  inquiryId: string,
  actor: Actor,
): Promise<Result<null, Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('inquiry', inquiryId);
  return db.act<null, Refusal>({ actor, action: 'try-inquiry', at, subject }, async (record) => {
    if (!may(actor, 'manage-inquiry')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    if ((await record.inquiries.find(inquiryId))?.state !== 'draft') return refuse({ kind: 'gone' });
    const key = joinParts('inquiry-trial', inquiryId, randomUUID());
    await record.deliveries.plan({ key, kind: 'inquiry-trial', recipient: actor.id, subject }, at);
    await record.audit({ subject });
    return succeed(null);
  });
};
