import type { ActionItemProblem, ActionOutcome } from '../../domain/action-item/action-item.ts';
import { mayManageActions, maySettleAction } from '../../domain/action-item/permission.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** Which one, as of the revision its form was opened with. */
export type ActionToSettle = { readonly actionItemId: string; readonly revision: number };

/** What was settled, and when. */
export type SettledAction = { readonly id: string; readonly text: string; readonly at: Date };

const ACTS = { done: 'settle-action-item', dropped: 'drop-action-item' } as const;

/**
 * 済みにする by who is responsible, or 取りやめ by who may change what was promised at the meeting: the reminders end, and messages that
 * ask of it say so. Refused when it was changed since the form was opened.
 */
export const settleActionItem = async (
  { clock, db }: ServiceDeps,
  { actionItemId, revision }: ActionToSettle,
  outcome: ActionOutcome,
  { key, draft }: FormInput<{ readonly word: string }>,
  actor: Actor,
): Promise<Result<SettledAction, ActionItemProblem | Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('action-item', actionItemId);
  const act = { actor, action: ACTS[outcome], at, subject };
  const { word } = draft;
  return db.submit<SettledAction, ActionItemProblem | Refusal>(
    act,
    { key, content: draft },
    async (record) => {
      const item = await record.actionItems.findToChange(actionItemId);
      if (item === undefined || item.meeting.cancelled !== null) return refuse({ kind: 'gone' });
      if (outcome === 'done' && !maySettleAction(actor, item))
        return refuse({ kind: 'not-allowed', who: 'responsible' });
      if (outcome === 'dropped' && !mayManageActions(actor, item.meeting))
        return refuse({ kind: 'not-allowed', who: 'recorder' });
      if (item.revision !== revision) return refuse(await record.changedMeanwhile(subject));
      if (item.settled !== null) return refuse({ kind: 'action-item-settled' });
      await record.actionItems.settle(actionItemId, { outcome, at, by: actor.id, word });
      await record.audit({ subject, before: { outcome: 'open' }, after: { outcome }, reason: word });
      await record.deliveries.refreshLines([subject]);
      return succeed({ id: actionItemId, text: item.text, at });
    },
  );
};
