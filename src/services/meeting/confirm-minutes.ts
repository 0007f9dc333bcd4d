import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { hasBegun } from '../../domain/occasion/date.ts';
import { mayConfirmMinutes } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/**
 * 委員長確認済にする: the minutes of a meeting that was held are no (案) any more; or taking that back (`confirmed` false). Gives since when it
 * holds: pressed twice, since the first time.
 */
export const confirmMinutes = async (
  { clock, db }: ServiceDeps,
  meetingId: string,
  confirmed: boolean,
  actor: Actor,
): Promise<Result<Pick<Meeting, 'id' | 'chairConfirmedAt'>, Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('meeting', meetingId);
  const action = confirmed ? 'confirm-minutes' : 'take-back-minutes';
  return db.act<Pick<Meeting, 'id' | 'chairConfirmedAt'>, Refusal>(
    { actor, action, at, subject },
    async (record) => {
      if (!mayConfirmMinutes(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      const meeting = await record.meetings.findToChange(meetingId);
      if (meeting === undefined || meeting.cancelled !== null) return refuse({ kind: 'gone' });
      if ((meeting.chairConfirmedAt !== null) === confirmed) return succeed(meeting);
      if (!hasBegun(meeting.date, todayInTokyo(at))) return refuse({ kind: 'no-minutes-yet' });
      const chairConfirmedAt = confirmed ? at : null;
      await record.meetings.putChairConfirmed(meetingId, chairConfirmedAt);
      await record.audit({
        subject,
        before: { chairConfirmed: !confirmed },
        after: { chairConfirmed: confirmed },
      });
      await record.deliveries.refresh(subject);
      return succeed({ id: meetingId, chairConfirmedAt });
    },
  );
};
