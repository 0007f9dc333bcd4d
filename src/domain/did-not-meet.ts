import { z } from 'zod';
import type { FiscalYear } from './calendar/fiscal-year.ts';

/** The form 開催なしを記録, as it arrives. */
export const DidNotMeetDraft = z.object({
  subject: z.templateLiteral(['body:', z.uuid()]),
  fiscalYear: z.string().trim().min(1),
  reason: z.string().trim().max(300).default(''),
});
export type DidNotMeetDraft = z.infer<typeof DidNotMeetDraft>;

/** 開催なし of a body in a fiscal year, as the record holds it. */
export type DidNotMeet = {
  readonly bodyId: string;
  readonly fiscalYear: FiscalYear;
  readonly reason: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
};

/** Why 開催なし can't be recorded so. */
export type DidNotMeetProblem =
  | { readonly field: 'fiscalYear'; readonly kind: 'year-unreadable' | 'year-has-not-begun' }
  | { readonly field: 'subject'; readonly kind: 'unknown-body' | 'body-has-no-meetings' }
  | {
      readonly field: 'subject';
      readonly kind: 'meeting-stands';
      readonly bodyName: string;
      readonly printedDate: string;
    }
  | {
      readonly field: 'subject';
      readonly kind: 'already-did-not-meet';
      readonly bodyName: string;
      readonly fiscalYear: FiscalYear;
    };
