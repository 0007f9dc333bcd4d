import { randomUUID } from 'node:crypto';
import type { NewAppointment } from '../../db/appointments.ts';
import type { Actor } from '../../domain/actor.ts';
import { type FiscalYear, firstDayOf, lastDayOf } from '../../domain/calendar/fiscal-year.ts';
import { overlap, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { placeOf } from '../../domain/department.ts';
import { may } from '../../domain/permission.ts';
import { keptAppointment } from '../../domain/promoter/appointing.ts';
import type { Appointment, AppointmentProblem, Term } from '../../domain/promoter/appointment.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import {
  isUnchanged,
  mayGoOn,
  type ReportRow,
  reportRows,
  reportStateOf,
  termInSection,
  yearToReport,
} from '../../domain/roster/report.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A place of the year before, by the appointment that held it, or all that is left of a department; and the year reported. */
export type UnchangedPlaces =
  | { readonly year: FiscalYear; readonly lastId: string }
  | { readonly year: FiscalYear; readonly departmentId: string };

type Reported = { readonly departmentId: string };

/** A place in which last year's person may go on, and the term for which they would. */
type GoingOn = { readonly row: ReportRow; readonly last: Appointment; readonly term: Term };

const goingOn = (row: ReportRow, year: FiscalYear): GoingOn | undefined =>
  row.last && { row, last: row.last, term: termInSection(row.section, year, firstDayOf(year)) };

/** Whether the person holds the section in that term already, in another place. */
const clashes = ({ row, last, term }: GoingOn, standing: readonly Appointment[]): boolean =>
  row.now === undefined &&
  standing.some(
    (one) => one.person.id === last.person.id && one.sectionId === last.sectionId && overlap(one, term),
  );

/** Why 変更なし can't be reported of a place; undefined where it can. */
const problemOf = (
  { row, last, ...place }: GoingOn,
  standing: readonly Appointment[],
): AppointmentProblem | Refusal | undefined => {
  if (reportStateOf(row) !== 'open') return { kind: 'changed-meanwhile' };
  if (last.person.deactivatedAt !== null) return { field: 'user', kind: 'not-a-member' };
  if (!mayGoOn(row)) return { kind: 'changed-meanwhile' };
  return clashes({ row, last, ...place }, standing)
    ? {
        field: 'startsOn',
        kind: 'already-appointed',
        name: last.person.name,
        section: row.section.name,
      }
    : undefined;
};

/**
 * 変更なし of one place, or 残りはすべて変更なし of a department: last year's people go on for the whole year, 未確認 until the
 * secretariat confirms it. What of a department can't go on so is left as it is. Gives the department.
 */
export const reportNoChange = async (
  { clock, db }: ServiceDeps,
  what: UnchangedPlaces,
  actor: Actor,
): Promise<Result<Reported, AppointmentProblem | Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const { year } = what;
  const subject =
    'lastId' in what ? subjectOf('appointment', what.lastId) : subjectOf('department', what.departmentId);
  const act = { actor, action: 'report-no-change', at, subject } as const;
  return db.act<Reported, AppointmentProblem | Refusal>(act, async (record) => {
    await record.appointments.lock();
    const departments = await record.departments.all();
    const asked = 'lastId' in what ? await record.appointments.find(what.lastId) : undefined;
    const departmentId =
      'lastId' in what ? asked && placeOf(departments, asked.sectionId)?.department.id : what.departmentId;
    if (!may(actor, 'report-roster', { departmentId })) return refuse({ kind: 'not-allowed', who: 'chief' });
    const department = departments.find(({ id }) => id === departmentId);
    if (department === undefined || departmentId === undefined) return refuse({ kind: 'gone' });
    if (year !== yearToReport(today)) return refuse({ kind: 'changed-meanwhile' });
    const standing = await record.appointments.between(lastDayOf(year - 1), lastDayOf(year));
    const places = reportRows(department, standing, year, today).flatMap((row) => goingOn(row, year) ?? []);
    if ('lastId' in what) {
      const place = places.find(({ last }) => last.id === what.lastId);
      if (place === undefined) return refuse({ kind: 'gone' });
      if (reportStateOf(place.row) !== 'open' && isUnchanged(place.row)) return succeed({ departmentId });
      const problem = problemOf(place, standing);
      if (problem !== undefined) return refuse(problem);
    }
    const toReport = places.filter(
      (place) =>
        (!('lastId' in what) || place.last.id === what.lastId) && problemOf(place, standing) === undefined,
    );

    const copies = toReport.flatMap(({ row }) => row.now ?? []);
    await record.appointments.putAll(
      copies.map(({ id }) => id),
      { reportedAt: at },
    );
    const created = toReport
      .filter(({ row }) => row.now === undefined)
      .map(({ last, term }) => ({
        ...term,
        id: randomUUID(),
        person: last.person,
        sectionId: last.sectionId,
        role: last.role,
      }));
    await record.appointments.create(
      created.map(
        ({ person, ...appointment }): NewAppointment => ({
          ...appointment,
          personId: person.id,
          recordedBy: actor.id,
          recordedAt: at,
          reportedAt: at,
          confirmedAt: null,
          // Who was there last year has read it.
          guideWanted: false,
        }),
      ),
    );
    await record.audit(
      ...copies.map(({ id }) => ({
        subject: subjectOf('appointment', id),
        before: { reported: false },
        after: { reported: true },
      })),
      ...created.map((appointment) => ({
        subject: subjectOf('appointment', appointment.id),
        after: keptAppointment(appointment, departments),
      })),
    );
    await record.deliveries.refreshLines([subjectOf('roster-report', departmentId, year)]);
    return succeed({ departmentId });
  });
};
