import type { Button, KnownBlock } from '@slack/types';
import type { ActionItem } from '../../domain/action-item/action-item.ts';
import type { PlacedAction } from '../../domain/action-item/line.ts';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import { ACTION_BUTTON, actionText } from '../../texts/action-item.ts';
import { button, note, paragraphsOf } from '../blocks.ts';

/** Who is responsible: 市民協働部 市民協働課, or 豊中太郎さん. */
export const responsibleWords = ({ item, place }: PlacedAction): string => {
  if (item.responsible.kind === 'person') return actionText.person(item.responsible.person.name);
  return place === null ? '' : actionText.place(place.departmentName, place.sectionName);
};

/** How it stands: 対応中; 済み or 取りやめ, when, and what was said of it. */
const standingWords = ({ settled }: Pick<ActionItem, 'settled'>): string => {
  if (settled === null) return actionText.open;
  const when = printMoment(settled.at);
  return settled.outcome === 'done'
    ? actionText.done(when, settled.word)
    : actionText.dropped(when, settled.word);
};

const lineOf = (placed: PlacedAction): string =>
  [
    actionText.listed(placed.item.text),
    [
      actionText.responsible(responsibleWords(placed)),
      actionText.due(printDayWithWeekday(placed.item.dueOn)),
      standingWords(placed.item),
    ].join(' '),
  ].join('\n');

/** More than these nobody reads in a form. */
const MOST_LISTED = 30;

/** Some of them with how each stands, to be read only, under a title; no block where there are none. */
export const listedActions = (title: string, actions: readonly PlacedAction[]): readonly KnownBlock[] =>
  actions.length === 0
    ? []
    : [
        note(title),
        ...paragraphsOf(actions.slice(0, MOST_LISTED).map(lineOf)),
        ...(actions.length > MOST_LISTED ? [note(actionText.others(actions.length - MOST_LISTED))] : []),
      ];

/** 対応事項を登録, for a meeting. */
export const registerActionButton = (meetingId: string): Button =>
  button('action-item.open', ACTION_BUTTON.register, meetingId);

/** 取り消す of 済みにする. */
export const takeBackButton = (actionItemId: string): Button =>
  button('action-item.restore', ACTION_BUTTON.takeBack, actionItemId);
