import { type FiscalYear, firstDayOf } from '../calendar/fiscal-year.ts';
import { addDays, daysBetween, type LocalDate } from '../calendar/local-date.ts';
import type { Offer } from './offer.ts';
import type { ChosenDays } from './planned.ts';

/** So many letters of an id tell the occasions of a year apart; two more are the day, counted from 1 April, or -- for none. */
const ID_LETTERS = 8;
const DAY_LETTERS = 2;
const ENTRY = new RegExp(`(.{${ID_LETTERS}})(.{${DAY_LETTERS}})`, 'gu');
const NO_DAY = '--';
const BASE = 36;

/** The most days that a form carries beside those it shows: so many fit into the 3,000 letters that Slack gives it. */
export const MOST_CARRIED_DAYS = 240;

/** Of what was chosen, what is otherwise than it is offered. */
export const changedDays = (offers: readonly Offer[], days: ChosenDays): ChosenDays =>
  new Map(
    offers.flatMap(({ occasion, initial }) => {
      const day = days.get(occasion.id);
      return day === undefined || day === initial ? [] : [[occasion.id, day] as const];
    }),
  );

/** Days of a fiscal year by occasion, in as few letters as can be. */
export const packDays = (days: ChosenDays, year: FiscalYear): string =>
  [...days]
    .map(([id, day]) => {
      const written =
        day === null ? NO_DAY : daysBetween(firstDayOf(year), day).toString(BASE).padStart(DAY_LETTERS, '0');
      return `${id.slice(0, ID_LETTERS)}${written}`;
    })
    .join('');

const readDay = (written: string, year: FiscalYear): LocalDate | null => {
  const days = Number.parseInt(written, BASE);
  return written === NO_DAY || Number.isNaN(days) ? null : addDays(firstDayOf(year), days);
};

/** Reads them back, of the occasions that are still there. */
export const unpackDays = (packed: string, offers: readonly Offer[], year: FiscalYear): ChosenDays => {
  const written = new Map([...packed.matchAll(ENTRY)].map(([, id = '', day = '']) => [id, day]));
  return new Map(
    offers.flatMap(({ occasion: { id } }) => {
      const day = written.get(id.slice(0, ID_LETTERS));
      return day === undefined ? [] : [[id, readDay(day, year)] as const];
    }),
  );
};
