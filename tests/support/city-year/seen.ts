import type { ActingRecord } from '../../../src/db/database.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';

/** The promoters of a department: four of a section each, and the 主任. */
export const SECTIONS = 4;
export const DEPARTMENTS = 8;

/** The moment from which the year is seen, and the day. */
export const AT = new Date('2026-11-24T10:00:00+09:00');
export const TODAY = localDate('2026-11-24');

/** What holds of a city's year: how many times the data of one with 40 promoters, and its ids as they are known. */
export type CityYear = {
  readonly size: number;
  readonly record: ActingRecord;
  /** Everybody's row, by place in the roster. */
  readonly personIds: readonly string[];
  readonly departmentIds: readonly string[];
  readonly sectionIds: readonly string[];
};

const slackIdOf = (index: number): string => `U0P${index + 1}`;

/** The promoters by Slack id: the first is of the first section, the fifth is the 主任 of the first department. */
export const [PROMOTER, CHIEF] = [slackIdOf(0), slackIdOf(SECTIONS)];

/** 40 promoters for each time, as Slack knows them. */
export const promotersOf = (size: number) =>
  Array.from({ length: DEPARTMENTS * (SECTIONS + 1) * size }, (_, index) => ({
    id: slackIdOf(index),
    real_name: `協働 ${index + 1}`,
    email: `p${index + 1}@city.example`,
  }));
