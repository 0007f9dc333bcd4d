import { type AwayPeriod, isAwayOn } from './away.ts';
import type { LocalDate } from './calendar/local-date.ts';
import type { WorkingCalendar } from './calendar/working-day.ts';
import { lastDayOfRecord, type RecordDate } from './record-date.ts';

/** So many working days before a video training ends it is asked whether one has watched it. */
const WORKING_DAYS_BEFORE = [7, 1] as const;

/**
 * Whether a person is asked `today` about a video training: 7 and 1 working days before its last day. One who is 不在 then is
 * asked on the first working day they are back, if that is not after the last day, and once.
 * E.g. until Fri 2026-12-18: on Wed 9 and Thu 17 Dec.
 */
export const isVideoAskedOn = (
  today: LocalDate,
  date: RecordDate,
  away: readonly AwayPeriod[],
  calendar: WorkingCalendar,
): boolean => {
  const last = lastDayOfRecord(date);
  const isAway = (day: LocalDate): boolean => away.some((period) => isAwayOn(period, day));
  const presentFrom = (planned: LocalDate): LocalDate => {
    let day = planned;
    while (day <= last && isAway(day)) day = calendar.nextWorkingDay(day);
    return day;
  };
  return (
    today <= last &&
    WORKING_DAYS_BEFORE.some((count) => presentFrom(calendar.addWorkingDays(last, -count)) === today)
  );
};
