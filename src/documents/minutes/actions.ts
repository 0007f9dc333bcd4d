import type { PlacedAction } from '../../domain/action-item/line.ts';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import { actionText } from '../../texts/action-item.ts';

/** 対応事項 as minutes list it: who is responsible by 部局 and 課・室等 or by name, and how it stands on the day of writing. */
export type ActionRow = {
  readonly words: string;
  readonly responsible: string;
  readonly due: string;
  readonly standing: string;
};

const responsibleOf = ({ item: { responsible }, place }: PlacedAction): string => {
  if (responsible.kind === 'person') return responsible.person.name;
  return place === null ? '' : actionText.place(place.departmentName, place.sectionName);
};

const standingOf = ({ settled }: PlacedAction['item']): string => {
  if (settled === null) return actionText.open;
  const print = settled.outcome === 'done' ? actionText.done : actionText.dropped;
  return print(printMoment(settled.at), settled.word);
};

export const actionRow = (placed: PlacedAction): ActionRow => ({
  words: placed.item.text,
  responsible: responsibleOf(placed),
  due: printDayWithWeekday(placed.item.dueOn),
  standing: standingOf(placed.item),
});
