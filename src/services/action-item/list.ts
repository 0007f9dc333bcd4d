import type { PlacedAction } from '../../domain/action-item/line.ts';
import { mayManageActions, maySeeAction, maySettleAction } from '../../domain/action-item/permission.ts';
import type { Actor } from '../../domain/actor.ts';
import { type DueText, dueTextOn } from '../../domain/calendar/deadline.ts';
import { currentFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { calendarOf } from '../../domain/settings.ts';
import { placeActions } from '../../queries/action-item.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** One as the list shows it: how long there is, and what the reader may do with it. */
export type ListedAction = PlacedAction &
  Pick<DueText, 'left' | 'isToday'> & {
    readonly dueOn: LocalDate;
    readonly maySettle: boolean;
    readonly mayManage: boolean;
  };

/** What is open, by body in order and then by due day. */
export type ActionList = {
  readonly day: LocalDate;
  readonly listed: readonly ListedAction[];
  readonly forSecretariat: boolean;
};

/** 対応事項 that are open and that this person may see: of meetings whose contents they may, and what they are responsible for. */
export const listActionItems = async ({ clock, db }: ServiceDeps, actor: Actor): Promise<ActionList> => {
  const day = todayInTokyo(clock.now());
  const record = db.record(actor.workspaceId);
  const [open, settings, bodies] = await Promise.all([
    record.actionItems.open(),
    record.settings.read(),
    record.bodies.nameable(currentFiscalYear(day)),
  ]);
  const placed = await placeActions(
    record,
    open.filter((item) => maySeeAction(actor, item)),
  );
  const dueText = dueTextOn(day, calendarOf(settings));
  const listed = placed.map((one) => ({
    ...one,
    ...dueText(one.item.dueOn),
    maySettle: maySettleAction(actor, one.item),
    mayManage: mayManageActions(actor, one.item.meeting),
  }));
  const order = bodies.map(({ id }) => id);
  const placeOfBody = ({ item }: PlacedAction): number => order.indexOf(item.meeting.bodyId);
  return {
    day,
    listed: listed.toSorted((one, other) => placeOfBody(one) - placeOfBody(other)),
    forSecretariat: isSecretariat(actor),
  };
};
