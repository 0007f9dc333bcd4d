import type { Actor } from '../../domain/actor.ts';
import { type AnswerDraft, type AnswerProblem, partsFrom } from '../../domain/inquiry/answer.ts';
import type { TargetKey } from '../../domain/inquiry/inquiry.ts';
import { answersAs, type ClosedProblem, closedProblem } from '../../domain/inquiry/standing.ts';
import { targetRef } from '../../domain/inquiry/target.ts';
import { pageOfQuestions, partsOfPage } from '../../domain/opinion/question.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { readTargetInPlace } from '../../queries/inquiry/target-in-place.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** The page to go on with, counted from 1. */
export type KeptPage = { readonly next: number };

type Problem = AnswerProblem | ClosedProblem | Refusal;

/**
 * Keeps what one page says of an answer that is given with the last page. Until then it is no answer: whatever counted before still does.
 */
export const keepAnswerPage = async (
  { clock, db }: ServiceDeps,
  key: TargetKey,
  { key: formKey, draft, page }: FormInput<AnswerDraft> & { readonly page: number },
  actor: Actor,
): Promise<Result<KeptPage, Problem>> => {
  const at = clock.now();
  const act = { actor, action: 'keep-answer-page', at, subject: targetRef(key) };
  const form = { key: formKey, content: { key, draft, page }, changes: true };
  return db.submit<KeptPage, Problem>(act, form, async (record) => {
    const found = await readTargetInPlace(record, key, true);
    if (found === undefined) return refuse({ kind: 'gone' });
    const as = answersAs(actor, found.target, found.place.departmentId);
    if (as === undefined) return refuse({ kind: 'not-allowed', who: 'promoter' });
    const closed = closedProblem(found.inquiry);
    if (closed !== undefined) return refuse(closed);
    const { here, shown } = pageOfQuestions(await record.inquiryQuestions.ofSection(key), page);
    const said = partsFrom(
      here.map(({ position }) => position),
      draft,
    );
    if (!said.ok) return said;
    await record.inquiryQuestions.putDrafts(key, partsOfPage(here, said.value), { by: actor.id, at });
    return succeed({ next: shown + 1 });
  });
};
