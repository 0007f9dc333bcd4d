import { z } from 'zod';
import { type Actor, PROMOTER_ROLES, type PromoterRole } from '../actor.ts';
import { type FiscalYear, firstDayOf, fiscalYearOf, lastDayOf } from '../calendar/fiscal-year.ts';
import { type LocalDate, LocalDateSchema, numbersOf } from '../calendar/local-date.ts';
import { type DepartmentWithSections, existsOn, type Section } from '../department.ts';
import { kindsOf, PERMISSIONS } from '../permission.ts';
import { PersonFields } from '../person/person.ts';
import { type Appointment, holdsOn, type Term } from '../promoter/appointment.ts';
import { rosterReportDueOn } from '../promoter/serving.ts';
import type { Settings } from '../settings.ts';
import { type Subject, subjectOf } from '../subject.ts';

/** The form 別の人を選ぶ, as it arrives. */
export const ReportDraft = z.object({ ...PersonFields, startsOn: LocalDateSchema });
export type ReportDraft = z.infer<typeof ReportDraft>;

/** The year that a 選任報告 is about: from 1 March on the next fiscal year, else the present one. */
export const yearToReport = (today: LocalDate): FiscalYear =>
  fiscalYearOf(today) + (numbersOf(today).month === 3 ? 1 : 0);

/**
 * Until when 選任報告 of a year is awaited, asked on `today`: until then a section that nobody holds is 選任報告待ち, not 未選任.
 * null where it is not asked yet, or not awaited any more.
 */
export const awaitedUntil = (
  year: FiscalYear,
  today: LocalDate,
  settings: Pick<Settings, 'rosterReportUntil'>,
): LocalDate | null => {
  const dueOn = rosterReportDueOn(year, settings);
  return year === yearToReport(today) && today <= dueOn ? dueOn : null;
};

/** From which day on somebody new is appointed when nothing else is said: never before the year, never in the past. */
export const firstDayToReport = (year: FiscalYear, today: LocalDate): LocalDate => {
  const first = firstDayOf(year);
  return first < today ? today : first;
};

/** One place of a section: who held it at the end of the year before, and who is to hold it now, as far as that is known. */
export type ReportRow = {
  readonly section: Section;
  readonly role: PromoterRole;
  readonly last: Appointment | undefined;
  readonly now: Appointment | undefined;
};

/** 報告待ち, 報告済み or 確認済み. */
export type ReportState = 'open' | 'reported' | 'confirmed';

export const reportStateOf = ({ now }: Pick<ReportRow, 'now'>): ReportState => {
  if (now?.confirmedAt != null) return 'confirmed';
  return now?.reportedAt == null ? 'open' : 'reported';
};

/** Whether the one of the year before goes on. */
export const isUnchanged = ({ last, now }: Pick<ReportRow, 'last' | 'now'>): boolean =>
  last !== undefined && last.person.id === now?.person.id;

/** Whether 変更なし can be reported: nothing was yet, last year's person can still be reached, and nobody else stands there. */
export const mayGoOn = (row: ReportRow): boolean =>
  reportStateOf(row) === 'open' &&
  row.last !== undefined &&
  row.last.person.deactivatedAt === null &&
  (row.now === undefined || isUnchanged(row));

const rowsOfSection = (
  section: Section,
  before: readonly Appointment[],
  present: readonly Appointment[],
): readonly ReportRow[] => {
  const rows = PROMOTER_ROLES.flatMap((role): readonly ReportRow[] => {
    const lasts = before.filter((one) => one.role === role);
    const nows = present.filter((one) => one.role === role);
    const heldOn = (one: Appointment) => nows.find(({ person }) => person.id === one.person.id);
    const others = nows.filter(({ person }) => lasts.every((last) => last.person.id !== person.id));
    const kept = lasts.map((last) => ({ last, now: heldOn(last) }));
    // Somebody new stands in the place of one who is not there any more; who is left over has a place of their own.
    const placed = kept.map(({ last, now }) => ({ section, role, last, now: now ?? others.shift() }));
    return [...placed, ...others.map((now) => ({ section, role, last: undefined, now }))];
  });
  return rows.length > 0 ? rows : [{ section, role: 'promoter', last: undefined, now: undefined }];
};

/**
 * The places of a department for `year`, in order. `appointments` are those that stand, of that year and the year before.
 * Sections that are no more on the first day to report are left out, and so are terms that are over on it.
 */
export const reportRows = (
  { sections }: DepartmentWithSections,
  appointments: readonly Appointment[],
  year: FiscalYear,
  today: LocalDate,
): readonly ReportRow[] => {
  const first = firstDayToReport(year, today);
  return sections
    .filter((section) => existsOn(section, first))
    .flatMap((section) => {
      const here = appointments.filter(({ sectionId }) => sectionId === section.id);
      return rowsOfSection(
        section,
        here.filter((one) => holdsOn(one, lastDayOf(year - 1))),
        here.filter(({ fiscalYear, endsOn }) => fiscalYear === year && first <= endsOn),
      );
    });
};

/** A section in a fiscal year. */
export type SectionYear = Pick<Appointment, 'sectionId' | 'fiscalYear'>;

/**
 * 選任報告 that count who is in these sections: those of their departments for the year, and for the next, which begins with who
 * was there last.
 */
export const reportsOfSections = (
  departments: readonly DepartmentWithSections[],
  places: readonly SectionYear[],
): readonly Subject[] =>
  departments.flatMap(({ id, sections }) => {
    const own = new Set(sections.map((section) => section.id));
    const years = places
      .filter(({ sectionId }) => own.has(sectionId))
      .flatMap(({ fiscalYear }) => [fiscalYear, fiscalYear + 1]);
    return [...new Set(years)].map((year) => subjectOf('roster-report', id, year));
  });

/** A term of `year` from `startsOn` until 31 March, or until the section's last day where that is earlier. */
export const termInSection = ({ endedOn }: Section, year: FiscalYear, startsOn: LocalDate): Term => {
  const last = lastDayOf(year);
  return { fiscalYear: year, startsOn, endsOn: endedOn !== null && endedOn < last ? endedOn : last };
};

/** Who makes the copies of `roster-rollover`: an appointment recorded by anybody else was made by a report or a form. */
export const ROLL_OVER = 'job:roster-rollover';

/** 選任報告 of some department: the secretariat of any, a 主任 of their own. */
export const mayReportSomeRoster = (actor: Actor): boolean =>
  kindsOf(actor).some((kind) => PERMISSIONS['report-roster'][kind] !== 'none');
