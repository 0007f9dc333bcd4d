import type { Actor } from '../../domain/actor.ts';
import { currentFiscalYear, lastDayOf } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { may } from '../../domain/permission.ts';
import { type Appointment, rosterOn, vacanciesOf } from '../../domain/promoter/appointment.ts';
import { awaitedUntil } from '../../domain/roster/report.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A section by its names. */
export type SectionNames = { readonly department: string; readonly section: string };

/** What the secretariat has to fill: sections without a promoter today, and appointments whose account was closed. */
export type RosterGaps = {
  readonly day: LocalDate;
  /** Until when 選任報告 of the vacancies is awaited; null where they are 未選任. */
  readonly awaitedUntil: LocalDate | null;
  readonly vacancies: readonly SectionNames[];
  readonly needingSuccessor: readonly (SectionNames & { readonly appointment: Appointment })[];
};

/** The gaps of today's roster, and closed accounts with a term of now or later; undefined for all but the secretariat. */
export const listRosterGaps = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<RosterGaps | undefined> => {
  if (!may(actor, 'manage')) return undefined;
  const day = todayInTokyo(clock.now());
  const record = db.record(actor.workspaceId);
  const [settings, departments, appointments] = await Promise.all([
    record.settings.read(),
    record.departments.all(),
    // Up to the end of next year's roster; who is in both is named once.
    record.appointments.between(day, lastDayOf(currentFiscalYear(day) + 1)),
  ]);
  const places = departments.flatMap(({ name: department, sections }) =>
    sections.map(({ id, name: section }) => ({ id, names: { department, section } })),
  );
  return {
    day,
    awaitedUntil: awaitedUntil(currentFiscalYear(day), day, settings),
    vacancies: vacanciesOf(rosterOn(day, departments, appointments)).flatMap(
      ({ section }) => places.find(({ id }) => id === section.id)?.names ?? [],
    ),
    needingSuccessor: places.flatMap(({ id, names }) =>
      appointments
        .filter(({ sectionId, person }) => sectionId === id && person.deactivatedAt !== null)
        .filter(({ person }, at, all) => all.findIndex((one) => one.person.id === person.id) === at)
        .map((appointment) => ({ ...names, appointment })),
    ),
  };
};
