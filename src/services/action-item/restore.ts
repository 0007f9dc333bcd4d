import { isReopenable } from '../../domain/action-item/action-item.ts';
import { mayManageActions, maySettleAction } from '../../domain/action-item/permission.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/**
 * 取り消す of 済みにする, or 元に戻す of 取りやめ, within 30 days, by those who may do the one or the other: it is open again, and
 * reminded of as before. Done twice, it changes nothing the second time.
 */
export const restoreActionItem = async (
  { clock, db }: ServiceDeps,
  actionItemId: string,
  actor: Actor,
): Promise<Result<null, Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('action-item', actionItemId);
  const act = { actor, action: 'restore-action-item', at, subject };
  return db.act<null, Refusal>(act, async (record) => {
    const item = await record.actionItems.findToChange(actionItemId);
    if (item === undefined || item.meeting.cancelled !== null) return refuse({ kind: 'gone' });
    const isDropped = item.settled?.outcome === 'dropped';
    const isAllowed = isDropped ? mayManageActions(actor, item.meeting) : maySettleAction(actor, item);
    if (!isAllowed) return refuse({ kind: 'not-allowed', who: isDropped ? 'recorder' : 'responsible' });
    if (item.settled === null) return succeed(null);
    if (!isReopenable(item, at)) return refuse({ kind: 'undo-over' });
    await record.actionItems.settle(actionItemId, null);
    await record.audit({
      subject,
      before: { outcome: item.settled.outcome },
      after: { outcome: 'open' },
    });
    await record.deliveries.refreshLines([subject]);
    return succeed(null);
  });
};
