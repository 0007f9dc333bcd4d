import type { Actor } from '../../domain/actor.ts';
import { type DueText, dueTextOn } from '../../domain/calendar/deadline.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import { endOf, type WrittenAnswer } from '../../domain/written-meeting/answer.ts';
import { asOthersSee } from '../../domain/written-meeting/result.ts';
import { type Voter, type VotesAs, votesAs } from '../../domain/written-meeting/voter.ts';
import { UNDER_WAY, type WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';
import { readBallot } from '../../queries/written-meeting/ballot.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What is asked of a 回答者 and what they have answered; nothing of what others have. */
export type OpenedWrittenAnswer = {
  readonly meeting: WrittenMeeting;
  readonly bodyName: string;
  readonly voter: Voter;
  readonly as: VotesAs;
  /** Of this 回答者, in the order in which they came. */
  readonly answers: readonly WrittenAnswer[];
  readonly due: DueText;
  /** Whether an answer is kept, if late. */
  readonly takesAnswers: boolean;
  /** What is answered now is 期限後, if it is taken at all. */
  readonly isOver: boolean;
  /** Answers were ended before the end of the due day. */
  readonly isEndedEarly: boolean;
  readonly contact: string;
};

/** Reads it for the form 書面開催に回答, or 代理入力, and to show what was answered. */
export const openWrittenAnswer = async (
  { clock, db }: ServiceDeps,
  { meetingId, position }: { readonly meetingId: string; readonly position: number },
  actor: Actor,
): Promise<Result<OpenedWrittenAnswer, Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const subject = subjectOf('written-meeting', meetingId, String(position));
  const act = { actor, action: 'open-written-answer', at, subject };
  return db.act<OpenedWrittenAnswer, Refusal>(act, async (record) => {
    const ballot = await readBallot(record, { meetingId, position }, today, false);
    if (ballot === undefined) return refuse({ kind: 'gone' });
    const { meeting, bodyName, voter, voters, body } = ballot;
    const as = votesAs(actor, voter, voters, body);
    if (as === undefined) return refuse({ kind: 'not-allowed', who: 'voter' });
    if (meeting.state === 'draft') return refuse({ kind: 'gone' });
    const settings = await record.settings.read();
    return succeed({
      meeting: may(actor, 'manage-written-meeting') ? meeting : asOthersSee(meeting, at),
      takesAnswers: UNDER_WAY.includes(meeting.state),
      bodyName,
      voter,
      as,
      answers: await record.writtenAnswers.answersOf(meetingId, position),
      due: dueTextOn(today, calendarOf(settings))(meeting.dueOn),
      isOver: meeting.state !== 'open' || at >= endOf(meeting),
      isEndedEarly: meeting.state !== 'open' && at < endOf(meeting),
      contact: settings.contact,
    });
  });
};
