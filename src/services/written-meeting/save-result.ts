import type { Actor } from '../../domain/actor.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import {
  decisionsFrom,
  resultProblem,
  type WrittenResultDraft,
  type WrittenResultProblem,
} from '../../domain/written-meeting/result.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';
import type { SavedWrittenMeeting, WrittenMeetingToSave } from './save.ts';

type Problem = WrittenResultProblem | Refusal;

/**
 * Keeps what 書面開催の結果をまとめる says; nobody is told yet. The same form with other words changes the same. Refused when somebody else
 * changed it since the form was opened.
 */
export const saveWrittenResult = async (
  { clock, db }: ServiceDeps,
  { meetingId, revision }: WrittenMeetingToSave,
  { key, draft }: FormInput<WrittenResultDraft>,
  actor: Actor,
): Promise<Result<SavedWrittenMeeting, Problem>> => {
  const at = clock.now();
  const subject = subjectOf('written-meeting', meetingId);
  const act = { actor, action: 'save-written-result', at, subject };
  const form = { key, content: draft, changes: true };
  return db.submit<SavedWrittenMeeting, Problem>(act, form, async (record, earlier) => {
    if (!may(actor, 'manage-written-meeting')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const meeting = await record.writtenMeetings.findToChange(meetingId);
    if (meeting === undefined) return refuse({ kind: 'gone' });
    const problem = resultProblem(meeting, at);
    if (problem !== undefined) return refuse(problem);
    if (meeting.revision !== (earlier?.revision ?? revision))
      return refuse(await record.changedMeanwhile(subject));
    const decisions = decisionsFrom(meeting.items, draft);
    if (!decisions.ok) return decisions;
    await record.writtenMeetings.putResult(meetingId, decisions.value, draft.notice);
    await record.audit({
      subject,
      before: { decisions: meeting.decisions, notice: meeting.notice },
      after: { decisions: decisions.value, notice: draft.notice },
    });
    return succeed({ revision: meeting.revision + 1 });
  });
};
