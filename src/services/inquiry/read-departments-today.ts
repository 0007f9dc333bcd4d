import { type Actor, chiefOf } from '../../domain/actor.ts';
import { fiscalYearOf, lastDayOf } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { Department, Section } from '../../domain/department.ts';
import { may } from '../../domain/permission.ts';
import { whoIsAwayOn } from '../../domain/person/away.ts';
import { type Appointment, rosterOn } from '../../domain/promoter/appointment.ts';
import { awaitedUntil, reportRows, reportStateOf, yearToReport } from '../../domain/roster/report.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Who holds a section today, and whether they are away today: when they come back is not said. */
type Held = { readonly section: Section; readonly appointment: Appointment; readonly isAway: boolean };

/** A department today, as its 主任 sees it. */
export type DepartmentToday = {
  readonly department: Department;
  /** 選任報告待ち or 未選任. */
  readonly vacant: readonly Section[];
  readonly isAwaited: boolean;
  readonly held: readonly Held[];
  /** How many places wait for 選任報告. */
  readonly toReport: number;
};

/** 部局の状況 of every department of which this person is 主任, in order. */
export const readDepartmentsToday = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<readonly DepartmentToday[]> => {
  const own = chiefOf(actor);
  if (own.length === 0) return [];
  const record = db.record(actor.workspaceId);
  const today = todayInTokyo(clock.now());
  const year = yearToReport(today);
  const [settings, departments, present, reportable, away] = await Promise.all([
    record.settings.read(),
    record.departments.all(),
    record.appointments.between(today, today),
    record.appointments.between(lastDayOf(year - 1), lastDayOf(year)),
    record.awayPeriods.notOver(today),
  ]);
  const awayToday = whoIsAwayOn(away, today);
  const mine = departments.filter(({ id }) => own.includes(id));
  const roster = rosterOn(today, mine, present);
  const isAwaited = awaitedUntil(fiscalYearOf(today), today, settings) !== null;
  return mine.map((department) => {
    const sections = roster.departments.find((one) => one.department.id === department.id)?.sections ?? [];
    const maySee = may(actor, 'see-away-today', { departmentId: department.id });
    return {
      department,
      vacant: sections.filter(({ appointments }) => appointments.length === 0).map(({ section }) => section),
      isAwaited,
      held: sections.flatMap(({ section, appointments }) =>
        appointments.map((appointment) => ({
          section,
          appointment,
          isAway: maySee && awayToday.has(appointment.person.id),
        })),
      ),
      toReport: reportRows(department, reportable, year, today).filter((row) => reportStateOf(row) === 'open')
        .length,
    };
  });
};
