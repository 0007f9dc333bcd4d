import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';

/** The day of a moment in Japan as people read it: 令和8年11月26日(木). */
export const printedDay = (moment: Date): string => printDayWithWeekday(todayInTokyo(moment));
