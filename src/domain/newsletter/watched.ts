import { type LocalDate, todayInTokyo } from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-day.ts';
import { draftNoticeDay, dueness, type Issue, type MonthlyDay, nextMonthlyDay } from './newsletter.ts';

/** What of an issue its hour is watched by. */
export type IssueHour = Pick<Issue, 'state' | 'publishAt'>;

/** Whose hour is watched: a draft, too, is not passed over in silence. */
export const WATCHED = ['scheduled', 'draft'] as const;

/** Whether an issue's hour is watched and has come: undefined where not, otherwise how it stands. */
export const watchedAs = ({ state, publishAt }: IssueHour, now: Date): 'due' | 'late' | undefined => {
  if (publishAt === null || WATCHED.every((watched) => watched !== state)) return undefined;
  const standing = dueness(publishAt, now);
  return standing === 'ahead' ? undefined : standing;
};

/**
 * The monthly day that comes up without anybody having begun its issue, on the day to remind of it; undefined on any other.
 * `unpublished` are the issues still to go out.
 */
export const unbegunDay = (
  monthly: MonthlyDay | undefined,
  unpublished: readonly IssueHour[],
  now: Date,
  calendar: WorkingCalendar,
): LocalDate | undefined => {
  if (monthly === undefined || unpublished.length > 0) return undefined;
  if (draftNoticeDay(monthly, now, calendar) !== todayInTokyo(now)) return undefined;
  return todayInTokyo(nextMonthlyDay(monthly, now, calendar));
};
