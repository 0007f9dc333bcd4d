import type { Button } from '@slack/types';
import { type EntryName, entryValue, type ScheduleStanding } from '../../domain/schedule/entry.ts';
import { SCHEDULE_BUTTON } from '../../texts/schedule.ts';
import { button } from '../blocks.ts';

/**
 * 予定表に追加: one date comes as a file for a calendar into the reader's own messages, as it stands when it is pressed. Where it is cancelled
 * as it is shown, the words say what the file does then.
 */
export const addToCalendarButton = (entry: EntryName & { readonly standing?: ScheduleStanding }): Button =>
  button(
    'schedule.add-to-calendar',
    entry.standing === 'cancelled' ? SCHEDULE_BUTTON.cancelInCalendar : SCHEDULE_BUTTON.addToCalendar,
    entryValue(entry),
  );
