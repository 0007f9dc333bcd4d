import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import {
  endOf,
  isLate,
  receivedFrom,
  type VoteProblem,
  votesFrom,
  type WrittenAnswer,
  type WrittenAnswerDraft,
} from '../../domain/written-meeting/answer.ts';
import { isTold } from '../../domain/written-meeting/result.ts';
import { openItems } from '../../domain/written-meeting/tally.ts';
import { proxyFor, type Voter, type VotesAs, votesAs } from '../../domain/written-meeting/voter.ts';
import type { WrittenItem, WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';
import { readBallot } from '../../queries/written-meeting/ballot.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** The form as it was opened: for whom and as whom, which version of each 案件 it showed, and how many answers there were. */
export type OpenedBallot = {
  readonly meetingId: string;
  readonly position: number;
  readonly as: VotesAs;
  readonly versions: readonly number[];
  readonly answers: number;
};

/** What was answered, and whether it counts. */
export type AnsweredInWriting = {
  readonly meeting: WrittenMeeting;
  readonly voter: Voter;
  readonly as: VotesAs;
  readonly answer: WrittenAnswer;
  /** 期限後: kept, and not counted. */
  readonly isLate: boolean;
  /** Another answer would be 期限後. */
  readonly isOver: boolean;
  /** 案件 that were amended while the form was open, and are asked again. */
  readonly amended: readonly WrittenItem[];
};

type Problem =
  | VoteProblem
  | Refusal
  /** 中止, or its result was told: no answer is kept any more. */
  | { readonly kind: 'written-meeting-cancelled' | 'written-meeting-announced' }
  /** The same before it is told. */
  | { readonly kind: 'written-answers-ended' }
  /** Another answer came since the form of 代理入力 was opened: it is to be seen before one is put over it. */
  | { readonly kind: 'answered-meanwhile' };

const endedProblem = ({ state }: Pick<WrittenMeeting, 'state'>, mayKnow: boolean): Problem | undefined => {
  switch (state) {
    case 'open':
    case 'closed':
      return undefined;
    case 'announced':
      return { kind: mayKnow ? 'written-meeting-announced' : 'written-answers-ended' };
    case 'cancelled':
      return { kind: 'written-meeting-cancelled' };
    case 'draft':
      return { kind: 'gone' };
  }
};

/** The 案件 as the form showed them, in their versions; undefined for a form that never was. */
const itemsShown = (
  versions: readonly number[],
  all: readonly WrittenItem[],
): readonly WrittenItem[] | undefined => {
  const shown = versions.flatMap((version, index) =>
    all.filter((item) => item.position === index + 1 && item.version === version),
  );
  return shown.length === versions.length && versions.length > 0 ? shown : undefined;
};

/**
 * Keeps an answer: of the 回答者, of their successor as 代理, or entered for them (代理入力), which says how and when it came. The last
 * in time counts and the earlier ones stay. It came when the form arrived, whatever it then waited for; what came after the end is
 * kept as 期限後. The same form arriving again changes nothing.
 */
export const answerWrittenMeeting = async (
  { clock, db }: ServiceDeps,
  opened: OpenedBallot,
  { key, draft }: FormInput<WrittenAnswerDraft>,
  actor: Actor,
): Promise<Result<AnsweredInWriting, Problem>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const { meetingId, position } = opened;
  const subject = subjectOf('written-meeting', meetingId, String(position));
  const act = { actor, action: 'answer-written-meeting', at, subject };
  const form = { key, content: { opened, draft } };
  return db.submit<AnsweredInWriting, Problem>(act, form, async (record) => {
    const ballot = await readBallot(record, opened, today, true);
    if (ballot === undefined) return refuse({ kind: 'gone' });
    const { meeting, voter, voters, body } = ballot;
    const as = votesAs(actor, voter, voters, body);
    if (as === undefined) return refuse({ kind: 'not-allowed', who: 'voter' });
    const ended = endedProblem(meeting, may(actor, 'manage-written-meeting') || isTold(meeting, at));
    if (ended !== undefined) return refuse(ended);
    const answers = await record.writtenAnswers.answersOf(meetingId, position);
    if (as !== opened.as) return refuse({ kind: 'changed-meanwhile' });
    if (as === 'on-behalf' && answers.length !== opened.answers)
      return refuse({ kind: 'answered-meanwhile' });
    const shown = itemsShown(opened.versions, await record.writtenMeetings.versionsOf(meetingId));
    if (shown === undefined) return refuse({ kind: 'changed-meanwhile' });
    const votes = votesFrom(shown, draft);
    if (!votes.ok) return votes;
    const received = as === 'on-behalf' ? receivedFrom(draft, meeting, today) : succeed(null);
    if (!received.ok) return received;
    const proxy = proxyFor(actor, voter, voters, body);
    const answer: WrittenAnswer = {
      voter: position,
      number: answers.length + 1,
      at,
      by: actor.id,
      proxy: as === 'proxy' && proxy !== undefined ? { title: proxy.title, name: proxy.person.name } : null,
      received: received.value,
      votes: votes.value,
    };
    await record.writtenAnswers.answer(meetingId, answer);
    await record.deliveries.refresh(subject);
    await record.audit({ subject, after: { number: answer.number, received: answer.received } });
    return succeed({
      meeting,
      voter,
      as,
      answer,
      isLate: isLate(meeting, answer),
      isOver: meeting.state !== 'open' || at >= endOf(meeting),
      amended: openItems(meeting, [...answers, answer]).filter(
        (item) => opened.versions[item.position - 1] !== item.version,
      ),
    });
  });
};
