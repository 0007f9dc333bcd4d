import type { Actor } from '../../domain/actor.ts';
import { isUndoable } from '../../domain/calendar/undo.ts';
import { mayManageOpinions } from '../../domain/opinion/desk.ts';
import { type OpinionProblem, withNumber } from '../../domain/opinion/draft.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** 元に戻す of one that was cancelled, within 30 days, unless its number is another's by now. Done twice, it changes nothing the second time. */
export const restoreOpinion = async (
  { clock, db }: ServiceDeps,
  id: string,
  actor: Actor,
): Promise<Result<null, OpinionProblem | Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('opinion', id);
  const act = { actor, action: 'restore-opinion', at, subject };
  return db.act<null, OpinionProblem | Refusal>(act, async (record) => {
    if (!mayManageOpinions(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const there = await record.opinions.find(id);
    if (there === undefined) return refuse({ kind: 'gone' });
    const { fiscalYear, number } = there;
    await record.opinions.lock(fiscalYear);
    const opinion = await record.opinions.findToChange(id);
    if (opinion?.cancelled == null) return succeed(null);
    if (!isUndoable(opinion.cancelled.at, at)) return refuse({ kind: 'undo-over' });
    if (withNumber(await record.opinions.ofYear(fiscalYear), number) !== undefined)
      return refuse({ field: 'number', kind: 'opinion-number-taken', number, fiscalYear });
    await record.opinions.restore(id);
    await record.audit({ subject, before: { cancelled: true }, after: { cancelled: false } });
    return succeed(null);
  });
};
