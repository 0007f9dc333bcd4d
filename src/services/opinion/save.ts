import { randomUUID } from 'node:crypto';
import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { mayManageOpinions } from '../../domain/opinion/desk.ts';
import {
  factsOfOpinion,
  type OpinionDraft,
  type OpinionProblem,
  opinionFrom,
  yearOfDraft,
} from '../../domain/opinion/draft.ts';
import type { Opinion, OpinionFacts } from '../../domain/opinion/opinion.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** The opinion that a form changes, as of the revision with which it was opened. */
export type OpinionToChange = { readonly opinionId: string; readonly revision: number };

/** The same as 編集 has it: 関係課 may be too many for its form, and stay as they are. */
type OpinionToEdit = OpinionToChange & { readonly keepsSections?: boolean | undefined };

type Problem = OpinionProblem | Refusal;

/** Holds the years that are concerned, in one order for everybody, and the row; gives it as it is. */
const holdToChange = async (
  record: ActingRecord,
  target: OpinionToChange | null,
  year: FiscalYear,
): Promise<Result<Opinion | undefined, Refusal>> => {
  if (target === null) {
    await record.opinions.lock(year);
    return succeed(undefined);
  }
  const there = await record.opinions.find(target.opinionId);
  for (const each of [...new Set([year, there?.fiscalYear ?? year])].toSorted())
    await record.opinions.lock(each);
  const before = await record.opinions.findToChange(target.opinionId);
  if (before === undefined || before.cancelled !== null) return refuse({ kind: 'gone' });
  return before.revision === target.revision
    ? succeed(before)
    : refuse(await record.changedMeanwhile(subjectOf('opinion', target.opinionId)));
};

/**
 * 評価・意見を登録 (`target` null), or a correction of one: its earlier words stay in the audit log. Refused where another of the year has the
 * number, and when it was changed since the form was opened.
 */
export const saveOpinion = async (
  { clock, db }: ServiceDeps,
  target: OpinionToEdit | null,
  { key, draft: typed }: FormInput<OpinionDraft>,
  actor: Actor,
): Promise<Result<OpinionFacts, Problem>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const id = target?.opinionId ?? randomUUID();
  const subject = subjectOf('opinion', id);
  const act = {
    actor,
    action: target === null ? 'register-opinion' : 'edit-opinion',
    at,
    ...(target === null ? {} : { subject }),
  };
  return db.submit<OpinionFacts, Problem>(act, { key, content: typed }, async (record) => {
    if (!mayManageOpinions(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const year = yearOfDraft(typed, today);
    if (!year.ok) return year;
    const held = await holdToChange(record, target, year.value);
    if (!held.ok) return held;
    const before = held.value;
    const draft =
      before !== undefined && target?.keepsSections === true
        ? { ...typed, sectionIds: [...before.sectionIds] }
        : typed;
    const [ofYear, departments] = [await record.opinions.ofYear(year.value), await record.departments.all()];
    const isAsked =
      before !== undefined &&
      (await record.inquiryQuestions.asked([before.id], before.fiscalYear)).length > 0;
    const facts = opinionFrom(draft, year.value, { ofYear, departments, before, isAsked }, today);
    if (!facts.ok) return facts;
    if (before === undefined) await record.opinions.create([{ ...facts.value, id }], { by: actor.id, at });
    else await record.opinions.put(id, facts.value);
    await record.audit({
      subject,
      ...(before === undefined ? {} : { before: factsOfOpinion(before), reason: draft.reason }),
      after: facts.value,
    });
    return succeed(facts.value);
  });
};
