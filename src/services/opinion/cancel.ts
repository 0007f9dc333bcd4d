import type { Actor } from '../../domain/actor.ts';
import type { CancelDraft } from '../../domain/occasion/record.ts';
import { mayManageOpinions } from '../../domain/opinion/desk.ts';
import type { Opinion } from '../../domain/opinion/opinion.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';
import type { OpinionToChange } from './save.ts';

/** What was taken back, and when. */
export type CancelledOpinion = Pick<Opinion, 'id' | 'fiscalYear' | 'number'> & { readonly at: Date };

/** Takes one out of lists and documents, with a reason; what was considered of it stays in the record. For the secretariat. */
export const cancelOpinion = async (
  { clock, db }: ServiceDeps,
  { opinionId: id, revision }: OpinionToChange,
  { key, draft }: FormInput<CancelDraft>,
  actor: Actor,
): Promise<Result<CancelledOpinion, Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('opinion', id);
  const act = { actor, action: 'cancel-opinion', at, subject };
  return db.submit<CancelledOpinion, Refusal>(act, { key, content: draft }, async (record) => {
    if (!mayManageOpinions(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const opinion = await record.opinions.findToChange(id);
    if (opinion === undefined || opinion.cancelled !== null) return refuse({ kind: 'gone' });
    if (opinion.revision !== revision) return refuse(await record.changedMeanwhile(subject));
    await record.opinions.cancel(id, at, draft.reason);
    await record.audit({
      subject,
      before: { cancelled: false },
      after: { cancelled: true },
      reason: draft.reason,
    });
    return succeed({ id, fiscalYear: opinion.fiscalYear, number: opinion.number, at });
  });
};
