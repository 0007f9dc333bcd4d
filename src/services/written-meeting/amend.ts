import type { Actor } from '../../domain/actor.ts';
import { groupBy } from '../../domain/group-by.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { refsOfWritten } from '../../domain/written-meeting/ballot.ts';
import {
  type AmendItemDraft,
  amendedItem,
  type CourseProblem,
  type EndedProblem,
  endedProblem,
} from '../../domain/written-meeting/course.ts';
import { countingVotes } from '../../domain/written-meeting/tally.ts';
import type { Voter } from '../../domain/written-meeting/voter.ts';
import type { WrittenItem } from '../../domain/written-meeting/written-meeting.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** The 案件 as it reads now, and who had answered it and is asked again, in their order. */
export type AmendedItem = { readonly item: WrittenItem; readonly askedAgain: readonly Voter[] };

type Problem = CourseProblem | EndedProblem | Refusal;

/**
 * 案件を訂正: what had been answered to the earlier words stays in the record and counts no more. Who had not answered it yet is asked
 * nothing twice.
 */
export const amendWrittenItem = async (
  { clock, db }: ServiceDeps,
  { meetingId, revision }: { readonly meetingId: string; readonly revision: number },
  { key, draft }: FormInput<AmendItemDraft>,
  actor: Actor,
): Promise<Result<AmendedItem, Problem>> => {
  const at = clock.now();
  const subject = subjectOf('written-meeting', meetingId);
  const act = { actor, action: 'amend-written-item', at, subject };
  return db.submit<AmendedItem, Problem>(act, { key, content: draft }, async (record) => {
    if (!may(actor, 'manage-written-meeting')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const meeting = await record.writtenMeetings.findToChange(meetingId);
    if (meeting === undefined || meeting.state === 'draft') return refuse({ kind: 'gone' });
    const ended = endedProblem(meeting, at);
    if (ended !== undefined) return refuse(ended);
    if (meeting.revision !== revision) return refuse(await record.changedMeanwhile(subject));
    const amended = amendedItem(meeting, draft);
    if (!amended.ok) return amended;
    const item = amended.value;
    const byVoter = groupBy(await record.writtenAnswers.answersOf(meetingId), ({ voter }) => voter);
    const voters = await record.writtenAnswers.votersOf(meetingId);
    const askedAgain = voters.filter(({ position }) =>
      countingVotes(meeting, byVoter.get(position) ?? []).has(item.position),
    );
    await record.writtenMeetings.amend(meetingId, item, { by: actor.id, at, reason: draft.reason });
    const before = meeting.items.find(({ position }) => position === item.position);
    await record.audit({
      subject,
      reason: draft.reason,
      before: { item: item.position, text: before?.text, kind: before?.kind },
      after: { item: item.position, text: item.text, kind: item.kind },
    });
    await record.deliveries.refreshLines(refsOfWritten(meetingId, voters));
    return succeed({ item, askedAgain });
  });
};
