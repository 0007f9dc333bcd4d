import { responsibleForAction } from '../action-item/responsible.ts';
import { type LocalDate, localDate, todayInTokyo } from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-day.ts';
import type { Steps } from '../pieces.ts';
import { subjectOf } from '../subject.ts';
import { noteUnreachable } from './inquiries.ts';
import type { ActionToPlan } from './morning.ts';
import { reminderDays } from './obligation.ts';
import type { Planning } from './planning.ts';

const LONG_BEFORE = localDate('0001-01-01');

/**
 * The mornings on which a 対応事項 is mentioned: those after the day on which it was registered. Nobody was asked on that day, so that
 * the working day after it is one like any other. E.g. registered on 2026-12-01 and due on Mon 2026-12-28: 23, 25 and 28 December,
 * then 5, 7, 12, 14 and 18 January.
 */
export const actionDays = (
  { dueOn, createdAt }: Pick<ActionToPlan, 'dueOn' | 'createdAt'>,
  calendar: WorkingCalendar,
): readonly LocalDate[] => {
  const registered = todayInTokyo(createdAt);
  return reminderDays({ kind: 'action-item', askedOn: LONG_BEFORE, dueOn }, calendar).filter(
    (day) => day > registered,
  );
};

/** 対応事項 that are open: to who is responsible on this morning, and to nobody else. */
export const planActions = function* (planning: Planning): Steps<void> {
  const { world, window, responsibles, mention } = planning;
  for (const item of world.actionItems) {
    yield;
    const registered = todayInTokyo(item.createdAt);
    if (registered > window.day) continue;
    const days = actionDays(item, world.calendar);
    const responsible = responsibleForAction(item, responsibles);
    if (days.includes(window.day)) noteUnreachable(planning, responsible);
    const line = {
      kind: 'action-item',
      ref: subjectOf('action-item', item.id),
      dueOn: item.dueOn,
    } as const;
    for (const slackId of responsible.receivers) mention(slackId, line, days, registered);
  }
};
