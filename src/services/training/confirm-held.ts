import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { hasBegun } from '../../domain/occasion/date.ts';
import { mayChangeOccasion } from '../../domain/occasion/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** 実施を確認 of a 研修 that was entered before its day, or taking that back (`held` false). */
export const confirmTrainingHeld = async (
  { clock, db }: ServiceDeps,
  sessionId: string,
  held: boolean,
  actor: Actor,
): Promise<Result<null, Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('training', sessionId);
  const action = held ? 'confirm-training-held' : 'take-back-training-held';
  return db.act<null, Refusal>({ actor, action, at, subject }, async (record) => {
    const session = await record.trainings.findToChange(sessionId);
    if (session === undefined || session.cancelled !== null) return refuse({ kind: 'gone' });
    if (!mayChangeOccasion(actor, session)) return refuse({ kind: 'not-allowed', who: 'recorder' });
    if ((session.heldConfirmedAt !== null) === held) return succeed(null);
    // The button of a message from before 日程を変更.
    if (!hasBegun(session.date, todayInTokyo(at))) return refuse({ kind: 'changed-meanwhile' });
    await record.trainings.markHeldConfirmed(sessionId, held ? at : null);
    await record.audit({ subject, before: { held: !held }, after: { held } });
    await record.deliveries.refresh(subject);
    return succeed(null);
  });
};
