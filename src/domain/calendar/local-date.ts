import { TZDate } from '@date-fns/tz';
import { lightFormat } from 'date-fns/lightFormat';
import { z } from 'zod';

/** A real day of the (proleptic) Gregorian calendar, written 'YYYY-MM-DD'. Days compare as text: `a < b`. */
export type LocalDate = string & z.$brand<'LocalDate'>;

/** A month, written 'YYYY-MM'. Months compare as text. */
export type YearMonth = string & z.$brand<'YearMonth'>;

const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'] as const;

/** A day of the week as Japanese documents abbreviate it. */
export type Weekday = (typeof WEEKDAYS)[number];

const MILLISECONDS_A_DAY = 86_400_000;
const TIME_OF_DAY = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** Takes what Slack's date picker sends ('2023-08-10'); refuses what is no day ('2023-02-30') and every other spelling. */
export const LocalDateSchema: z.core.$ZodBranded<z.ZodISODate, 'LocalDate'> = z.iso
  .date()
  .brand<'LocalDate'>();

/** Takes '2023-09'; refuses '2023-13' and every other spelling. */
export const YearMonthSchema: z.core.$ZodBranded<z.ZodString, 'YearMonth'> = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
  .brand<'YearMonth'>();

/** The day `text` names in the form 'YYYY-MM-DD', or undefined when there is no such day. */
export const readLocalDate = (text: string): LocalDate | undefined => LocalDateSchema.safeParse(text).data;

/** The month `text` names in the form 'YYYY-MM', or undefined when there is no such month. */
export const readYearMonth = (text: string): YearMonth | undefined => YearMonthSchema.safeParse(text).data;

/** The day a programmer wrote, as in `localDate('2023-08-10')`. Throws a RangeError when it is no day. */
export const localDate = (text: string): LocalDate => {
  const day = readLocalDate(text);
  if (day === undefined) throw new RangeError(`Not a day: ${text}`);
  return day;
};

/** Later than any day people reckon with: where something goes on without an end. */
export const LAST_DAY: LocalDate = localDate('9999-12-31');

/** The month a programmer wrote, as in `yearMonth('2023-09')`. Throws a RangeError when it is no month. */
export const yearMonth = (text: string): YearMonth => {
  const month = readYearMonth(text);
  if (month === undefined) throw new RangeError(`Not a month: ${text}`);
  return month;
};

/** The day it is in Asia/Tokyo at the instant `now`: 2023-08-09T15:30Z is already '2023-08-10' (00:30 JST). */
export const todayInTokyo = (now: Date): LocalDate =>
  localDate(lightFormat(new TZDate(now, 'Asia/Tokyo'), 'yyyy-MM-dd'));

/**
 * The instant at which a clock in Tokyo shows `time` ('HH:MM', up to '24:00', the end of the day) on `day`.
 * E.g. ('2023-08-10', '09:00') is 2023-08-10T00:00Z. Throws a RangeError for another spelling of the time.
 * Japan has kept +09:00 all year since 1952, so the offset is written here.
 */
export const instantInTokyo = (day: LocalDate, time: string): Date => {
  if (!TIME_OF_DAY.test(time)) throw new RangeError(`Not a time of day (HH:MM): ${time}`);
  return new Date(`${day}T${time}:00+09:00`);
};

/** `day` as the database column type `date` wants it: the instant of 00:00 UTC. */
export const utcMidnight = (day: LocalDate): Date => new Date(`${day}T00:00:00Z`);

/**
 * The day a database column of type `date` gave. Throws a RangeError for an instant that is not 00:00 UTC:
 * such an instant is a moment, and its day depends on a time zone (`todayInTokyo`).
 */
export const fromUtcMidnight = (date: Date): LocalDate => {
  if (date.getTime() % MILLISECONDS_A_DAY !== 0) throw new RangeError(`Not 00:00 UTC: ${date.toISOString()}`);
  return localDate(date.toISOString().slice(0, 10));
};

/** The day `days` calendar days after `day`; before it when negative. */
export const addDays = (day: LocalDate, days: number): LocalDate =>
  fromUtcMidnight(new Date(utcMidnight(day).getTime() + days * MILLISECONDS_A_DAY));

/** Calendar days from `from` to `to`: 0 for the same day, negative when `to` is the earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  (utcMidnight(to).getTime() - utcMidnight(from).getTime()) / MILLISECONDS_A_DAY;

/** E.g. '木' for 2023-08-10. */
export const weekdayOf = (day: LocalDate): Weekday => {
  const weekday = WEEKDAYS[utcMidnight(day).getUTCDay()];
  if (weekday === undefined) throw new RangeError(`Not a day: ${day}`);
  return weekday;
};

/** The numbers of a day as people write it: 2023-08-10 is 2023, 8, 10. */
export const numbersOf = (
  day: LocalDate,
): { readonly year: number; readonly month: number; readonly day: number } => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  day: Number(day.slice(8)),
});

/** E.g. '2023-08' for 2023-08-10. */
export const monthOf = (day: LocalDate): YearMonth => yearMonth(day.slice(0, 7));

/** E.g. 2024-02-01 for 2024-02. */
export const firstOfMonth = (month: YearMonth): LocalDate => localDate(`${month}-01`);

/** E.g. 2024-02-29 for 2024-02. */
export const lastOfMonth = (month: YearMonth): LocalDate => {
  // Date.UTC takes years below 100 for 19xx; the calendar repeats every 400 years, so the year is moved to 2000-2399.
  const cycleYear = 2000 + (Number(month.slice(0, 4)) % 400);
  const length = new Date(Date.UTC(cycleYear, Number(month.slice(5)), 0)).getUTCDate();
  return localDate(`${month}-${length}`);
};

/** A span of days, both included. */
type Days = { readonly startsOn: LocalDate; readonly endsOn: LocalDate };

/** Whether two spans have a day in common. */
export const overlap = (one: Days, other: Days): boolean =>
  one.startsOn <= other.endsOn && other.startsOn <= one.endsOn;
