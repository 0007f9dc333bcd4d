import type { Actor } from '../../domain/actor.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { overlap } from '../../domain/calendar/local-date.ts';
import { placeOf } from '../../domain/department.ts';
import { mayConfirm } from '../../domain/permission.ts';
import { keptAppointment } from '../../domain/promoter/appointing.ts';
import type { Appointment, AppointmentProblem } from '../../domain/promoter/appointment.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** One appointment, or all that were reported of a department for a year. */
export type ToConfirm =
  | { readonly appointmentId: string }
  | { readonly departmentId: string; readonly year: FiscalYear };

/** What was confirmed when, so that it can be taken back. */
export type Confirmed = {
  readonly departmentId: string;
  readonly departmentName: string;
  readonly year: FiscalYear;
  readonly count: number;
  readonly at: Date;
};

/** 確認する: the secretariat confirms what was reported or copied; from its first day on it counts. */
export const confirmAppointments = async (
  { clock, db }: ServiceDeps,
  what: ToConfirm,
  actor: Actor,
): Promise<Result<Confirmed, AppointmentProblem | Refusal>> => {
  const at = clock.now();
  const subject =
    'appointmentId' in what
      ? subjectOf('appointment', what.appointmentId)
      : subjectOf('department', what.departmentId);
  const act = { actor, action: 'confirm-appointments', at, subject } as const;
  return db.act<Confirmed, AppointmentProblem | Refusal>(act, async (record) => {
    if (!mayConfirm(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    await record.appointments.lock();
    const departments = await record.departments.all();
    const departmentOf = ({ sectionId }: Appointment) => placeOf(departments, sectionId)?.department.id;
    const one = 'appointmentId' in what ? await record.appointments.find(what.appointmentId) : undefined;
    const departmentId = 'appointmentId' in what ? one && departmentOf(one) : what.departmentId;
    const year = 'appointmentId' in what ? one?.fiscalYear : what.year;
    if (departmentId === undefined || year === undefined || (one !== undefined && one.cancelledAt !== null))
      return refuse({ kind: 'gone' });
    const standing = await record.appointments.ofYear(year);
    const clashes = (candidate: Appointment): boolean =>
      standing.some(
        (other) =>
          other.id !== candidate.id &&
          other.confirmedAt !== null &&
          other.person.id === candidate.person.id &&
          other.sectionId === candidate.sectionId &&
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
        ? departmentOf(candidate) === departmentId && candidate.reportedAt !== null
        : candidate.id === one.id,
    );
    const toConfirm = candidates.filter((candidate) => candidate.confirmedAt === null && !clashes(candidate));
    for (const appointment of toConfirm) await record.appointments.put(appointment.id, { confirmedAt: at });
    await record.audit(
      ...toConfirm.map((appointment) => ({
        subject: subjectOf('appointment', appointment.id),
        before: { confirmed: false },
        after: { confirmed: true, ...keptAppointment(appointment, departments) },
      })),
    );
    const departmentName = departments.find(({ id }) => id === departmentId)?.name ?? '';
    return succeed({ departmentId, departmentName, year, count: toConfirm.length, at });
  });
};
