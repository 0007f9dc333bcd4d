import { z } from 'zod';
import { checkDeadline, type DeadlineProblem } from '../calendar/deadline.ts';
import { type LocalDate, LocalDateSchema } from '../calendar/local-date.ts';
import { isUndoable } from '../calendar/undo.ts';
import type { WorkingCalendar } from '../calendar/working-day.ts';
import type { Meeting } from '../meeting/meeting.ts';
import { type Person, SlackId } from '../person/person.ts';
import { type Result, refuse, succeed } from '../result.ts';

/** How a 対応事項 was settled: 済み, 取りやめ. */
export const ACTION_OUTCOMES = ['done', 'dropped'] as const;
export type ActionOutcome = (typeof ACTION_OUTCOMES)[number];

/** Who is responsible: a section, or one person. */
export type ActionResponsible =
  | { readonly kind: 'section'; readonly sectionId: string; readonly departmentId: string }
  | { readonly kind: 'person'; readonly person: Person };

/** The meeting at which it was promised, as far as it is told of there. */
export type MeetingOfItem = Pick<
  Meeting,
  'id' | 'bodyId' | 'fiscalYear' | 'way' | 'date' | 'note' | 'recordedBy' | 'recordedFor' | 'cancelled'
>;

/** 対応事項: what was promised at a meeting. Open until it is settled. */
export type ActionItem = {
  readonly id: string;
  readonly meeting: MeetingOfItem;
  readonly text: string;
  readonly responsible: ActionResponsible;
  readonly dueOn: LocalDate;
  readonly createdAt: Date;
  /** `word` is what was said of it: ひとこと of 済み, the reason of 取りやめ. */
  readonly settled: {
    readonly outcome: ActionOutcome;
    readonly at: Date;
    /** By Slack id. */
    readonly by: string;
    readonly word: string;
  } | null;
  /** Counts every change, so that a form opened before another's does not undo it. */
  readonly revision: number;
};

/** The most characters of 内容. */
export const MOST_ACTION_TEXT = 300;

/** The form 対応事項を登録, as it arrives. */
export const ActionItemDraft = z.object({
  text: z.string().trim().min(1).max(MOST_ACTION_TEXT),
  sectionId: z.uuid().optional(),
  user: SlackId.optional(),
  dueOn: LocalDateSchema,
});
export type ActionItemDraft = z.infer<typeof ActionItemDraft>;

/** The form 対応事項を済みにする, as it arrives. */
export const SettleDraft = z.object({ word: z.string().trim().max(300).default('') });
export type SettleDraft = z.infer<typeof SettleDraft>;

/** Why something can't be promised so, or can't be settled any more. */
export type ActionItemProblem =
  | { readonly field: 'sectionId'; readonly kind: 'nobody-responsible' | 'unknown-section' }
  | { readonly field: 'user'; readonly kind: 'two-responsible' | 'responsible-not-member' }
  | ({ readonly field: 'dueOn' } & DeadlineProblem)
  | { readonly kind: 'meeting-to-come' | 'action-item-settled' };

/** Whom the form names: one of the two fields. */
export const namedIn = ({
  sectionId,
  user,
}: Pick<ActionItemDraft, 'sectionId' | 'user'>): Result<
  | { readonly kind: 'section'; readonly sectionId: string }
  | { readonly kind: 'user'; readonly slackId: string },
  ActionItemProblem
> => {
  if (sectionId !== undefined && user !== undefined)
    return refuse({ field: 'user', kind: 'two-responsible' });
  if (sectionId !== undefined) return succeed({ kind: 'section', sectionId });
  return user === undefined
    ? refuse({ field: 'sectionId', kind: 'nobody-responsible' })
    : succeed({ kind: 'user', slackId: user });
};

/**
 * Judges 期限 as typed on `today`; one that stood `before` and is left as it was may have passed. Gives the next working day of which
 * is to be warned, where it is a closing day.
 */
export const judgeDueDay = (
  dueOn: LocalDate,
  before: LocalDate | undefined,
  today: LocalDate,
  calendar: Pick<WorkingCalendar, 'isWorkingDay' | 'nextWorkingDay'>,
): Result<LocalDate | undefined, ActionItemProblem> => {
  if (dueOn === before) return succeed(undefined);
  const checked = checkDeadline(dueOn, today, calendar);
  return checked.ok ? succeed(checked.value.warnOf) : refuse({ field: 'dueOn', ...checked.error });
};

/** Whether it is still to be done: nobody has settled it, and the record of its meeting stands. */
export const isActionOpen = ({ settled, meeting }: Pick<ActionItem, 'settled' | 'meeting'>): boolean =>
  settled === null && meeting.cancelled === null;

/** Whether that it was settled can be taken back now. */
export const isReopenable = ({ settled }: Pick<ActionItem, 'settled'>, now: Date): boolean =>
  settled !== null && isUndoable(settled.at, now);
