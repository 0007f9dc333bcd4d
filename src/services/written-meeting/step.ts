import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { INVITATIONS } from '../../domain/delivery/delivery.ts';
import { nextMorningOf } from '../../domain/inquiry/sending.ts';
import { joinParts } from '../../domain/parts.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import { type AskingDayProblem, askingDayProblem } from '../../domain/written-meeting/asking.ts';
import { refsOfWritten } from '../../domain/written-meeting/ballot.ts';
import {
  type CourseProblem,
  checkNewDue,
  closingProblem,
  isTaken,
  stateAfter,
  type WrittenMeetingStep,
} from '../../domain/written-meeting/course.ts';
import { ballotReceivers } from '../../domain/written-meeting/owed.ts';
import { progressOf } from '../../domain/written-meeting/tally.ts';
import type { Voter } from '../../domain/written-meeting/voter.ts';
import type { WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';
import { readToldFrom } from '../../queries/written-meeting/changed.ts';
import { readUnansweredBallots } from '../../queries/written-meeting/unanswered.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Which 書面開催; a form names the revision that it showed, and its key. */
export type WrittenMeetingToStep = {
  readonly meetingId: string;
  readonly revision?: number;
  readonly key?: string;
};

/** A step with what its form asks: 回答期限を変更 and 再開 a new due day and a reason, 中止 a reason. */
export type StepOfWrittenMeeting =
  | {
      readonly step: Extract<WrittenMeetingStep, 'extend' | 'reopen'>;
      readonly dueOn: LocalDate;
      readonly reason: string;
    }
  | { readonly step: Extract<WrittenMeetingStep, 'cancel'>; readonly reason: string }
  | { readonly step: Extract<WrittenMeetingStep, 'close'> };

/** The 書面開催 as it stands afterwards; `warnOf` is the next working day where the new 回答期限 is a closing day. */
export type SteppedWrittenMeeting = {
  readonly meeting: WrittenMeeting;
  readonly warnOf: LocalDate | undefined;
};

type Problem = CourseProblem | AskingDayProblem | Refusal;

const unanswered = async (
  { writtenAnswers }: ActingRecord,
  meeting: WrittenMeeting,
  now: Date,
): Promise<CourseProblem | undefined> => {
  const voters = await writtenAnswers.votersOf(meeting.id);
  const answers = await writtenAnswers.answersOf(meeting.id);
  return closingProblem(meeting, progressOf(meeting, voters, answers), now);
};

/** Who has not answered, and was asked before `until`, hears of the new due day on that morning, once. */
const tellOfNewDue = async (
  record: ActingRecord,
  { id, askedOn }: WrittenMeeting,
  until: LocalDate,
): Promise<void> => {
  if (askedOn === null || askedOn >= until) return;
  const [open] = (await readUnansweredBallots(record)).filter((one) => one.id === id);
  if (open === undefined) return;
  const lines = open.unanswered.flatMap(({ voter }) => {
    const ref = subjectOf('written-meeting', id, String(voter.position));
    const { reminded, told } = ballotReceivers(voter, open.voters, { ...open, day: until }, []);
    return [...reminded, ...told].map((slackId) => ({ slackId, ref, until }));
  });
  await record.postponedLines.put(lines);
};

/** 中止のお知らせ, to those whom 開催案内 has reached. */
const tellOfCancelling = async (
  record: ActingRecord,
  { id }: WrittenMeeting,
  voters: readonly Voter[],
  at: Date,
): Promise<void> => {
  const asked = await record.deliveries.recipientsOf(refsOfWritten(id, voters), INVITATIONS);
  const toldFrom = await readToldFrom(record, asked, at);
  await record.deliveries.planAll(
    asked.map((recipient) => ({
      key: joinParts('written-meeting-cancelled', id, recipient),
      kind: 'written-meeting-cancelled',
      recipient,
      subject: subjectOf('written-meeting', id),
      ...toldFrom(recipient),
    })),
    at,
  );
};

/** Takes a step of the secretariat, and has the messages that were posted follow. Taken twice it is taken once. */
export const stepWrittenMeeting = async (
  { clock, db }: ServiceDeps,
  { meetingId, revision, key }: WrittenMeetingToStep,
  taken: StepOfWrittenMeeting,
  actor: Actor,
): Promise<Result<SteppedWrittenMeeting, Problem>> => {
  const at = clock.now();
  const { step } = taken;
  const reason = 'reason' in taken ? taken.reason : '';
  const subject = subjectOf('written-meeting', meetingId);
  const act = { actor, action: `${step}-written-meeting`, at, subject };
  const form = key === undefined ? undefined : { key, content: taken };
  return db.submit<SteppedWrittenMeeting, Problem>(act, form, async (record) => {
    if (!may(actor, 'manage-written-meeting')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const meeting = await record.writtenMeetings.findToChange(meetingId);
    if (meeting === undefined || meeting.state === 'draft') return refuse({ kind: 'gone' });
    if (isTaken(meeting, step)) return succeed({ meeting, warnOf: undefined });
    if (revision !== undefined && meeting.revision !== revision)
      return refuse(await record.changedMeanwhile(subject));
    const state = stateAfter(meeting, step);
    if (state === undefined) return refuse({ kind: 'changed-meanwhile' });
    const problem = step === 'close' ? await unanswered(record, meeting, at) : undefined;
    if (problem !== undefined) return refuse(problem);
    const settings = await record.settings.read();
    const calendar = calendarOf(settings);
    const due = 'dueOn' in taken ? checkNewDue(taken.dueOn, todayInTokyo(at), calendar) : undefined;
    if (due?.ok === false) return due;
    const dueOn = due?.value.day ?? meeting.dueOn;
    const tooEarly = meeting.askedOn === null ? undefined : askingDayProblem({ dueOn }, meeting.askedOn);
    if (due !== undefined && tooEarly !== undefined) return refuse(tooEarly);
    const course = {
      ...(state === null ? {} : { state }),
      ...(dueOn === meeting.dueOn ? {} : { dueOn, dueBefore: meeting.dueOn }),
      ...(state === 'open' ? { endedAt: null, endReason: '' } : {}),
      ...(state === 'closed' || state === 'cancelled' ? { endedAt: at, endReason: reason } : {}),
    };
    await record.writtenMeetings.putCourse(meetingId, course);
    // What was put together of a result was of other answers; what was written in reply to opinions stays.
    if (step === 'reopen')
      await record.writtenMeetings.putResult(meetingId, {
        decisions: meeting.decisions.map((decision) => ({ ...decision, result: null })),
        notice: '',
        noticeOffered: false,
        basis: null,
      });
    await record.audit({
      subject,
      reason,
      before: { state: meeting.state, dueOn: meeting.dueOn },
      after: { state: state ?? meeting.state, dueOn },
    });
    const after = { ...meeting, ...course };
    const voters = await record.writtenAnswers.votersOf(meetingId);
    if (due !== undefined && dueOn !== meeting.dueOn)
      await tellOfNewDue(record, after, nextMorningOf(at, settings));
    if (step === 'cancel') await tellOfCancelling(record, after, voters, at);
    const { plannedId } = meeting;
    await record.deliveries.refreshLines([
      ...refsOfWritten(meetingId, voters),
      ...(plannedId === null ? [] : [subjectOf('meeting', plannedId)]),
    ]);
    return succeed({ meeting: after, warnOf: due?.value.warnOf });
  });
};
