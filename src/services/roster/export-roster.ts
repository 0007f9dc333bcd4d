import type { Actor } from '../../domain/actor.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import type { DepartmentWithSections } from '../../domain/department.ts';
import { groupBy } from '../../domain/group-by.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Appointment } from '../../domain/promoter/appointment.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** The roster of a year: every appointment that stands, 未確認 ones too, in order of departments and sections. */
export type Roster = {
  readonly departments: readonly DepartmentWithSections[];
  readonly appointments: readonly Appointment[];
};

/** 名簿をCSVで受け取る: the roster of a year, for the secretariat. */
export const exportRoster = async (
  { clock, db }: ServiceDeps,
  year: FiscalYear,
  actor: Actor,
): Promise<Result<Roster, Refusal>> =>
  db.look<Roster, Refusal>({ actor, action: 'export-roster', at: clock.now() }, async (record) => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const departments = await record.departments.all();
    const bySection = groupBy(await record.appointments.ofYear(year), ({ sectionId }) => sectionId);
    const appointments = departments.flatMap(({ sections }) =>
      sections.flatMap(({ id }) => bySection.get(id) ?? []),
    );
    return succeed({ departments, appointments });
  });
