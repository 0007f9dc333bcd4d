import { z } from 'zod';
import { checkDeadline } from '../calendar/deadline.ts';
import type { FiscalYear } from '../calendar/fiscal-year.ts';
import { type LocalDate, LocalDateSchema } from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-day.ts';
import { type InquiryFacts, type InquiryProblem, SENDINGS } from '../inquiry/inquiry.ts';
import { type Result, refuse, succeed } from '../result.ts';
import type { Opinion } from './opinion.ts';
import { type Askable, questionName } from './question.ts';

/** The form 調査・検討を依頼, as it arrives. */
export const AskDraft = z.object({
  dueOn: LocalDateSchema,
  content: z.string().trim().min(1).max(3000),
  sending: z.enum(SENDINGS),
});
export type AskDraft = z.infer<typeof AskDraft>;

/** Why nothing can be asked, or not as it was shown. */
export type AskingProblem =
  | { readonly kind: 'nothing-to-ask' }
  /** `names` are what the opinions are called in the year for which they are asked about. */
  | { readonly kind: 'no-section-to-ask'; readonly names: readonly string[] }
  | { readonly kind: 'already-asked'; readonly names: readonly string[] }
  | { readonly kind: 'questions-changed' };

/** What opinions are called among those of a year. */
export const namesIn = (opinions: readonly Opinion[], fiscalYear: FiscalYear): readonly string[] =>
  opinions.map((opinion) => questionName({ opinion, fiscalYear }));

/** Why there is nothing to ask for a year of what was looked at; undefined where there is. */
export const askingProblem = (
  { toAsk, withoutSection, asked }: Askable,
  year: FiscalYear,
): AskingProblem | undefined => {
  if (toAsk.length > 0) return undefined;
  if (withoutSection.length > 0) return { kind: 'no-section-to-ask', names: namesIn(withoutSection, year) };
  return asked.length > 0
    ? { kind: 'already-asked', names: namesIn(asked, year) }
    : { kind: 'nothing-to-ask' };
};

/** The inquiry that the form makes. */
export const inquiryOfAsk = (
  { dueOn, content }: AskDraft,
  title: string,
  today: LocalDate,
  calendar: Pick<WorkingCalendar, 'isWorkingDay' | 'nextWorkingDay'>,
): Result<InquiryFacts, InquiryProblem> => {
  const due = checkDeadline(dueOn, today, calendar);
  if (!due.ok) return refuse({ field: 'dueOn', ...due.error });
  return succeed({
    title,
    documentNumber: '',
    requester: '',
    content,
    link: '',
    duty: 'opinions',
    dueOn,
    collectBy: null,
    audience: 'related',
    departmentIds: [],
    chosen: [],
    answerForm: 'words',
  });
};
