import { z } from 'zod';
import { checkDeadline, type Deadline } from '../calendar/deadline.ts';
import { type LocalDate, LocalDateSchema } from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-day.ts';
import { readAgenda } from '../meeting/agenda.ts';
import { type Result, refuse, succeed } from '../result.ts';
import { endOf } from './answer.ts';
import {
  MOST_ITEM_LETTERS,
  type WrittenItem,
  type WrittenMeeting,
  type WrittenMeetingState,
} from './written-meeting.ts';

/** What the secretariat does to a 書面開催 that was sent: 回答期限を変更, 受付を終了, 再開, 中止. */
export const WRITTEN_MEETING_STEPS = ['extend', 'close', 'reopen', 'cancel'] as const;
export type WrittenMeetingStep = (typeof WRITTEN_MEETING_STEPS)[number];

/** From which states a step leads, and to which; a new due day leaves it where it is. */
const COURSE: Readonly<
  Record<
    WrittenMeetingStep,
    { readonly from: readonly WrittenMeetingState[]; readonly to: WrittenMeetingState | null }
  >
> = {
  extend: { from: ['open'], to: null },
  close: { from: ['open'], to: 'closed' },
  reopen: { from: ['closed'], to: 'open' },
  cancel: { from: ['open', 'closed'], to: 'cancelled' },
};

/** Where a step leads; null where it leaves the state, undefined where it can't be taken now. */
export const stateAfter = (
  { state }: Pick<WrittenMeeting, 'state'>,
  step: WrittenMeetingStep,
): WrittenMeetingState | null | undefined =>
  COURSE[step].from.includes(state) ? COURSE[step].to : undefined;

/** The steps that may be taken now. */
export const stepsFrom = ({ state }: Pick<WrittenMeeting, 'state'>): readonly WrittenMeetingStep[] =>
  WRITTEN_MEETING_STEPS.filter((step) => COURSE[step].from.includes(state));

/** Whether a step was taken already, so that pressing twice changes nothing. */
export const isTaken = ({ state }: Pick<WrittenMeeting, 'state'>, step: WrittenMeetingStep): boolean =>
  COURSE[step].to === state;

/** 回答期限を変更 and 再開, as they arrive. */
export const NewDueDraft = z.object({
  dueOn: LocalDateSchema,
  reason: z.string().trim().min(1).max(300),
});
export type NewDueDraft = z.infer<typeof NewDueDraft>;

/** 案件を訂正, as it arrives: `item` is its position. */
export const AmendItemDraft = z.object({
  item: z.coerce.number().int().min(1),
  text: z.string().trim().min(1).max(3000),
  reason: z.string().trim().min(1).max(300),
});
export type AmendItemDraft = z.infer<typeof AmendItemDraft>;

/** Why a step can't be taken, or a 案件 not be amended so. */
export type CourseProblem =
  /** 受付を終了 before the end of the due day: so many have not answered all. */
  | { readonly kind: 'not-all-answered'; readonly unanswered: number }
  | { readonly field: 'dueOn'; readonly kind: 'not-after-today' | 'too-far-ahead'; readonly today: LocalDate }
  | { readonly field: 'item'; readonly kind: 'unknown-item' }
  | { readonly field: 'text'; readonly kind: 'no-items' }
  | { readonly field: 'text'; readonly kind: 'several-items' | 'same-item' }
  | {
      readonly field: 'text';
      readonly kind: 'item-too-long';
      readonly letters: number;
      readonly most: number;
    };

/** Judges a new due day, as `checkDeadline` does every deadline. */
export const checkNewDue = (
  dueOn: LocalDate,
  today: LocalDate,
  calendar: Pick<WorkingCalendar, 'isWorkingDay' | 'nextWorkingDay'>,
): Result<Deadline, CourseProblem> => {
  const checked = checkDeadline(dueOn, today, calendar);
  return checked.ok ? checked : refuse({ field: 'dueOn', ...checked.error });
};

/** What stands in the way of 受付を終了: before the end of the due day all must have answered. */
export const closingProblem = (
  meeting: Pick<WrittenMeeting, 'dueOn'>,
  { asked, answered }: { readonly asked: number; readonly answered: number },
  now: Date,
): CourseProblem | undefined =>
  answered === asked || now >= endOf(meeting)
    ? undefined
    : { kind: 'not-all-answered', unanswered: asked - answered };

/** Whether answers have ended by themselves: `close-written-meetings` closes it. */
export const isOver = (meeting: Pick<WrittenMeeting, 'state' | 'dueOn'>, now: Date): boolean =>
  meeting.state === 'open' && now >= endOf(meeting);

/** What has become of a 書面開催 whose course can't be changed as it was. */
export type EndedProblem = {
  readonly kind: 'written-meeting-closed' | 'written-meeting-cancelled' | 'result-announced';
};

/** Why a step is none any more, or 案件を訂正; undefined where it is open as before. */
export const endedProblem = (
  meeting: Pick<WrittenMeeting, 'state' | 'dueOn'>,
  now: Date,
): EndedProblem | undefined => {
  switch (meeting.state) {
    case 'closed':
      return { kind: 'written-meeting-closed' };
    case 'cancelled':
      return { kind: 'written-meeting-cancelled' };
    case 'announced':
      return { kind: 'result-announced' };
    case 'draft':
    case 'open':
      return isOver(meeting, now) ? { kind: 'written-meeting-closed' } : undefined;
  }
};

/** The next version of a 案件, as 案件を訂正 has it. Who had answered it is asked again; all other 案件 stay answered. */
export const amendedItem = (
  { items }: Pick<WrittenMeeting, 'items'>,
  draft: Pick<AmendItemDraft, 'item' | 'text'>,
): Result<WrittenItem, CourseProblem> => {
  const item = items.find(({ position }) => position === draft.item);
  if (item === undefined) return refuse({ field: 'item', kind: 'unknown-item' });
  const [amended, ...more] = readAgenda(draft.text);
  if (amended === undefined) return refuse({ field: 'text', kind: 'no-items' });
  if (more.length > 0) return refuse({ field: 'text', kind: 'several-items' });
  const { length } = amended.text;
  if (length > MOST_ITEM_LETTERS)
    return refuse({ field: 'text', kind: 'item-too-long', letters: length, most: MOST_ITEM_LETTERS });
  if (amended.text === item.text && amended.kind === item.kind)
    return refuse({ field: 'text', kind: 'same-item' });
  return succeed({ ...amended, position: item.position, version: item.version + 1 });
};
