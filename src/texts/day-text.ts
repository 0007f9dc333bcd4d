import { printDayWithWeekday } from '../domain/calendar/japanese-era.ts';
import { printRecordDate, type RecordDate } from '../domain/occasion/date.ts';
import { occasionText } from './occasion.ts';

/** The days with their weekday, where days are known: 令和8年12月10日(木). */
export const dayText = ({ date }: { readonly date: RecordDate }): string | undefined => {
  switch (date.kind) {
    case 'day':
    case 'until':
      return printDayWithWeekday(date.day);
    case 'days':
      return occasionText.fromTo(printDayWithWeekday(date.first), printDayWithWeekday(date.last));
    case 'month':
    case 'months':
      return undefined;
  }
};

/** When something is to come: its days with their weekday, else as the report prints them. */
export const whenText = (date: RecordDate): string => {
  const days = dayText({ date });
  if (days === undefined) return printRecordDate(date);
  return date.kind === 'until' ? occasionText.until(days) : days;
};
