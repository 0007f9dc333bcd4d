import { instantInTokyo, type LocalDate, todayInTokyo } from './local-date.ts';
import type { WorkingCalendar } from './working-day.ts';

const OPENS = '09:00';
const CLOSES = '17:00';

/** 9:00 in Japan on `day`: when what the bot sends by itself leaves. */
const openingOn = (day: LocalDate): Date => instantInTokyo(day, OPENS);

/** Whether the bot may send on its own account: 9:00 to 17:00 in Japan on a working day. */
export const isOfficeHours = (now: Date, calendar: WorkingCalendar): boolean => {
  const today = todayInTokyo(now);
  return calendar.isWorkingDay(today) && openingOn(today) <= now && now < instantInTokyo(today, CLOSES);
};

/** The next 9:00 of a working day after `now`. E.g. on Thu 2023-08-10 at 17:00 it is Mon 14 Aug: Fri 11 is 山の日. */
export const nextOpening = (now: Date, calendar: WorkingCalendar): Date => {
  const today = todayInTokyo(now);
  const opening = openingOn(calendar.onOrAfter(today));
  return now < opening ? opening : openingOn(calendar.nextWorkingDay(today));
};

/** When the bot may send on its own account again; undefined while it may. */
export const closedUntil = (now: Date, calendar: WorkingCalendar): Date | undefined =>
  isOfficeHours(now, calendar) ? undefined : nextOpening(now, calendar);
