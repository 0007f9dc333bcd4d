import type { Actor } from '../../domain/actor.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { overlap } from '../../domain/calendar/local-date.ts';
import { type Department, placeOf } from '../../domain/department.ts';
import { groupBy } from '../../domain/group-by.ts';
import { mayConfirm } from '../../domain/permission.ts';
import { keptAppointment } from '../../domain/promoter/appointing.ts';
import type { Appointment, AppointmentProblem } from '../../domain/promoter/appointment.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { type Subject, subjectOf } from '../../domain/subject.ts';
import { readLinesOfSections } from '../../queries/roster.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** One appointment, or all that were reported for a year: of a department, or of every one. */
export type ToConfirm =
  | { readonly appointmentId: string }
  | { readonly departmentId?: string | undefined; readonly year: FiscalYear };

/** What was confirmed when, so that it can be taken back. */
export type Confirmed = {
  /** The one department it was about; undefined where it was every one. */
  readonly department: Pick<Department, 'id' | 'name'> | undefined;
  /** Of how many departments something was confirmed. */
  readonly departments: number;
  readonly year: FiscalYear;
  readonly count: number;
  readonly at: Date;
};

const subjectOfConfirming = (what: ToConfirm): Subject => {
  if ('appointmentId' in what) return subjectOf('appointment', what.appointmentId);
  return what.departmentId === undefined ? 'none' : subjectOf('department', what.departmentId);
};

/** A whole city's roster may be confirmed in one go. */
const WITHIN_MS = 60_000;

/** 確認する: the secretariat confirms what was reported or copied; from its first day on it counts. */
export const confirmAppointments = async (
  { clock, db }: ServiceDeps,
  what: ToConfirm,
  actor: Actor,
): Promise<Result<Confirmed, AppointmentProblem | Refusal>> => {
  const at = clock.now();
  const act = {
    actor,
    action: 'confirm-appointments',
    at,
    subject: subjectOfConfirming(what),
    withinMs: WITHIN_MS,
  } as const;
  return db.act<Confirmed, AppointmentProblem | Refusal>(act, async (record) => {
    if (!mayConfirm(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    await record.appointments.lock();
    const departments = await record.departments.all();
    const departmentOf = ({ sectionId }: Appointment) => placeOf(departments, sectionId)?.department.id;
    const one = 'appointmentId' in what ? await record.appointments.find(what.appointmentId) : undefined;
    const departmentId = 'appointmentId' in what ? one && departmentOf(one) : what.departmentId;
    const department = departments.find(({ id }) => id === departmentId);
    const isOfAll = !('appointmentId' in what) && departmentId === undefined;
    const year = 'appointmentId' in what ? one?.fiscalYear : what.year;
    if ((department === undefined && !isOfAll) || year === undefined || (one && one.cancelledAt !== null))
      return refuse({ kind: 'gone' });
    const standing = await record.appointments.ofYear(year);
    const bySection = groupBy(standing, ({ sectionId }) => sectionId);
    const clashes = (candidate: Appointment): boolean =>
      (bySection.get(candidate.sectionId) ?? []).some(
        (other) =>
          other.id !== candidate.id &&
          other.confirmedAt !== null &&
          other.person.id === candidate.person.id &&
          overlap(other, candidate),
      );
    const place = one && placeOf(departments, one.sectionId);
    if (one !== undefined && place !== undefined && one.confirmedAt === null && clashes(one))
      return refuse({
        field: 'startsOn',
        kind: 'already-appointed',
        name: one.person.name,
        section: place.section.name,
      });
    const candidates = standing.filter((candidate) =>
      one === undefined
        ? (isOfAll || departmentOf(candidate) === departmentId) && candidate.reportedAt !== null
        : candidate.id === one.id,
    );
    const toConfirm = candidates.filter((candidate) => candidate.confirmedAt === null && !clashes(candidate));
    await record.appointments.putAll(
      toConfirm.map(({ id }) => id),
      { confirmedAt: at },
    );
    await record.audit(
      ...toConfirm.map((appointment) => ({
        subject: subjectOf('appointment', appointment.id),
        before: { confirmed: false },
        after: { confirmed: true, ...keptAppointment(appointment, departments) },
      })),
    );
    await record.deliveries.refreshLines(await readLinesOfSections(record, toConfirm));
    const confirmedIn = new Set(toConfirm.map(departmentOf)).size;
    return succeed({ department, departments: confirmedIn, year, count: toConfirm.length, at });
  });
};
