import holidayList from '@holiday-jp/holiday_jp';
import { addDays, type LocalDate, weekdayOf } from './local-date.ts';

/** The city's working days (開庁日). Counts are in working days; closing days (閉庁日) never count. */
export type WorkingCalendar = {
  readonly isWorkingDay: (day: LocalDate) => boolean;
  /** The first working day strictly after `day`. */
  readonly nextWorkingDay: (day: LocalDate) => LocalDate;
  /** `day` itself when it is a working day, else the first one after it. */
  readonly onOrAfter: (day: LocalDate) => LocalDate;
  /**
   * The working day `count` working days after `day`, before it when negative; `day` as it is for 0.
   * E.g. from Thu 2023-08-10: -1 is Wed 9 Aug, 1 is Mon 14 Aug, because Fri 11 is 山の日.
   */
  readonly addWorkingDays: (day: LocalDate, count: number) => LocalDate;
  /**
   * Working days after `from` up to and including `to` (あと3開庁日); before `from` back to and including `to`, as a
   * negative number, when `to` is the earlier. E.g. Thu 2023-08-10 to Mon 14 Aug is 1.
   */
  readonly workingDaysBetween: (from: LocalDate, to: LocalDate) => number;
};

/** 29 December to 3 January, when city halls are closed. */
const isTurnOfTheYear = (day: LocalDate): boolean => {
  const monthAndDay = day.slice(5);
  return monthAndDay >= '12-29' || monthAndDay <= '01-03';
};

const isWeekend = (day: LocalDate): boolean => ['土', '日'].includes(weekdayOf(day));

/** Looked up by the day's text: the list's own function takes a Date and reads it in the machine's time zone. */
const isNationalHoliday = (day: LocalDate): boolean => Object.hasOwn(holidayList.holidays, day);

/** The same, found once for each day: who plans mornings asks for the same few hundred days again and again. */
const remembered = <Found>(find: (day: LocalDate) => Found): ((day: LocalDate) => Found) => {
  const known = new Map<LocalDate, Found>();
  return (day) => {
    const found = known.get(day) ?? find(day);
    known.set(day, found);
    return found;
  };
};

/**
 * The calendar of a city that is closed on Saturdays, Sundays, national holidays, from 29 December to 3 January and
 * on `extraClosingDays`, which its secretariat adds. National holidays are known from 1970 to 2050.
 */
export const createWorkingCalendar = (extraClosingDays: readonly LocalDate[]): WorkingCalendar => {
  const extra = new Set(extraClosingDays);

  const isWorkingDay = remembered(
    (day) => !(isWeekend(day) || isNationalHoliday(day) || isTurnOfTheYear(day) || extra.has(day)),
  );

  const stepping = (step: 1 | -1) =>
    remembered((day) => {
      let found = addDays(day, step);
      while (!isWorkingDay(found)) found = addDays(found, step);
      return found;
    });
  const nextWorkingDay = stepping(1);
  const previousWorkingDay = stepping(-1);

  const addWorkingDays = (day: LocalDate, count: number): LocalDate => {
    const step = count > 0 ? nextWorkingDay : previousWorkingDay;
    let found = day;
    for (let left = Math.abs(count); left > 0; left -= 1) found = step(found);
    return found;
  };

  const workingDaysBetween = (from: LocalDate, to: LocalDate): number => {
    const step = from <= to ? 1 : -1;
    let count = 0;
    for (let day = from; day !== to; ) {
      day = addDays(day, step);
      if (isWorkingDay(day)) count += step;
    }
    return count;
  };

  return {
    isWorkingDay,
    nextWorkingDay,
    onOrAfter: (day) => (isWorkingDay(day) ? day : nextWorkingDay(day)),
    addWorkingDays,
    workingDaysBetween,
  };
};

/** The city's working days without closing days of its own. */
export const STANDARD_CALENDAR: WorkingCalendar = createWorkingCalendar([]);
