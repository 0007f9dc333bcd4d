import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { meetingAnnouncement } from '../../domain/delivery/delivery.ts';
import {
  bodyToRecord,
  factsOf,
  MeetingDraft,
  type MeetingProblem,
  meetingFrom,
} from '../../domain/meeting/meeting.ts';
import { draftAgain, makesDraftAgain } from '../../domain/meeting/minutes.ts';
import { mayRecordMeeting } from '../../domain/meeting/permission.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import { isSameMeeting, shownMeetings } from '../../domain/meeting/same-day.ts';
import { fiscalYearOfRecord } from '../../domain/occasion/date.ts';
import { heldAfterEdit } from '../../domain/occasion/held.ts';
import { mayChangeOccasion } from '../../domain/occasion/permission.ts';
import { type KeptOrAsked, typedToKeep } from '../../domain/occasion/same-day.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { AnswerInput, FormInput, ServiceDeps } from '../service-deps.ts';

/**
 * Changes the facts of a meeting. The earlier ones stay in the audit log with the reason, and messages already posted
 * are updated. Moved to a day to come, it is 予定 again and will be asked about again. Where the change makes it the same as
 * another that stands, of body, day and 案件, it asks first; the answer carries out what was asked about, once.
 */
export const editMeeting = async (
  { clock, db }: ServiceDeps,
  target: { readonly meetingId: string; readonly revision: number },
  form: FormInput<MeetingDraft> | AnswerInput,
  actor: Actor,
): Promise<Result<KeptOrAsked<MeetingDraft>, MeetingProblem | Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const { meetingId } = target;
  const typed = 'draft' in form ? form.draft : undefined;
  const subject = subjectOf('meeting', meetingId);
  return db.submit<KeptOrAsked<MeetingDraft>, MeetingProblem | Refusal>(
    { actor, action: 'edit-meeting', at, subject },
    'draft' in form ? { key: form.key, content: form.draft, changes: true } : form,
    async (record, earlier) => {
      const draft = typedToKeep(typed, earlier, MeetingDraft);
      if (draft.ok) await record.bodies.lock(draft.value.bodyId);

      const before = await record.meetings.findToChange(meetingId);
      if (before === undefined || before.cancelled !== null) return refuse({ kind: 'gone' });
      if (!mayChangeOccasion(actor, before)) return refuse({ kind: 'not-allowed', who: 'recorder' });
      if (before.writtenMeetingId !== null) return refuse({ field: 'items', kind: 'asked-in-writing' });
      if (before.revision !== target.revision) return refuse(await record.changedMeanwhile(subject));
      if (!draft.ok) return draft;
      const facts = meetingFrom(draft.value);
      if (!facts.ok) return facts;
      const { bodyId, date } = facts.value;

      const found = await record.bodies.find(bodyId, fiscalYearOfRecord(date));
      if (found !== undefined && !mayRecordMeeting(actor, found))
        return refuse({ kind: 'not-allowed', who: 'secretariat' });
      const { didNotMeet, meetings } = await record.meetings.beside(bodyId, date);
      const body = bodyToRecord(found, didNotMeet);
      if (!body.ok) return body;
      // What was the same before has been asked about before.
      const same = isSameMeeting(facts.value, before)
        ? []
        : meetings.filter((meeting) => meeting.id !== meetingId && isSameMeeting(facts.value, meeting));
      if (typed !== undefined && same.length > 0)
        return succeed({ kind: 'asks', typed, same: shownMeetings(body.value.name, same, today) });

      const held = heldAfterEdit(before, date, { at, today });
      await record.meetings.putFacts(
        meetingId,
        facts.value,
        // Whatever its day is now, what is decided in writing is held once its result is told.
        before.begunInWritingId === null ? held : { ...held, heldConfirmedAt: null },
      );
      const isDraftAgain = makesDraftAgain(before, facts.value);
      if (isDraftAgain) await record.meetings.putChairConfirmed(meetingId, null);
      const confirmation = draftAgain(isDraftAgain);
      await record.audit({
        subject,
        before: { ...factsOf(before), printed: printMeetingDate(before), ...confirmation.before },
        after: { ...facts.value, printed: printMeetingDate(facts.value), ...confirmation.after },
        reason: draft.value.reason,
      });
      await record.deliveries.refresh(subject);
      await record.deliveries.refreshLines(await record.actionItems.refsOf(meetingId));
      if (before.confirmedAt !== null && before.bodyId !== bodyId)
        for (const announcement of meetingAnnouncement(meetingId, body.value))
          await record.deliveries.plan(announcement, at);
      return succeed({ kind: 'kept' });
    },
  );
};
