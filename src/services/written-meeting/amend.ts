import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { NEUTRAL_RULES } from '../../domain/body/body.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { groupBy } from '../../domain/group-by.ts';
import { joinParts } from '../../domain/parts.ts';
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
import { ballotReceivers } from '../../domain/written-meeting/owed.ts';
import type { Voter } from '../../domain/written-meeting/voter.ts';
import type { WrittenItem, WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';
import { readToldFrom } from '../../queries/written-meeting/changed.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** The 案件 as it reads now, and who had answered it and is asked again, in their order. */
export type AmendedItem = { readonly item: WrittenItem; readonly askedAgain: readonly Voter[] };

type Problem = CourseProblem | EndedProblem | Refusal;

/** 案件の訂正のお知らせ, with the reason: to who answers for those who are asked again, and to who is told too. */
const askAgain = async (
  record: ActingRecord,
  { id, bodyId, dueOn }: WrittenMeeting,
  { item, askedAgain, voters }: AmendedItem & { readonly voters: readonly Voter[] },
  at: Date,
): Promise<void> => {
  const body = await record.bodies.find(bodyId, fiscalYearOf(dueOn));
  const members = await record.bodyMembers.all(bodyId);
  const onDay = { rules: body ?? NEUTRAL_RULES, members, day: todayInTokyo(at) };
  const told = askedAgain.flatMap((voter) => {
    const receivers = ballotReceivers(voter, voters, onDay, []);
    return [...receivers.reminded, ...receivers.told].map((recipient) => ({ voter, recipient }));
  });
  const toldFrom = await readToldFrom(
    record,
    told.map(({ recipient }) => recipient),
    at,
  );
  await record.deliveries.planAll(
    told.map(({ voter: { position }, recipient }) => ({
      key: joinParts('written-meeting-amended', id, item.position, item.version, position, recipient),
      kind: 'written-meeting-amended',
      recipient,
      subject: subjectOf('written-meeting', id, String(position)),
      ...toldFrom(recipient),
    })),
    at,
  );
};

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
    // In whatever words: one who has not answered it again since an earlier amendment is asked in these.
    const askedAgain = voters.filter(({ position }) =>
      byVoter.get(position)?.some(({ votes }) => votes.some((vote) => vote.position === item.position)),
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
    await askAgain(record, meeting, { item, askedAgain, voters }, at);
    return succeed({ item, askedAgain });
  });
};
