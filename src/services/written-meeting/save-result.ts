import type { Actor } from '../../domain/actor.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { isSameBasis, type ResultBasis } from '../../domain/written-meeting/decision.ts';
import {
  decisionsFrom,
  type WrittenResultDraft,
  type WrittenResultProblem,
} from '../../domain/written-meeting/result.ts';
import { readOutcomeToTell } from '../../queries/written-meeting/outcome.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';
import type { SavedWrittenMeeting, WrittenMeetingToSave } from './save.ts';

/** The form as it was opened: what it was drawn from, and 通知文 as it offered it. */
export type ResultToSave = WrittenMeetingToSave & { readonly basis: ResultBasis; readonly offered: string };

type Problem = WrittenResultProblem | Refusal;

/**
 * Keeps what 書面開催の結果をまとめる says; nobody is told yet. The same form with other words changes the same. Refused when somebody else
 * changed it, or answers came, since the form was opened.
 */
export const saveWrittenResult = async (
  { clock, db }: ServiceDeps,
  { meetingId, revision, basis, offered }: ResultToSave,
  { key, draft }: FormInput<WrittenResultDraft>,
  actor: Actor,
): Promise<Result<SavedWrittenMeeting, Problem>> => {
  const at = clock.now();
  const subject = subjectOf('written-meeting', meetingId);
  const act = { actor, action: 'save-written-result', at, subject };
  const form = { key, content: draft, changes: true };
  return db.submit<SavedWrittenMeeting, Problem>(act, form, async (record, earlier) => {
    if (!may(actor, 'manage-written-meeting')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const outcome = await readOutcomeToTell(record, meetingId, at, true);
    if (!outcome.ok) return outcome;
    const { meeting } = outcome.value;
    if (meeting.revision !== (earlier?.revision ?? revision))
      return refuse(await record.changedMeanwhile(subject));
    if (!isSameBasis(basis, outcome.value.basis)) return refuse({ kind: 'basis-changed' });
    const decisions = decisionsFrom(meeting.items, draft);
    if (!decisions.ok) return decisions;
    await record.writtenMeetings.putResult(meetingId, {
      decisions: decisions.value,
      notice: draft.notice,
      noticeOffered: draft.notice === offered,
      basis,
    });
    await record.audit({
      subject,
      before: { decisions: meeting.decisions, notice: meeting.notice },
      after: { decisions: decisions.value, notice: draft.notice },
    });
    return succeed({ revision: meeting.revision + 1 });
  });
};
