import type { Actor } from '../../domain/actor.ts';
import { factsOf } from '../../domain/meeting/meeting.ts';
import { draftAgain, makesDraftAgain } from '../../domain/meeting/minutes.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import { mayChangeOccasion } from '../../domain/occasion/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { WrittenRecordDraft } from '../../domain/written-meeting/result.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/**
 * Changes what of the record of a 書面開催 was not asked and answered: 日付欄の注記. The earlier one stays in the audit log with the reason,
 * and messages already posted are updated.
 */
export const editWrittenRecord = async (
  { clock, db }: ServiceDeps,
  { meetingId, revision }: { readonly meetingId: string; readonly revision: number },
  { key, draft }: FormInput<WrittenRecordDraft>,
  actor: Actor,
): Promise<Result<null, Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('meeting', meetingId);
  const act = { actor, action: 'edit-meeting', at, subject };
  return db.submit<null, Refusal>(act, { key, content: draft }, async (record) => {
    const before = await record.meetings.findToChange(meetingId);
    if (before?.writtenMeetingId == null || before.cancelled !== null) return refuse({ kind: 'gone' });
    if (!mayChangeOccasion(actor, before)) return refuse({ kind: 'not-allowed', who: 'recorder' });
    if (before.revision !== revision) return refuse(await record.changedMeanwhile(subject));
    const after = { ...before, note: draft.note };
    const { heldConfirmedAt } = before;
    await record.meetings.putFacts(meetingId, after, { heldConfirmedAt, isToAsk: false });
    const isDraftAgain = makesDraftAgain(before, { note: draft.note });
    if (isDraftAgain) await record.meetings.putChairConfirmed(meetingId, null);
    const confirmation = draftAgain(isDraftAgain);
    await record.audit({
      subject,
      before: { ...factsOf(before), printed: printMeetingDate(before), ...confirmation.before },
      after: { ...factsOf(after), printed: printMeetingDate(after), ...confirmation.after },
      reason: draft.reason,
    });
    await record.deliveries.refresh(subject);
    return succeed(null);
  });
};
