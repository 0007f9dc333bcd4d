import type { Actor } from '../../domain/actor.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { Department } from '../../domain/department.ts';
import { may } from '../../domain/permission.ts';
import { type Sought, soughtAmong, soughtIn, type Wanted } from '../../domain/person/sought.ts';
import { type Appointment, type RosterSection, rosterOn } from '../../domain/promoter/appointment.ts';
import { awaitedUntil } from '../../domain/roster/report.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A section of the list; vacant (選任報告待ち or 未選任) while nobody holds it, whoever may be 未確認 there. */
export type ListedSection = RosterSection & {
  readonly department: Pick<Department, 'id' | 'name'>;
  readonly isVacant: boolean;
};

/** The roster of a day, as one person may see it: all of it, or who and what is called as was looked for. */
export type PromoterList = {
  readonly day: LocalDate;
  readonly today: LocalDate;
  readonly sought: Sought;
  readonly mayManage: boolean;
  /** A day to come of which this person does not see what has not begun by now. */
  readonly isWithheld: boolean;
  /** Whether what is vacant is so because 選任報告 is awaited. */
  readonly isAwaited: boolean;
  /** In order, sections of a department one after the other. */
  readonly sections: readonly ListedSection[];
  /** Confirmed appointments of either role, and those of 主任 among them. */
  readonly count: { readonly all: number; readonly chiefs: number };
};

/** Of a section what is called as was looked for: all of it by its own name or its department's, else the people of that name. */
const soughtOf =
  (isSought: (...names: readonly string[]) => boolean) =>
  (listed: ListedSection): readonly ListedSection[] => {
    if (isSought(listed.department.name, listed.section.name)) return [listed];
    const appointments = listed.appointments.filter(({ person }) => isSought(person.name));
    return appointments.length === 0 ? [] : [{ ...listed, appointments }];
  };

/**
 * The promoters of a day by department. What has not begun by now, and what is 未確認, is seen by the secretariat and the
 * department's 主任 alone; on a day to come an 未確認 copy fills its section.
 */
export const listPromoters = async (
  { clock, db }: ServiceDeps,
  { of: day, words }: Wanted<LocalDate>,
  actor: Actor,
): Promise<PromoterList> => {
  const today = todayInTokyo(clock.now());
  const record = db.record(actor.workspaceId);
  const [settings, departments, appointments] = await Promise.all([
    record.settings.read(),
    record.departments.all(),
    record.appointments.between(day, day),
  ]);
  const isToCome = day > today;
  const seesComing = (departmentId: string | undefined): boolean =>
    may(actor, 'see-coming-appointments', { departmentId });
  const departmentOf = new Map(
    departments.flatMap(({ sections }) => sections.map(({ id, departmentId }) => [id, departmentId])),
  );
  const isShown = ({ confirmedAt, startsOn, sectionId }: Appointment): boolean =>
    (confirmedAt !== null && startsOn <= today) || seesComing(departmentOf.get(sectionId));
  const roster = rosterOn(day, departments, appointments, isShown);
  const sections = roster.departments.flatMap(({ department, sections: listed }) =>
    listed.map((section) => ({
      ...section,
      department,
      isVacant: !section.appointments.some(({ confirmedAt }) => confirmedAt !== null || isToCome),
    })),
  );
  // Sections bear no first day: of a day without any record nobody can tell which of them stood vacant.
  const isRecorded =
    day >= today ||
    sections.some(({ appointments: held }) => held.some(({ confirmedAt }) => confirmedAt !== null));
  const shown = sections.filter(
    ({ department, isVacant, appointments: held }) =>
      held.length > 0 || (isVacant && isRecorded && (!isToCome || seesComing(department.id))),
  );
  const found = shown.flatMap(soughtOf(soughtIn(words)));
  const names = shown.flatMap(({ department, section, appointments: held }) => [
    department.name,
    section.name,
    ...held.map(({ person }) => person.name),
  ]);
  const confirmed = found.flatMap(({ appointments: held }) =>
    held.filter(({ confirmedAt }) => confirmedAt !== null),
  );
  return {
    day,
    today,
    sought: soughtAmong(words, found.length, [...new Set(names)]),
    mayManage: may(actor, 'manage'),
    isAwaited: awaitedUntil(fiscalYearOf(day), today, settings) !== null,
    isWithheld: isToCome && !departments.every(({ id }) => seesComing(id)),
    sections: found,
    count: { all: confirmed.length, chiefs: confirmed.filter(({ role }) => role === 'chief').length },
  };
};
