import { z } from 'zod';
import { checkDeadline, type Deadline } from '../calendar/deadline.ts';
import { type LocalDate, LocalDateSchema } from '../calendar/local-date.ts';
import { isUndoable } from '../calendar/undo.ts';
import type { WorkingCalendar } from '../calendar/working-day.ts';
import { type Result, refuse } from '../result.ts';
import type { Inquiry, InquiryProblem, InquiryState } from './inquiry.ts';

/** What the secretariat does to an inquiry that was sent. */
export const INQUIRY_STEPS = ['extend', 'close', 'restore', 'reopen', 'tally', 'cancel'] as const;
export type InquiryStep = (typeof INQUIRY_STEPS)[number];
/** The steps after which nobody is asked any more. */
export type InquiryEnding = 'close' | 'cancel';

/** From which states a step leads, and to which; an extension leaves it where it is. */
const COURSE: Readonly<
  Record<InquiryStep, { readonly from: readonly InquiryState[]; readonly to: InquiryState | null }>
> = {
  extend: { from: ['open'], to: null },
  close: { from: ['open'], to: 'closed' },
  /** 元に戻す of 締め切る. */
  restore: { from: ['closed'], to: 'open' },
  reopen: { from: ['closed', 'tallied'], to: 'open' },
  tally: { from: ['closed'], to: 'tallied' },
  cancel: { from: ['open', 'closed'], to: 'cancelled' },
};

/** Whether the closing of an inquiry can be undone now. */
export const mayRestore = ({ state, endedAt }: Pick<Inquiry, 'state' | 'endedAt'>, now: Date): boolean =>
  COURSE.restore.from.includes(state) && endedAt !== null && isUndoable(endedAt, now);

/** The steps that may be taken now. */
export const stepsFrom = (inquiry: Pick<Inquiry, 'state' | 'endedAt'>, now: Date): readonly InquiryStep[] =>
  INQUIRY_STEPS.filter(
    (step) => COURSE[step].from.includes(inquiry.state) && (step !== 'restore' || mayRestore(inquiry, now)),
  );

/** Where a step leads; null where it leaves the state, undefined where it can't be taken now. */
export const stateAfter = (
  { state }: Pick<Inquiry, 'state'>,
  step: InquiryStep,
): InquiryState | null | undefined => (COURSE[step].from.includes(state) ? COURSE[step].to : undefined);

/** Whether a step was taken already, so that pressing twice changes nothing. */
export const isTaken = ({ state }: Pick<Inquiry, 'state'>, step: InquiryStep): boolean =>
  COURSE[step].to === state;

/** 回答期限を変更, 再開 and 取りやめ, as they arrive. */
export const ExtendDraft = z.object({
  dueOn: LocalDateSchema,
  reason: z.string().trim().min(1).max(300),
});
export type ExtendDraft = z.infer<typeof ExtendDraft>;
export const ReasonDraft = z.object({ reason: z.string().trim().min(1).max(300) });

/** 照会を編集, as it arrives: what the inquiry says. */
export const AmendDraft = z.object({
  title: z.string().trim().min(1).max(100),
  documentNumber: z.string().trim().max(60).default(''),
  requester: z.string().trim().max(60).default(''),
  content: z.string().trim().min(1).max(3000),
  file: z.array(z.string()).max(1).default([]),
  link: z.string().trim().max(500).default(''),
  reason: z.string().trim().max(300).default(''),
});
export type AmendDraft = z.infer<typeof AmendDraft>;

/**
 * What 回答期限を変更 sets: the 部局のとりまとめ期限 is at the new due day too, so that no 主任 is to be done before those who answer.
 */
export const withNewDue = (
  inquiry: Pick<Inquiry, 'dueOn' | 'collectBy'>,
  dueOn: LocalDate,
): { readonly dueOn: LocalDate; readonly dueBefore?: LocalDate; readonly collectBy?: LocalDate } => ({
  dueOn,
  ...(dueOn === inquiry.dueOn ? {} : { dueBefore: inquiry.dueOn }),
  ...(dueOn === inquiry.dueOn || inquiry.collectBy === null ? {} : { collectBy: dueOn }),
});

/** Judges a new due day, as `checkDeadline` does every deadline. */
export const checkNewDue = (
  dueOn: LocalDate,
  today: LocalDate,
  calendar: Pick<WorkingCalendar, 'isWorkingDay' | 'nextWorkingDay'>,
): Result<Deadline, InquiryProblem> => {
  const checked = checkDeadline(dueOn, today, calendar);
  return checked.ok ? checked : refuse({ field: 'dueOn', ...checked.error });
};
