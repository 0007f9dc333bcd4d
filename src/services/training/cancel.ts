import type { Actor } from '../../domain/actor.ts';
import { mayChangeOccasion } from '../../domain/occasion/permission.ts';
import type { CancelDraft } from '../../domain/occasion/record.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/**
 * Takes a 研修 out of lists and report, and its reception code out of use; the row, its attendances and its history stay.
 * Cancelling twice changes nothing.
 */
export const cancelTraining = async (
  { clock, db }: ServiceDeps,
  sessionId: string,
  { key, draft }: FormInput<CancelDraft>,
  actor: Actor,
): Promise<Result<null, Refusal>> => {
  const { reason } = draft;
  const at = clock.now();
  const subject = subjectOf('training', sessionId);
  return db.submit<null, Refusal>(
    { actor, action: 'cancel-training', at, subject },
    { key, content: draft },
    async (record) => {
      const session = await record.trainings.findToChange(sessionId);
      if (session === undefined) return refuse({ kind: 'gone' });
      if (!mayChangeOccasion(actor, session)) return refuse({ kind: 'not-allowed', who: 'recorder' });
      if (session.cancelled !== null) return succeed(null);
      await record.trainings.cancel(sessionId, at, reason);
      await record.audit({ subject, before: { cancelled: false }, after: { cancelled: true }, reason });
      await record.deliveries.refresh(subject);
      await record.deliveries.refresh(subjectOf('training-lag', session.fiscalYear));
      return succeed(null);
    },
  );
};
