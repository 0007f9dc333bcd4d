import type { Actor } from '../../domain/actor.ts';
import { type FiscalYear, fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { InquiryProblem } from '../../domain/inquiry/inquiry.ts';
import { askingDayProblem, nextMorningOf } from '../../domain/inquiry/sending.ts';
import {
  type AskDraft,
  type AskingProblem,
  askingProblem,
  inquiryOfAsk,
} from '../../domain/opinion/asking.ts';
import { questionsOf } from '../../domain/opinion/question.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readAskable } from '../../queries/inquiry/askable.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** The draft of the form, about one opinion or all of a year that wait for it, and what the inquiry is to be called. */
export type AskToSave = {
  readonly inquiryId: string;
  readonly revision: number;
  readonly year: FiscalYear;
  readonly opinionId?: string | undefined;
  readonly title: string;
};

type Problem = AskingProblem | InquiryProblem | Refusal;

/** As which revision it was kept. */
export type SavedAsk = { readonly revision: number };

/**
 * Keeps 調査・検討を依頼 as the draft of an inquiry with the questions that it would put now. Nothing is sent. The same form with other words
 * changes the same draft.
 */
export const saveAsk = async (
  { clock, db }: ServiceDeps,
  { inquiryId, revision, year, opinionId, title }: AskToSave,
  { key, draft }: FormInput<AskDraft>,
  actor: Actor,
): Promise<Result<SavedAsk, Problem>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const subject = subjectOf('inquiry', inquiryId);
  const act = { actor, action: 'save-inquiry', at, subject };
  const form = { key, content: draft, changes: true };
  return db.submit<SavedAsk, Problem>(act, form, async (record, earlier) => {
    if (!may(actor, 'manage-inquiry')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const settings = await record.settings.read();
    const facts = inquiryOfAsk(draft, title, today, calendarOf(settings));
    if (!facts.ok) return facts;
    const tooEarly =
      draft.sending === 'next-morning'
        ? askingDayProblem(facts.value, nextMorningOf(at, settings))
        : undefined;
    if (tooEarly !== undefined) return refuse(tooEarly);
    const before = await record.inquiries.findToChange(inquiryId);
    if (before !== undefined && before.state !== 'draft') return refuse({ kind: 'already-recorded' });
    if ((before?.revision ?? 0) !== (earlier?.revision ?? revision))
      return refuse(await record.changedMeanwhile(subject));
    const which = { year, opinionIds: opinionId === undefined ? ('all' as const) : [opinionId] };
    const found = await readAskable(record, which, today);
    const problem = askingProblem(found, year);
    if (problem !== undefined) return refuse(problem);
    const made = { fiscalYear: fiscalYearOf(today), fileId: null, by: actor.id, at };
    await (before === undefined
      ? record.inquiries.create(inquiryId, facts.value, made)
      : record.inquiries.putFacts(inquiryId, facts.value, null));
    await record.inquiryQuestions.put(inquiryId, questionsOf(found.toAsk, year));
    await record.audit({ subject, after: facts.value });
    return succeed({ revision: (before?.revision ?? 0) + 1 });
  });
};
