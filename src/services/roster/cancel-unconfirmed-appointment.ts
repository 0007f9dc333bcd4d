import type { Actor } from '../../domain/actor.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { placeOf } from '../../domain/department.ts';
import { mayConfirm } from '../../domain/permission.ts';
import { keptAppointment } from '../../domain/promoter/appointing.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

type Cancelled = {
  readonly departmentId: string;
  readonly departmentName: string;
  readonly year: FiscalYear;
};

/** 取り消す of what is still 未確認: the secretariat does not take it. Gives the department and year. */
export const cancelUnconfirmedAppointment = async (
  { clock, db }: ServiceDeps,
  appointmentId: string,
  actor: Actor,
): Promise<Result<Cancelled, Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('appointment', appointmentId);
  const act = { actor, action: 'cancel-unconfirmed-appointment', at, subject } as const;
  return db.act<Cancelled, Refusal>(act, async (record) => {
    if (!mayConfirm(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    await record.appointments.lock();
    const appointment = await record.appointments.find(appointmentId);
    const departments = await record.departments.all();
    const department = appointment && placeOf(departments, appointment.sectionId)?.department;
    if (appointment === undefined || department === undefined) return refuse({ kind: 'gone' });
    if (appointment.confirmedAt !== null) return refuse({ kind: 'changed-meanwhile' });
    const cancelled = {
      departmentId: department.id,
      departmentName: department.name,
      year: appointment.fiscalYear,
    };
    if (appointment.cancelledAt !== null) return succeed(cancelled);
    await record.appointments.put(appointmentId, { cancelledAt: at });
    await record.audit({ subject, before: keptAppointment(appointment, departments) });
    await record.deliveries.refreshLines([
      subjectOf('roster-report', cancelled.departmentId, cancelled.year),
    ]);
    return succeed(cancelled);
  });
};
