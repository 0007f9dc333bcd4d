import { z } from 'zod';
import { instantInTokyo, type LocalDate, LocalDateSchema, todayInTokyo } from '../calendar/local-date.ts';
import { RECEIVED_BY, type ReceivedBy } from '../inquiry/inquiry.ts';
import { type Result, refuse, succeed } from '../result.ts';
import type { WrittenItem, WrittenMeeting } from './written-meeting.ts';

/** 異議なし, 異議なし(意見あり), 異議あり; of what is no 審議 the first two are 確認しました and 確認しました(意見あり). */
export const CHOICES = ['agree', 'agreeWithOpinion', 'object'] as const;
export type Choice = (typeof CHOICES)[number];

/** What one answer says to one 案件, in the version in which it was shown. */
export type Vote = {
  readonly position: number;
  readonly version: number;
  readonly choice: Choice;
  readonly opinion: string;
};

/** One answer of a 回答者, to all 案件 at once. Answers are never changed; which of them count, `countingVotes` says. */
export type WrittenAnswer = {
  /** The 回答者 by position. */
  readonly voter: number;
  /** Of this 回答者, in the order in which they came, from 1. */
  readonly number: number;
  readonly at: Date;
  /** Who entered it, by Slack id. */
  readonly by: string;
  /** 代理: 職名 and 氏名 of who answered instead. */
  readonly proxy: { readonly title: string; readonly name: string } | null;
  /** 代理入力: how and when it came. */
  readonly received: { readonly by: ReceivedBy; readonly on: LocalDate } | null;
  readonly votes: readonly Vote[];
};

/** The most letters of an opinion: twenty of them are filled in again in one form, beside twenty 案件. */
export const MOST_OPINION_LETTERS = 1000;

/** The fields 案件1 and 案件1への意見, as the form 書面開催に回答 has them. */
export type ChoiceField = `item${number}`;
export type OpinionField = `opinion${number}`;
export const choiceField = (position: number): ChoiceField => `item${position}`;
export const opinionField = (position: number): OpinionField => `opinion${position}`;

/** The form 書面開催に回答, as it arrives: which fields it has, the 案件 decide. */
export const WrittenAnswerDraft = z
  .object({ receivedBy: z.enum(RECEIVED_BY).optional(), receivedOn: LocalDateSchema.optional() })
  .catchall(z.string().trim().max(MOST_OPINION_LETTERS).optional());
export type WrittenAnswerDraft = z.infer<typeof WrittenAnswerDraft>;

/** Why an answer is none. */
export type VoteProblem =
  | { readonly field: ChoiceField; readonly kind: 'choice-needed' }
  | { readonly field: OpinionField; readonly kind: 'opinion-needed' | 'opinion-not-chosen' }
  | { readonly field: 'receivedBy'; readonly kind: 'way-needed' }
  | { readonly field: 'receivedOn'; readonly kind: 'received-day-needed' | 'received-in-future' }
  | { readonly field: 'receivedOn'; readonly kind: 'received-before-asked'; readonly askedOn: LocalDate };

/** Whether one may object to a 案件: only what is deliberated is decided. */
export const isDecided = ({ kind }: Pick<WrittenItem, 'kind'>): boolean => kind === 'deliberation';

/** What may be chosen for a 案件. */
export const choicesFor = (item: Pick<WrittenItem, 'kind'>): readonly Choice[] =>
  isDecided(item) ? CHOICES : CHOICES.filter((choice) => choice !== 'object');

/** What is said to one 案件: an opinion needs words, and words need a choice with 意見あり, so that none goes uncounted. */
const voteFrom = (item: WrittenItem, draft: WrittenAnswerDraft): Result<Vote, VoteProblem> => {
  const { position, version } = item;
  const choice = choicesFor(item).find((one) => one === draft[choiceField(position)]);
  if (choice === undefined) return refuse({ field: choiceField(position), kind: 'choice-needed' });
  const opinion = draft[opinionField(position)] ?? '';
  const field = opinionField(position);
  if (choice !== 'agree' && opinion === '') return refuse({ field, kind: 'opinion-needed' });
  if (choice === 'agree' && opinion !== '') return refuse({ field, kind: 'opinion-not-chosen' });
  return succeed({ position, version, choice, opinion });
};

/** What is said to all 案件, as they were `shown`; or the first thing that is missing. */
export const votesFrom = (
  shown: readonly WrittenItem[],
  draft: WrittenAnswerDraft,
): Result<readonly Vote[], VoteProblem> => {
  const votes: Vote[] = [];
  for (const item of shown) {
    const vote = voteFrom(item, draft);
    if (!vote.ok) return vote;
    votes.push(vote.value);
  }
  return succeed(votes);
};

/** 受けた方法 and 受けた日 of a 代理入力: nobody has answered before they were asked. */
export const receivedFrom = (
  { receivedBy, receivedOn }: WrittenAnswerDraft,
  { askedOn }: Pick<WrittenMeeting, 'askedOn'>,
  today: LocalDate,
): Result<NonNullable<WrittenAnswer['received']>, VoteProblem> => {
  if (receivedBy === undefined) return refuse({ field: 'receivedBy', kind: 'way-needed' });
  if (receivedOn === undefined) return refuse({ field: 'receivedOn', kind: 'received-day-needed' });
  if (receivedOn > today) return refuse({ field: 'receivedOn', kind: 'received-in-future' });
  if (askedOn !== null && receivedOn < askedOn)
    return refuse({ field: 'receivedOn', kind: 'received-before-asked', askedOn });
  return succeed({ by: receivedBy, on: receivedOn });
};

/** When answers end: at 24:00 of the due day in Tokyo. */
export const endOf = ({ dueOn }: Pick<WrittenMeeting, 'dueOn'>): Date => instantInTokyo(dueOn, '24:00');

/** The day on which answers end or have ended: the due day, or an earlier one on which it was closed. */
export const endedOnOf = (meeting: Pick<WrittenMeeting, 'dueOn' | 'endedAt'>): LocalDate =>
  meeting.endedAt !== null && meeting.endedAt < endOf(meeting)
    ? todayInTokyo(meeting.endedAt)
    : meeting.dueOn;

/**
 * Whether an answer is late (期限後): it came after the due day as it stands now, or after the secretariat had closed what all had
 * answered. What came on paper came on the day on which it was received, whenever it was entered.
 */
export const isLate = (
  meeting: Pick<WrittenMeeting, 'dueOn' | 'endedAt'>,
  { at, received }: Pick<WrittenAnswer, 'at' | 'received'>,
): boolean => {
  const end = endOf(meeting);
  const { endedAt } = meeting;
  if (endedAt !== null && endedAt < end && at >= endedAt) return true;
  return received === null ? at >= end : received.on > meeting.dueOn;
};
