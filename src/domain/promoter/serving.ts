import { type FiscalYear, fiscalYearOf, lastDayOf } from '../calendar/fiscal-year.ts';
import { type LocalDate, localDate } from '../calendar/local-date.ts';
import type { Settings } from '../settings.ts';
import { type Appointment, holdsOn } from './appointment.ts';

type ReportSettings = Pick<Settings, 'rosterReportUntil'>;

/** 選任報告の締切り of a year's roster. E.g. of 令和9年度 with 4月30日: 2027-04-30. */
export const rosterReportDueOn = (year: FiscalYear, { rosterReportUntil }: ReportSettings): LocalDate =>
  localDate(`${year}-${rosterReportUntil}`);

/**
 * A day on which it is asked who serves. `carriedFrom` is 31 March while 選任報告 of the new year is awaited: who served on it
 * goes on where nobody is confirmed yet; null on every other day.
 */
export type ServingDay = { readonly day: LocalDate; readonly carriedFrom: LocalDate | null };

/** Who serves on a day is asked of this day, by the settings of the workspace. */
export const servingDay = (day: LocalDate, settings: ReportSettings): ServingDay => {
  const year = fiscalYearOf(day);
  return { day, carriedFrom: day <= rosterReportDueOn(year, settings) ? lastDayOf(year - 1) : null };
};

/** The days whose appointments are to be read to know who serves. */
export const daysOfServing = ({
  day,
  carriedFrom,
}: ServingDay): { readonly first: LocalDate; readonly last: LocalDate } => ({
  first: carriedFrom ?? day,
  last: day,
});

/** A section and a role: what one takes over from another. */
const postOf = ({ sectionId, role }: Pick<Appointment, 'sectionId' | 'role'>): string =>
  `${sectionId} ${role}`;

/**
 * The appointments by which people serve: those that hold on the day, and of posts that none of them fills, those that held
 * on the day they are carried from. `servingOn` of src/db/serving.ts says the same to the database.
 */
export const servingOn = (
  appointments: readonly Appointment[],
  { day, carriedFrom }: ServingDay,
): readonly Appointment[] => {
  const present = appointments.filter((one) => holdsOn(one, day));
  if (carriedFrom === null) return present;
  const filled = new Set(present.map(postOf));
  return [...present, ...appointments.filter((one) => holdsOn(one, carriedFrom) && !filled.has(postOf(one)))];
};
