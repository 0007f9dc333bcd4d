import { addDays, lastOfMonth, monthOf, numbersOf, todayInTokyo } from '../calendar/local-date.ts';
import { printTime } from '../calendar/moment.ts';
import type { WorkingCalendar } from '../calendar/working-day.ts';
import { nextMonthlyDay } from './newsletter.ts';

/** HH:MM in Japan. */
const timeOf = (moment: Date): string => printTime(moment).padStart(5, '0');

/**
 * When an issue would go out that follows the one of `last` in its way: on the same day of a later month and at the same hour,
 * after `now`, on a working day. E.g. after Tue 2026-10-20 9:00, seen from 26 November: Mon 21 December, for the 20th is a Sunday.
 */
export const publishAtAfter = (last: Date, now: Date, calendar: WorkingCalendar): Date => {
  const day = todayInTokyo(last);
  return nextMonthlyDay(
    { day: numbersOf(day).day, time: timeOf(last), shift: true, channels: [] },
    now,
    calendar,
    addDays(lastOfMonth(monthOf(day)), 1),
  );
};

/** The hours in which the city hall is open. */
const HALL_OPENS = '08:30';
const HALL_CLOSES = '17:15';

/** What is unusual about an hour to publish at: nobody is there to read it. It may be meant so. */
export type UnusualHour = 'closing-day' | 'outside-hours';

/** What is unusual about `publishAt`, if anything is; 8:30 and 17:15 are not. */
export const unusualHour = (publishAt: Date, calendar: WorkingCalendar): UnusualHour | undefined => {
  if (!calendar.isWorkingDay(todayInTokyo(publishAt))) return 'closing-day';
  const time = timeOf(publishAt);
  return time < HALL_OPENS || HALL_CLOSES < time ? 'outside-hours' : undefined;
};
