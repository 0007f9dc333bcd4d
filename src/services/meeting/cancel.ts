import type { Actor } from '../../domain/actor.ts';
import { mayChangeOccasion } from '../../domain/occasion/permission.ts';
import type { CancelDraft } from '../../domain/occasion/record.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** Takes a meeting out of lists and report; the row and its history stay. Cancelling twice changes nothing. */
export const cancelMeeting = async (
  { clock, db }: ServiceDeps,
  meetingId: string,
  { key, draft }: FormInput<CancelDraft>,
  actor: Actor,
): Promise<Result<null, Refusal>> => {
  const { reason } = draft;
  const at = clock.now();
  const subject = subjectOf('meeting', meetingId);
  return db.submit<null, Refusal>(
    { actor, action: 'cancel-meeting', at, subject },
    { key, content: draft },
    async (record) => {
      const meeting = await record.meetings.findToChange(meetingId);
      if (meeting === undefined) return refuse({ kind: 'gone' });
      if (!mayChangeOccasion(actor, meeting)) return refuse({ kind: 'not-allowed', who: 'recorder' });
      if (meeting.cancelled !== null) return succeed(null);
      await record.meetings.cancel(meetingId, at, reason);
      await record.audit({ subject, before: { cancelled: false }, after: { cancelled: true }, reason });
      await record.deliveries.refresh(subject);
      return succeed(null);
    },
  );
};
