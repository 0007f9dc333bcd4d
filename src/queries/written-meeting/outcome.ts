import type { WorkspaceRecord } from '../../db/database.ts';
import type { Body } from '../../domain/body/body.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { SubjectParts } from '../../domain/subject.ts';
import type { WrittenAnswer } from '../../domain/written-meeting/answer.ts';
import type { ResultBasis } from '../../domain/written-meeting/decision.ts';
import { noticeOf, type WrittenResultContent } from '../../domain/written-meeting/notice.ts';
import { basisOf, type ItemOutcome, outcomesOf, rulesFor } from '../../domain/written-meeting/outcome.ts';
import { resultProblem, type WrittenResultProblem } from '../../domain/written-meeting/result.ts';
import type { Voter } from '../../domain/written-meeting/voter.ts';
import type { WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';

/** A 書面開催 with all that was answered, and what came of each 案件. */
export type WrittenOutcome = {
  readonly meeting: WrittenMeeting;
  /** As of the year of its due day. */
  readonly body: Body;
  readonly voters: readonly Voter[];
  readonly answers: readonly WrittenAnswer[];
  readonly items: readonly ItemOutcome[];
  /** What all this comes from. */
  readonly basis: ResultBasis;
};

/** Reads it; undefined where its body is not in the record any more. */
export const readWrittenOutcome = async (
  record: Pick<WorkspaceRecord, 'bodies' | 'writtenAnswers'>,
  meeting: WrittenMeeting,
): Promise<WrittenOutcome | undefined> => {
  const body = await record.bodies.find(meeting.bodyId, fiscalYearOf(meeting.dueOn));
  if (body === undefined) return undefined;
  const voters = await record.writtenAnswers.votersOf(meeting.id);
  const answers = await record.writtenAnswers.answersOf(meeting.id);
  const rules = rulesFor(meeting, body);
  const items = outcomesOf(meeting, voters, answers, rules);
  return { meeting, body, voters, answers, items, basis: basisOf(meeting, answers, rules) };
};

/** Reads it of one whose result may be put together or told at a moment; `holds` keeps it so until the transaction ends. */
export const readOutcomeToTell = async (
  record: Pick<WorkspaceRecord, 'bodies' | 'writtenAnswers' | 'writtenMeetings'>,
  meetingId: string,
  at: Date,
  holds: boolean,
): Promise<Result<WrittenOutcome, WrittenResultProblem | Refusal>> => {
  const { writtenMeetings } = record;
  const meeting = await (holds ? writtenMeetings.findToChange : writtenMeetings.find)(meetingId);
  if (meeting === undefined) return refuse({ kind: 'gone' });
  const problem = resultProblem(meeting, at);
  if (problem !== undefined) return refuse(problem);
  const outcome = await readWrittenOutcome(record, meeting);
  return outcome === undefined ? refuse({ kind: 'gone' }) : succeed(outcome);
};

/** That of a meeting of the record; null where it was not asked in writing through the bot. */
export const readOutcomeOfRecord = async (
  record: Pick<WorkspaceRecord, 'bodies' | 'writtenAnswers' | 'writtenMeetings'>,
  { writtenMeetingId }: Pick<Meeting, 'writtenMeetingId'>,
): Promise<WrittenOutcome | null> => {
  if (writtenMeetingId === null) return null;
  const meeting = await record.writtenMeetings.find(writtenMeetingId);
  return (meeting && (await readWrittenOutcome(record, meeting))) ?? null;
};

/** 結果通知 as it stands, or 自分に試し送信 of it: told while its meeting is in the record, tried until it is. */
export const readWrittenResultTold =
  (kind: WrittenResultContent['kind']) =>
  async (
    record: Pick<WorkspaceRecord, 'bodies' | 'meetings' | 'settings' | 'writtenAnswers' | 'writtenMeetings'>,
    [id]: SubjectParts['written-meeting'],
  ): Promise<WrittenResultContent | undefined> => {
    const meeting = await record.writtenMeetings.find(id);
    if (meeting === undefined) return undefined;
    const outcome = await readWrittenOutcome(record, meeting);
    if (outcome === undefined) return undefined;
    const recorded = meeting.recordId === null ? undefined : await record.meetings.find(meeting.recordId);
    const { contact } = await record.settings.read();
    return {
      kind,
      ...noticeOf(meeting, outcome.items, outcome.body.name, contact),
      stands: kind === 'written-result-trial' ? recorded === undefined : recorded?.cancelled === null,
    };
  };
