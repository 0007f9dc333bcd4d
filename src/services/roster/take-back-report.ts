import type { Actor } from '../../domain/actor.ts';
import { placeOf } from '../../domain/department.ts';
import { may } from '../../domain/permission.ts';
import { keptAppointment } from '../../domain/promoter/appointing.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { ROLL_OVER } from '../../domain/roster/report.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

type TakenBack = { readonly departmentId: string };

/**
 * 取り消す of what was reported, while the secretariat has not confirmed it: a copy of last year's waits again, an appointment
 * that the report made goes, and what went for it comes back. Gives the department.
 */
export const takeBackReport = async (
  { clock, db }: ServiceDeps,
  appointmentId: string,
  actor: Actor,
): Promise<Result<TakenBack, Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('appointment', appointmentId);
  return db.act<TakenBack, Refusal>({ actor, action: 'take-back-report', at, subject }, async (record) => {
    await record.appointments.lock();
    const reported = await record.appointments.find(appointmentId);
    const departments = await record.departments.all();
    const departmentId = reported && placeOf(departments, reported.sectionId)?.department.id;
    if (!may(actor, 'report-roster', { departmentId })) return refuse({ kind: 'not-allowed', who: 'chief' });
    if (reported === undefined || departmentId === undefined) return refuse({ kind: 'gone' });
    const { reportedAt, sectionId, fiscalYear } = reported;
    if (reported.confirmedAt !== null) return refuse({ kind: 'changed-meanwhile' });
    if (reported.cancelledAt !== null || reportedAt === null) return succeed({ departmentId });
    await record.deliveries.refreshLines([subjectOf('roster-report', departmentId, fiscalYear)]);
    if (reported.recordedBy === ROLL_OVER) {
      await record.appointments.put(appointmentId, { reportedAt: null });
      await record.audit({ subject, before: { reported: true }, after: { reported: false } });
      return succeed({ departmentId });
    }
    await record.appointments.put(appointmentId, { cancelledAt: at });
    await record.audit({ subject, before: keptAppointment(reported, departments) });
    const gone = (await record.appointments.everOfYear(fiscalYear)).filter(
      (one) =>
        one.id !== appointmentId &&
        one.sectionId === sectionId &&
        one.cancelledAt?.getTime() === reportedAt.getTime(),
    );
    for (const one of gone) {
      await record.appointments.put(one.id, { cancelledAt: null });
      await record.audit({
        subject: subjectOf('appointment', one.id),
        after: keptAppointment(one, departments),
      });
    }
    return succeed({ departmentId });
  });
};
