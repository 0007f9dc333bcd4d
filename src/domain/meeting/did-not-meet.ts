import { z } from 'zod';
import type { FiscalYear } from '../calendar/fiscal-year.ts';

/** What 開催なし is said of: a 会議体, or a 研修の種類. */
export type DidNotMeetSubject = { readonly kind: 'body' | 'programme'; readonly id: string };

const SUBJECT_KINDS = ['body', 'programme'] as const;

/** The value of an option of the field 会議体・研修: `body:UUID` or `programme:UUID`. */
export const subjectValue = ({ kind, id }: DidNotMeetSubject): string => `${kind}:${id}`;

/** The form 開催なしを記録, as it arrives. */
export const DidNotMeetDraft = z.object({
  subject: z.templateLiteral([z.enum(SUBJECT_KINDS), ':', z.uuid()]),
  fiscalYear: z.string().trim().min(1),
  reason: z.string().trim().max(300).default(''),
});
export type DidNotMeetDraft = z.infer<typeof DidNotMeetDraft>;

/** What the field names. */
export const subjectOf = ({ subject }: Pick<DidNotMeetDraft, 'subject'>): DidNotMeetSubject => {
  const kind = subject.startsWith('body:') ? 'body' : 'programme';
  return { kind, id: subject.slice(kind.length + 1) };
};

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
  | {
      readonly field: 'subject';
      readonly kind: 'unknown-body' | 'body-has-no-meetings' | 'unknown-programme';
    }
  | {
      readonly field: 'subject';
      readonly kind: 'meeting-stands';
      readonly bodyName: string;
      readonly printedDate: string;
    }
  | {
      readonly field: 'subject';
      readonly kind: 'training-stands';
      readonly name: string;
      readonly printedDate: string;
    }
  | {
      readonly field: 'subject';
      readonly kind: 'already-did-not-meet';
      readonly name: string;
      readonly fiscalYear: FiscalYear;
    };
