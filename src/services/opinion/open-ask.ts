import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/actor.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { Inquiry } from '../../domain/inquiry/inquiry.ts';
import { type AskingProblem, askingProblem } from '../../domain/opinion/asking.ts';
import type { Askable } from '../../domain/opinion/question.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import { readAskable } from '../../queries/inquiry/askable.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What 調査・検討を依頼 is made of. `inquiryId` is that of the draft that it becomes or is; `opinionId` of the only one it is about. */
export type OpenedAsk = {
  readonly inquiryId: string;
  readonly inquiry: Inquiry | undefined;
  readonly year: FiscalYear;
  readonly opinionId: string | undefined;
  readonly askable: Askable;
  /** The due day that is offered. */
  readonly dueOn: LocalDate;
};

/** About one opinion or all of a year that wait for it; or a draft, which is about what it was about. */
export type AskToOpen =
  | { readonly year: FiscalYear; readonly opinionId?: string }
  | { readonly inquiryId: string };

const OFFERED_WORKING_DAYS = 10;

/** Opens it: refused where there is nothing to ask. */
export const openAsk = async (
  { clock, db }: ServiceDeps,
  what: AskToOpen,
  actor: Actor,
): Promise<Result<OpenedAsk, AskingProblem | Refusal>> => {
  const at = clock.now();
  const act = { actor, action: 'open-inquiry-form', at };
  return db.look<OpenedAsk, AskingProblem | Refusal>(act, async (record) => {
    if (!may(actor, 'manage-inquiry')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const inquiry = 'inquiryId' in what ? await record.inquiries.find(what.inquiryId) : undefined;
    const questions = inquiry === undefined ? [] : await record.inquiryQuestions.ofInquiry(inquiry.id);
    const [first] = questions;
    if ('inquiryId' in what && (inquiry?.state !== 'draft' || first === undefined))
      return refuse({ kind: 'gone' });
    const ids = [...new Set(questions.map(({ opinionId }) => opinionId))];
    const only = 'inquiryId' in what ? (ids.length === 1 ? ids[0] : undefined) : what.opinionId;
    const year = 'inquiryId' in what ? (first?.fiscalYear ?? 0) : what.year;
    const today = todayInTokyo(at);
    const found = await readAskable(record, { year, opinionIds: only === undefined ? 'all' : [only] }, today);
    const problem = askingProblem(found, year);
    if (problem !== undefined) return refuse(problem);
    const calendar = calendarOf(await record.settings.read());
    return succeed({
      inquiryId: inquiry?.id ?? randomUUID(),
      inquiry,
      year,
      opinionId: only,
      askable: found,
      dueOn: calendar.addWorkingDays(today, OFFERED_WORKING_DAYS),
    });
  });
};
