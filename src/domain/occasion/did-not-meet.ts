import { z } from 'zod';
import type { FiscalYear } from '../calendar/fiscal-year.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { partsOf, type Subject, subjectOf } from '../subject.ts';

/** What 開催なし is said of: a 会議体, or a 研修の種類. */
export type DidNotMeetSubject = { readonly kind: 'body' | 'programme'; readonly id: string };

/** The name by which audit lines and deliveries call 開催なし of a body or programme and a year. */
export const didNotMeetSubject = ({ kind, id }: DidNotMeetSubject, fiscalYear: FiscalYear): Subject =>
  subjectOf(kind === 'body' ? 'did-not-meet' : 'programme-not-held', id, fiscalYear);

/** The value of an option of the field 会議体・研修. */
export const choiceOf = ({ kind, id }: DidNotMeetSubject): Subject => subjectOf(kind, id);

/** The form 開催なしを記録, as it arrives. */
export const DidNotMeetDraft = z.object({
  subject: z.templateLiteral([z.enum(['body', 'programme']), ':', z.uuid()]),
  fiscalYear: z.string().trim().min(1),
  reason: z.string().trim().max(300).default(''),
});
export type DidNotMeetDraft = z.infer<typeof DidNotMeetDraft>;

/** What the field names. */
export const chosenIn = ({ subject }: Pick<DidNotMeetDraft, 'subject'>): DidNotMeetSubject => {
  const [bodyId] = partsOf('body', subject) ?? [];
  const [programmeId = ''] = partsOf('programme', subject) ?? [];
  return bodyId === undefined ? { kind: 'programme', id: programmeId } : { kind: 'body', id: bodyId };
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
      readonly kind: 'written-meeting-stands';
      readonly bodyName: string;
      readonly dueOn: LocalDate;
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
