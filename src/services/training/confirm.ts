import type { Actor } from '../../domain/actor.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { mayConfirm } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** The secretariat confirms (確認する) what another recorded; from then on it counts. Gives the year. */
export const confirmTraining = async (
  { clock, db }: ServiceDeps,
  sessionId: string,
  actor: Actor,
): Promise<Result<{ readonly fiscalYear: FiscalYear }, Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('training', sessionId);
  const act = { actor, action: 'confirm-training', at, subject };
  return db.act<{ readonly fiscalYear: FiscalYear }, Refusal>(act, async (record) => {
    if (!mayConfirm(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const session = await record.trainings.findToChange(sessionId);
    if (session === undefined || session.cancelled !== null) return refuse({ kind: 'gone' });
    const { fiscalYear } = session;
    if (session.confirmedAt !== null) return succeed({ fiscalYear });
    await record.trainings.confirm(sessionId, at);
    await record.audit({ subject, before: { confirmed: false }, after: { confirmed: true } });
    await record.deliveries.refresh(subject);
    return succeed({ fiscalYear });
  });
};
