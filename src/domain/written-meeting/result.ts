import { z } from 'zod';
import type { Body } from '../body/body.ts';
import type { MeetingFacts } from '../meeting/meeting.ts';
import { type Result, refuse, succeed } from '../result.ts';
import { isDecided } from './answer.ts';
import { isOver } from './course.ts';
import { WRITTEN_RESULTS, type WrittenDecision } from './decision.ts';
import type { WrittenItem, WrittenMeeting } from './written-meeting.ts';

/** The most letters of an 意見への回答: twenty of them are filled in again in one form, beside twenty 案件. */
export const MOST_REPLY_LETTERS = 1000;
export const MOST_NOTICE_LETTERS = 3000;

/** The fields 案件1の結果 and 案件1の意見への回答, as the form 書面開催の結果をまとめる has them. */
export type ResultField = `result${number}`;
export const resultField = (position: number): ResultField => `result${position}`;
export const replyField = (position: number): `reply${number}` => `reply${position}`;

/** The form 書面開催の結果をまとめる, as it arrives: which fields it has, the 案件 decide. */
export const WrittenResultDraft = z
  .object({ notice: z.string().trim().min(1).max(MOST_NOTICE_LETTERS) })
  .catchall(z.string().trim().max(MOST_REPLY_LETTERS).optional());
export type WrittenResultDraft = z.infer<typeof WrittenResultDraft>;

/** Why a result can't be kept or told so. */
export type WrittenResultProblem =
  | { readonly field: ResultField; readonly kind: 'result-needed' }
  /** A meeting of the same day with the same 案件 was recorded by hand. */
  | { readonly kind: 'written-record-stands'; readonly printed: string }
  /** What it was put together from is not what it would be put together from now. */
  | { readonly kind: 'basis-changed' }
  | { readonly kind: 'written-meeting-open' | 'result-announced' | 'written-meeting-cancelled' };

const decisionFrom = (
  item: WrittenItem,
  draft: WrittenResultDraft,
): Result<WrittenDecision, WrittenResultProblem> => {
  const { position } = item;
  const reply = draft[replyField(position)] ?? '';
  if (!isDecided(item)) return succeed({ position, result: null, reply });
  const result = WRITTEN_RESULTS.find((one) => one === draft[resultField(position)]);
  return result === undefined
    ? refuse({ field: resultField(position), kind: 'result-needed' })
    : succeed({ position, result, reply });
};

/** What is decided of every 案件, in their order; or the first that has no 結果. */
export const decisionsFrom = (
  items: readonly WrittenItem[],
  draft: WrittenResultDraft,
): Result<readonly WrittenDecision[], WrittenResultProblem> => {
  const decisions: WrittenDecision[] = [];
  for (const item of items) {
    const decision = decisionFrom(item, draft);
    if (!decision.ok) return decision;
    decisions.push(decision.value);
  }
  return succeed(decisions);
};

/** What stands in the way of a result: answers must have ended, and it is told once. */
export const resultProblem = (
  meeting: Pick<WrittenMeeting, 'state' | 'dueOn'>,
  now: Date,
): WrittenResultProblem | undefined => {
  switch (meeting.state) {
    case 'closed':
      return undefined;
    case 'announced':
      return { kind: 'result-announced' };
    case 'cancelled':
      return { kind: 'written-meeting-cancelled' };
    case 'draft':
    case 'open':
      return isOver(meeting, now) ? undefined : { kind: 'written-meeting-open' };
  }
};

/**
 * Whether its result was told: from the moment on at which the notices leave, unless its record was cancelled before. Until then it is
 * the secretariat's alone.
 */
export const isTold = (
  { announcedAt, recordCancelledAt }: Pick<WrittenMeeting, 'announcedAt' | 'recordCancelledAt'>,
  now: Date,
): boolean =>
  announcedAt !== null &&
  announcedAt <= now &&
  (recordCancelledAt === null || recordCancelledAt >= announcedAt);

/** How it stands for everybody else: its answers have ended until its result was told, or its record was cancelled. */
export const asOthersSee = (meeting: WrittenMeeting, now: Date): WrittenMeeting =>
  meeting.state === 'announced' && meeting.recordCancelledAt === null && !isTold(meeting, now)
    ? { ...meeting, state: 'closed' }
    : meeting;

/** Whether a result was put together for 案件 as they stand, and so may be told. */
export const isResultComplete = ({
  items,
  decisions,
  notice,
}: Pick<WrittenMeeting, 'items' | 'decisions' | 'notice'>): boolean =>
  notice !== '' &&
  items
    .filter(isDecided)
    .every((item) => decisions.some(({ position, result }) => position === item.position && result !== null));

/** The meeting that it is in the record: of its deadline day, with 書面開催の注記 of its body. */
export const recordedFrom = (
  { bodyId, dueOn, items }: Pick<WrittenMeeting, 'bodyId' | 'dueOn' | 'items'>,
  { writtenNote }: Pick<Body, 'writtenNote'>,
): MeetingFacts => ({
  bodyId,
  way: 'written',
  date: { kind: 'until', day: dueOn },
  note: writtenNote,
  place: '',
  items: items.map(({ text, kind }) => ({ text, kind })),
});

/** 会議を編集 of such a meeting, as it arrives: what was asked and answered is not in it. */
export const WrittenRecordDraft = z.object({
  note: z.string().trim().max(100).default(''),
  reason: z.string().trim().max(300).default(''),
});
export type WrittenRecordDraft = z.infer<typeof WrittenRecordDraft>;
