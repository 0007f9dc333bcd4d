import { plainSpelling } from './era-year.ts';
import { readLocalDate } from './local-date.ts';

/** A day of every year as MM-DD. E.g. 04-30. */
export type MonthDay = string;

/** Any year of 365 days: 29 February is no day of every year. */
const ANY_YEAR = 2023;

const WRITTEN = /^(\d{1,2})[月/.-](\d{1,2})日?$/u;

/** Reads 月日: `4月30日` `４月３０日` `4/30` `04-30`; undefined for what is no such form, or no day of every year. */
export const readMonthDay = (text: string): MonthDay | undefined => {
  const [, month = '', day = ''] = WRITTEN.exec(plainSpelling(text)) ?? [];
  const written = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return readLocalDate(`${ANY_YEAR}-${written}`) === undefined ? undefined : written;
};

/** E.g. 4月30日, as `readMonthDay` reads it. */
export const printMonthDay = (monthDay: MonthDay): string => {
  const [month, day] = monthDay.split('-').map(Number);
  return `${month}月${day}日`;
};
