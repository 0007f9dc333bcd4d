import { printDayWithWeekday } from './japanese-era.ts';
import { todayInTokyo } from './local-date.ts';

const TIME = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A moment as people in Japan read it: 令和5年8月10日(木) 9:05. */
export const printMoment = (moment: Date): string =>
  `${printDayWithWeekday(todayInTokyo(moment))} ${TIME.format(moment)}`;

/** The time of day in Japan: 9:05. */
export const printTime = (moment: Date): string => TIME.format(moment);
