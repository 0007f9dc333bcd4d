import type { Actor } from '../../domain/actor.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { meetingAnnouncement } from '../../domain/delivery/delivery.ts';
import { mayConfirm } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** The secretariat confirms (確認する) what another recorded; from then on it counts, and its body's channel hears of it. Gives the year. */
export const confirmMeeting = async (
  { clock, db }: ServiceDeps,
  meetingId: string,
  actor: Actor,
): Promise<Result<{ readonly fiscalYear: FiscalYear }, Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('meeting', meetingId);
  return db.act<{ readonly fiscalYear: FiscalYear }, Refusal>(
    { actor, action: 'confirm-meeting', at, subject },
    async (record) => {
      if (!mayConfirm(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      const meeting = await record.meetings.findToChange(meetingId);
      if (meeting === undefined || meeting.cancelled !== null) return refuse({ kind: 'gone' });
      const { fiscalYear } = meeting;
      if (meeting.confirmedAt !== null) return succeed({ fiscalYear });
      await record.meetings.confirm(meetingId, at);
      await record.audit({ subject, before: { confirmed: false }, after: { confirmed: true } });
      await record.deliveries.refresh(subject);
      const body = await record.bodies.find(meeting.bodyId, fiscalYear);
      for (const announcement of body === undefined ? [] : meetingAnnouncement(meetingId, body))
        await record.deliveries.plan(announcement, at);
      return succeed({ fiscalYear });
    },
  );
};
