import { randomUUID } from 'node:crypto';
import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { meetingAnnouncement } from '../../domain/delivery/delivery.ts';
import {
  bodyToRecord,
  MeetingDraft,
  type MeetingFacts,
  type MeetingProblem,
  meetingFrom,
} from '../../domain/meeting/meeting.ts';
import { mayRecordMeeting, mayRecordSomeMeeting } from '../../domain/meeting/permission.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import { isSameMeeting, shownMeetings } from '../../domain/meeting/same-day.ts';
import { firstDayOfRecord, fiscalYearOfRecord, hasBegun } from '../../domain/occasion/date.ts';
import { type KeptOrAsked, typedToKeep } from '../../domain/occasion/same-day.ts';
import { joinParts } from '../../domain/parts.ts';
import { mayConfirm, postToRecordFor } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { AnswerInput, FormInput, ServiceDeps } from '../service-deps.ts';

/** What a meeting of these facts would stand beside. Its day is held before all else is looked at. */
const askBeside = async ({ bodies, meetings }: ActingRecord, { bodyId, date }: MeetingFacts) => {
  const [, body, beside] = await Promise.all([
    bodies.lockDay(bodyId, firstDayOfRecord(date)),
    bodies.find(bodyId, fiscalYearOfRecord(date)),
    meetings.beside(bodyId, date),
  ]);
  return { ...beside, found: body };
};

/**
 * Records a meeting, its audit line and the messages that tell of it. The same form arriving again changes nothing. Where one
 * of the same body and day with the same 案件 stands, it asks first; the answer records what was asked about, once. A
 * record by anyone but the secretariat is 未確認, and its body's channel hears of it only when it is confirmed.
 */
export const recordMeeting = async (
  { clock, db }: ServiceDeps,
  form: FormInput<MeetingDraft> | AnswerInput,
  actor: Actor,
): Promise<Result<KeptOrAsked<MeetingDraft>, MeetingProblem | Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const typed = 'draft' in form ? form.draft : undefined;
  const told = typed === undefined ? undefined : meetingFrom(typed);
  return db.submit<
    KeptOrAsked<MeetingDraft>,
    MeetingProblem | Refusal,
    Awaited<ReturnType<typeof askBeside>>
  >(
    { actor, action: 'record-meeting', at },
    'draft' in form ? { key: form.key, content: form.draft, changes: true } : form,
    async (record, earlier, asked) => {
      if (!mayRecordSomeMeeting(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      const draft = typedToKeep(typed, earlier, MeetingDraft);
      if (!draft.ok) return draft;
      const facts = meetingFrom(draft.value);
      if (!facts.ok) return facts;
      const { bodyId, date } = facts.value;
      const { found, didNotMeet, meetings } = await (asked ?? askBeside(record, facts.value));
      if (found !== undefined && !mayRecordMeeting(actor, found))
        return refuse({ kind: 'not-allowed', who: 'secretariat' });
      const body = bodyToRecord(found, didNotMeet);
      if (!body.ok) return body;
      const same = meetings.filter((meeting) => isSameMeeting(facts.value, meeting));
      if (typed !== undefined && same.length > 0)
        return succeed({ kind: 'asks', typed, same: shownMeetings(body.value.name, same, today) });

      const id = randomUUID();
      const subject = subjectOf('meeting', id);
      const confirmed = mayConfirm(actor);
      const printed = printMeetingDate(facts.value);
      record.atLast(
        record.meetings.create(id, facts.value, {
          by: actor.id,
          forSection: confirmed ? null : (postToRecordFor(actor)?.sectionId ?? null),
          at,
          confirmed,
          heldConfirmed: hasBegun(date, today),
        }),
        record.audit({
          subject,
          after: { ...facts.value, printed },
          names: { [bodyId]: body.value.name, [subject]: `${body.value.name} ${printed}` },
        }),
        record.deliveries.planAll(
          [
            {
              key: joinParts('meeting-recorded', id),
              kind: 'meeting-recorded',
              recipient: actor.id,
              subject,
            },
            ...(confirmed ? meetingAnnouncement(id, body.value) : []),
          ],
          at,
        ),
      );
      return succeed({ kind: 'kept' });
    },
    told?.ok === true && mayRecordSomeMeeting(actor) ? (record) => askBeside(record, told.value) : undefined,
  );
};
