import { z } from 'zod';
import { EARLIEST_FISCAL_YEAR, type FiscalYear } from '../calendar/fiscal-year.ts';
import { LocalDateSchema } from '../calendar/local-date.ts';
import { DATE_PRECISIONS, fiscalYearOfRecord, type RecordDate } from './date.ts';

/** The fields 開催日, 終了日 and 報告書での日付, as 会議を記録 and 研修を記録 have them. */
export const DateFields = {
  heldOn: LocalDateSchema,
  heldUntil: LocalDateSchema.optional(),
  precision: z.enum(DATE_PRECISIONS),
} as const;

/** Which meeting or 研修, where either may be meant. */
export type OccasionName = { readonly kind: 'meeting' | 'training'; readonly id: string };

/** What the record holds of every meeting and training. Instants are moments in time; days are days in Japan. */
export type OccasionRecord = {
  readonly id: string;
  readonly fiscalYear: FiscalYear;
  readonly date: RecordDate;
  readonly recordedBy: string;
  /** The section of the promoter who recorded it; null of the secretariat's. */
  readonly recordedFor: { readonly sectionId: string; readonly departmentId: string } | null;
  readonly recordedAt: Date;
  readonly confirmedAt: Date | null;
  readonly heldAskedAt: Date | null;
  readonly heldConfirmedAt: Date | null;
  readonly cancelled: { readonly at: Date; readonly reason: string } | null;
  /** Counts the changes of facts and contents, so that a form opened before another's change does not undo it. */
  readonly revision: number;
};

/** Whether it was before the years that the record keeps. */
export const isBeforeRecord = (date: RecordDate): boolean => fiscalYearOfRecord(date) < EARLIEST_FISCAL_YEAR;

/** The form 記録を取り消す, as it arrives. */
export const CancelDraft = z.object({ reason: z.string().trim().min(1).max(300) });
export type CancelDraft = z.infer<typeof CancelDraft>;
