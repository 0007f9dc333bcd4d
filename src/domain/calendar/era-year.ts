import { type LocalDate, localDate } from './local-date.ts';

/** The eras that are read and printed, latest first; each stands from `since` to the day before the next one. */
const ERAS = [
  { name: '令和', letter: 'R', since: localDate('2019-05-01') },
  { name: '平成', letter: 'H', since: localDate('1989-01-08') },
  { name: '昭和', letter: 'S', since: localDate('1926-12-25') },
  { name: '大正', letter: 'T', since: localDate('1912-07-30') },
] as const;

/** 大正 to 令和. */
export type EraName = (typeof ERAS)[number]['name'];

/** A year as an era counts it: 令和5年 is { era: '令和', year: 5 }. */
export type EraYear = { readonly era: EraName; readonly year: number };

/** What a pattern for a written year takes before the number (令和, 令, R, r), and the number itself. */
export const ERA_SOURCE = '大正|昭和|平成|令和|[大昭平令TSHRtshr]';
export const ERA_NUMBER_SOURCE = '元|\\d{1,4}';

const standingOn = (day: LocalDate) => ERAS.find((era) => era.since <= day);
const firstYearOf = (era: { readonly since: LocalDate }): number => Number(era.since.slice(0, 4));

/** Whether `day` is in 大正 or later. Earlier days are neither read nor printed. */
export const hasEra = (day: LocalDate): boolean => standingOn(day) !== undefined;

/** The era and the year in it: 2019-04-30 is 平成 31, 2019-05-01 is 令和 1. Throws a RangeError before 1912-07-30. */
export const eraOf = (day: LocalDate): EraYear => {
  const era = standingOn(day);
  if (era === undefined) throw new RangeError(`Before 大正: ${day}`);
  return { era: era.name, year: Number(day.slice(0, 4)) - firstYearOf(era) + 1 };
};

/** E.g. 令和5年; the first year of an era is 元年. */
export const printEraYear = ({ era, year }: EraYear): string => `${era}${year === 1 ? '元' : year}年`;

/** E.g. R for 令和. */
export const eraLetter = (name: EraName): string => ERAS.find((era) => era.name === name)?.letter ?? name;

/** The era a name (令和), its first letter (令) or a letter (R, r) stands for, or undefined. */
export const eraNamed = (text: string): EraName | undefined =>
  ERAS.find(({ name, letter }) => [name, name.slice(0, 1), letter].includes(text.toUpperCase()))?.name;

/**
 * The Western year of the `written` year ('元' or a number) of an era: 令和 '5' is 2023. Undefined for year 0.
 * Whether the era stood on the day in question is for the caller to see: 平成 '35' is 2023, too.
 */
export const westernYearOf = (era: EraName, written: string): number | undefined => {
  const year = written === '元' ? 1 : Number(written);
  const found = ERAS.find(({ name }) => name === era);
  return found === undefined || year < 1 ? undefined : firstYearOf(found) + year - 1;
};

/** 0:00, which Excel writes behind a day that was kept as a moment. Another time is part of what is said. */
const MIDNIGHT = /(?<=[\d)])[\sT]+0?0:00(?::00)?(?![\d:])/g;

/** Dates and years as typed, made plain: half-width digits and signs (NFKC), one kind of dash, no spaces, no 0:00. */
export const plainSpelling = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(MIDNIGHT, '')
    .replaceAll(/\s/g, '')
    // Japanese keyboards give these for a dash, and NFKC leaves them as they are.
    .replaceAll(/[ー‐−–]/g, '-');
