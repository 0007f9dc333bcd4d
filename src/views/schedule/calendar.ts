import type { Button } from '@slack/types';
import { type EntryName, entryValue } from '../../domain/schedule/entry.ts';
import { SCHEDULE_BUTTON } from '../../texts/schedule.ts';
import { button } from '../blocks.ts';

/** 予定表に追加: one date comes as a file for a calendar into the reader's own messages, as it stands when it is pressed. */
export const addToCalendarButton = (entry: EntryName): Button =>
  button('schedule.add-to-calendar', SCHEDULE_BUTTON.addToCalendar, entryValue(entry));
