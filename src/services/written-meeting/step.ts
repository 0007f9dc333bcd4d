import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
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
import { progressOf } from '../../domain/written-meeting/tally.ts';
import type { WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';
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
    const calendar = calendarOf(await record.settings.read());
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
      await record.writtenMeetings.putResult(
        meetingId,
        meeting.decisions.map((decision) => ({ ...decision, result: null })),
        '',
      );
    await record.audit({
      subject,
      reason,
      before: { state: meeting.state, dueOn: meeting.dueOn },
      after: { state: state ?? meeting.state, dueOn },
    });
    const voters = await record.writtenAnswers.votersOf(meetingId);
    await record.deliveries.refreshLines(refsOfWritten(meetingId, voters));
    return succeed({ meeting: { ...meeting, ...course }, warnOf: due?.value.warnOf });
  });
};
