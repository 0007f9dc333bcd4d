import type { ActionItemProblem } from '../../domain/action-item/action-item.ts';
import type { PlacedAction } from '../../domain/action-item/line.ts';
import { mayManageActions, maySettleAction } from '../../domain/action-item/permission.ts';
import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { choosableOn, type DepartmentWithSections } from '../../domain/department.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { placeActions } from '../../queries/action-item.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** One that is open, how many of its meeting are, and the sections that may be responsible: those of today, and its own. */
export type OpenedAction = {
  readonly placed: PlacedAction;
  readonly openOfMeeting: number;
  readonly departments: readonly DepartmentWithSections[];
};

/** Opens one that is not settled: to be marked as 済み, to who is responsible; to be changed or 取りやめ, to who may. */
export const openActionItem = async (
  { clock, db }: ServiceDeps,
  actionItemId: string,
  purpose: 'manage' | 'settle',
  actor: Actor,
): Promise<Result<OpenedAction, ActionItemProblem | Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const act = { actor, action: 'open-action-item', at, subject: subjectOf('action-item', actionItemId) };
  return db.look<OpenedAction, ActionItemProblem | Refusal>(act, async (record) => {
    const item = await record.actionItems.find(actionItemId);
    if (item === undefined || item.meeting.cancelled !== null) return refuse({ kind: 'gone' });
    if (purpose === 'settle' && !maySettleAction(actor, item))
      return refuse({ kind: 'not-allowed', who: 'responsible' });
    if (purpose === 'manage' && !mayManageActions(actor, item.meeting))
      return refuse({ kind: 'not-allowed', who: 'recorder' });
    if (item.settled !== null) return refuse({ kind: 'action-item-settled' });
    const [placed] = await placeActions(record, [item]);
    if (placed === undefined) return refuse({ kind: 'gone' });
    const own = item.responsible.kind === 'section' ? [item.responsible.sectionId] : [];
    const departments = choosableOn(await record.departments.all(), today, own);
    const ofMeeting = await record.actionItems.ofMeeting(item.meeting.id);
    const openOfMeeting = ofMeeting.filter(({ settled }) => settled === null).length;
    return succeed({ placed, openOfMeeting, departments });
  });
};
