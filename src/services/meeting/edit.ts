import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { meetingAnnouncement } from '../../domain/delivery/delivery.ts';
import {
  bodyToRecord,
  type Meeting,
  type MeetingDraft,
  type MeetingFacts,
  type MeetingProblem,
  meetingFrom,
} from '../../domain/meeting/meeting.ts';
import { mayRecordMeeting } from '../../domain/meeting/permission.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import { fiscalYearOfRecord } from '../../domain/occasion/date.ts';
import { heldAfterEdit } from '../../domain/occasion/held.ts';
import { mayChangeOccasion } from '../../domain/occasion/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

const factsOf = ({ bodyId, way, date, note, place, items }: Meeting): MeetingFacts => ({
  bodyId,
  way,
  date,
  note,
  place,
  items,
});

/**
 * Changes the facts of a meeting. The earlier ones stay in the audit log with the reason, and messages already posted
 * are updated. Moved to a day to come, it is 予定 again and will be asked about again.
 */
export const editMeeting = async (
  { clock, db }: ServiceDeps,
  target: { readonly meetingId: string; readonly revision: number },
  { key, draft }: FormInput<MeetingDraft>,
  actor: Actor,
): Promise<Result<null, MeetingProblem | Refusal>> => {
  const facts = meetingFrom(draft);
  if (!facts.ok) return facts;
  const at = clock.now();
  const year = fiscalYearOfRecord(facts.value.date);
  const subject = subjectOf('meeting', target.meetingId);
  return db.submit<null, MeetingProblem | Refusal>(
    { actor, action: 'edit-meeting', at, subject },
    { key, content: draft },
    async (record) => {
      await record.bodies.lock(draft.bodyId);

      const before = await record.meetings.findToChange(target.meetingId);
      if (before === undefined || before.cancelled !== null) return refuse({ kind: 'gone' });
      if (!mayChangeOccasion(actor, before)) return refuse({ kind: 'not-allowed', who: 'recorder' });
      if (before.revision !== target.revision) return refuse(await record.changedMeanwhile(subject));

      const found = await record.bodies.find(draft.bodyId, year);
      if (found !== undefined && !mayRecordMeeting(actor, found))
        return refuse({ kind: 'not-allowed', who: 'secretariat' });
      const body = bodyToRecord(found, await record.didNotMeet.find(draft.bodyId, year));
      if (!body.ok) return body;

      const held = heldAfterEdit(before, facts.value.date, { at, today: todayInTokyo(at) });
      await record.meetings.putFacts(target.meetingId, facts.value, held);
      await record.audit({
        subject,
        before: { ...factsOf(before), printed: printMeetingDate(before) },
        after: { ...facts.value, printed: printMeetingDate(facts.value) },
        reason: draft.reason,
      });
      await record.deliveries.refresh(subject);
      if (before.confirmedAt !== null && before.bodyId !== draft.bodyId)
        for (const announcement of meetingAnnouncement(target.meetingId, body.value))
          await record.deliveries.plan(announcement, at);
      return succeed(null);
    },
  );
};
