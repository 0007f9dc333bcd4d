import type { Actor } from '../domain/actor.ts';
import { meetingSubject } from '../domain/delivery.ts';
import type { CancelDraft } from '../domain/meeting.ts';
import { mayChangeMeeting } from '../domain/permission.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { ServiceDeps } from './service-deps.ts';

/** Takes a meeting out of lists and report; the row and its history stay. Cancelling twice changes nothing. */
export const cancelMeeting = async (
  { clock, db }: ServiceDeps,
  meetingId: string,
  { reason }: CancelDraft,
  actor: Actor,
): Promise<Result<null, Refusal>> => {
  const at = clock.now();
  const subject = meetingSubject(meetingId);
  return db.act<null, Refusal>({ actor, action: 'cancel-meeting', at, subject }, async (record) => {
    const meeting = await record.meetings.findToChange(meetingId);
    if (meeting === undefined) return refuse({ kind: 'gone' });
    if (!mayChangeMeeting(actor, meeting)) return refuse({ kind: 'not-allowed', who: 'recorder' });
    if (meeting.cancelled !== null) return succeed(null);
    await record.meetings.cancel(meetingId, at, reason);
    await record.audit({ subject, before: { cancelled: false }, after: { cancelled: true }, reason });
    await record.deliveries.refresh(subject);
    return succeed(null);
  });
};
