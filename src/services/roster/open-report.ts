import type { Actor } from '../../domain/actor.ts';
import { type FiscalYear, lastDayOf } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { Department } from '../../domain/department.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import {
  mayReportSomeRoster,
  type ReportRow,
  reportRows,
  reportStateOf,
  yearToReport,
} from '../../domain/roster/report.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A department as it is reported, with the number of places nothing was reported of yet. */
export type DepartmentReport = {
  readonly department: Department;
  readonly rows: readonly ReportRow[];
  readonly open: number;
};

/** 選任を報告: every department this person may report, and the one that was chosen, if one was. */
export type RosterReport = {
  readonly year: FiscalYear;
  readonly departments: readonly DepartmentReport[];
  readonly chosen: DepartmentReport | undefined;
};

/** Opens 選任報告 of a department; without one, of the only one this person may report, or the choice among several. */
export const openRosterReport = async (
  { clock, db }: ServiceDeps,
  departmentId: string | undefined,
  actor: Actor,
): Promise<Result<RosterReport, Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const subject = departmentId === undefined ? 'none' : subjectOf('department', departmentId);
  return db.look<RosterReport, Refusal>(
    { actor, action: 'open-roster-report', at, subject },
    async (record) => {
      const isAllowed =
        departmentId === undefined
          ? mayReportSomeRoster(actor)
          : may(actor, 'report-roster', { departmentId });
      if (!isAllowed) return refuse({ kind: 'not-allowed', who: 'chief' });
      const year = yearToReport(today);
      const appointments = await record.appointments.between(lastDayOf(year - 1), lastDayOf(year));
      const departments = (await record.departments.all())
        .filter(({ id }) => may(actor, 'report-roster', { departmentId: id }))
        .map((department): DepartmentReport => {
          const rows = reportRows(department, appointments, year, today);
          const open = rows.filter((row) => reportStateOf(row) === 'open').length;
          return { department, rows, open };
        });
      const [only, ...others] = departments;
      if (departmentId === undefined)
        return succeed({ year, departments, chosen: others.length === 0 ? only : undefined });
      const chosen = departments.find(({ department }) => department.id === departmentId);
      return chosen === undefined ? refuse({ kind: 'gone' }) : succeed({ year, departments, chosen });
    },
  );
};
