import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { meetingAnnouncement } from '../../domain/delivery/delivery.ts';
import {
  bodyToRecord,
  type MeetingDraft,
  type MeetingProblem,
  meetingFrom,
} from '../../domain/meeting/meeting.ts';
import { mayRecordMeeting } from '../../domain/meeting/permission.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import { fiscalYearOfRecord, hasBegun } from '../../domain/occasion/date.ts';
import { joinParts } from '../../domain/parts.ts';
import { mayConfirm, postToRecordFor } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/**
 * Records a meeting, its audit line and the messages that tell of it. The same form arriving again changes nothing. A
 * record by anyone but the secretariat is 未確認, and its body's channel hears of it only when it is confirmed.
 */
export const recordMeeting = async (
  { clock, db }: ServiceDeps,
  { key, draft }: FormInput<MeetingDraft>,
  actor: Actor,
): Promise<Result<null, MeetingProblem | Refusal>> => {
  const facts = meetingFrom(draft);
  if (!facts.ok) return facts;
  const at = clock.now();
  const year = fiscalYearOfRecord(facts.value.date);
  return db.submit<null, MeetingProblem | Refusal>(
    { actor, action: 'record-meeting', at },
    { key, content: draft },
    async (record) => {
      await record.bodies.lock(draft.bodyId);

      const found = await record.bodies.find(draft.bodyId, year);
      if (found !== undefined && !mayRecordMeeting(actor, found))
        return refuse({ kind: 'not-allowed', who: 'secretariat' });
      const body = bodyToRecord(found, await record.didNotMeet.find(draft.bodyId, year));
      if (!body.ok) return body;

      const id = randomUUID();
      const subject = subjectOf('meeting', id);
      const confirmed = mayConfirm(actor);
      const heldConfirmed = hasBegun(facts.value.date, todayInTokyo(at));
      const forSection = confirmed ? null : (postToRecordFor(actor)?.sectionId ?? null);
      await record.meetings.create(id, facts.value, {
        by: actor.id,
        forSection,
        at,
        confirmed,
        heldConfirmed,
      });
      const printed = printMeetingDate(facts.value);
      await record.audit({
        subject,
        after: { ...facts.value, printed },
        names: { [draft.bodyId]: body.value.name, [subject]: `${body.value.name} ${printed}` },
      });
      await record.deliveries.plan(
        { key: joinParts('meeting-recorded', id), kind: 'meeting-recorded', recipient: actor.id, subject },
        at,
      );
      if (confirmed)
        for (const announcement of meetingAnnouncement(id, body.value))
          await record.deliveries.plan(announcement, at);
      return succeed(null);
    },
  );
};
