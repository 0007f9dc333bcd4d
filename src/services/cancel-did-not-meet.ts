import type { Actor } from '../domain/actor.ts';
import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import { didNotMeetSubject } from '../domain/delivery.ts';
import type { CancelDraft } from '../domain/meeting.ts';
import { isSecretariat } from '../domain/permission.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { ServiceDeps } from './service-deps.ts';

/** Takes back 開催なし of a body and year; what it said stays in the audit log. Doing it twice changes nothing. */
export const cancelDidNotMeet = async (
  { clock, db }: ServiceDeps,
  { bodyId, fiscalYear }: { readonly bodyId: string; readonly fiscalYear: FiscalYear },
  { reason }: CancelDraft,
  actor: Actor,
): Promise<Result<null, Refusal>> => {
  const at = clock.now();
  const subject = didNotMeetSubject(bodyId, fiscalYear);
  return db.act<null, Refusal>({ actor, action: 'cancel-did-not-meet', at, subject }, async (record) => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    if (!(await record.bodies.lock(bodyId))) return refuse({ kind: 'gone' });
    const before = await record.didNotMeet.find(bodyId, fiscalYear);
    if (before === undefined) return succeed(null);
    await record.didNotMeet.remove(bodyId, fiscalYear);
    await record.audit({ subject, before: { reason: before.reason }, reason });
    await record.deliveries.refresh(subject);
    return succeed(null);
  });
};
