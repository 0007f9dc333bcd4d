import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { hasBegun } from '../../domain/occasion/date.ts';
import { mayChangeOccasion } from '../../domain/occasion/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** 実施を確認 of a meeting that was entered before its day, or taking that back (`held` false). */
export const confirmHeld = async (
  { clock, db }: ServiceDeps,
  meetingId: string,
  held: boolean,
  actor: Actor,
): Promise<Result<null, Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('meeting', meetingId);
  const action = held ? 'confirm-held' : 'take-back-held';
  return db.act<null, Refusal>({ actor, action, at, subject }, async (record) => {
    const meeting = await record.meetings.findToChange(meetingId);
    if (meeting === undefined || meeting.cancelled !== null) return refuse({ kind: 'gone' });
    if (!mayChangeOccasion(actor, meeting)) return refuse({ kind: 'not-allowed', who: 'recorder' });
    if ((meeting.heldConfirmedAt !== null) === held) return succeed(null);
    // The button of a message from before 日程を変更.
    if (!hasBegun(meeting.date, todayInTokyo(at))) return refuse({ kind: 'changed-meanwhile' });
    await record.meetings.markHeldConfirmed(meetingId, held ? at : null);
    await record.audit({ subject, before: { held: !held }, after: { held } });
    await record.deliveries.refresh(subject);
    return succeed(null);
  });
};
