import type { Actor } from '../../domain/actor.ts';
import { type FiscalYear, fiscalYearOf, lastDayOf } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { Department, Section } from '../../domain/department.ts';
import { mayConfirm } from '../../domain/permission.ts';
import type { Appointment } from '../../domain/promoter/appointment.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { type Following, lastOf } from '../../domain/roster/differences.ts';
import { reportRows } from '../../domain/roster/report.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** One that is 未確認, and whom it follows. */
export type UnconfirmedRow = Following & { readonly section: Section; readonly appointment: Appointment };

/** What is 未確認 of one department for one year, in the order of its sections. */
export type UnconfirmedOfDepartment = {
  readonly department: Department;
  readonly year: FiscalYear;
  readonly rows: readonly UnconfirmedRow[];
  /** Those of them that were reported. */
  readonly reported: readonly UnconfirmedRow[];
};

/** What the secretariat has to confirm of the roster of this year and the next, by year and department. */
export const listUnconfirmedAppointments = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<Result<readonly UnconfirmedOfDepartment[], Refusal>> => {
  type List = readonly UnconfirmedOfDepartment[];
  const at = clock.now();
  const today = todayInTokyo(at);
  return db.look<List, Refusal>({ actor, action: 'list-unconfirmed-appointments', at }, async (record) => {
    if (!mayConfirm(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const year = fiscalYearOf(today);
    const standing = await record.appointments.between(lastDayOf(year - 1), lastDayOf(year + 1));
    const unconfirmed = standing.filter(({ confirmedAt, endsOn }) => confirmedAt === null && today <= endsOn);
    const departments = await record.departments.all();
    const list = [year, year + 1].flatMap((each) =>
      departments.map((department): UnconfirmedOfDepartment => {
        const places = reportRows(department, standing, each, today);
        const rows = department.sections.flatMap((section) =>
          unconfirmed
            .filter((one) => one.fiscalYear === each && one.sectionId === section.id)
            .map((appointment) => ({ section, appointment, last: lastOf(appointment, places) })),
        );
        const reported = rows.filter(({ appointment }) => appointment.reportedAt !== null);
        return { department, year: each, rows, reported };
      }),
    );
    return succeed(list.filter(({ rows }) => rows.length > 0));
  });
};
