import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { may } from '../../domain/permission.ts';
import { type Appointment, holdsOn } from '../../domain/promoter/appointment.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** 確認しました of a 役割のご案内 by the one who got it, or taking that back (`confirmed` false). Gives the appointment. */
export const confirmRoleGuide = async (
  { clock, db }: ServiceDeps,
  appointmentId: string,
  confirmed: boolean,
  actor: Actor,
): Promise<Result<Appointment, Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('appointment', appointmentId);
  const action = confirmed ? 'confirm-guide' : 'take-back-guide';
  return db.act<Appointment, Refusal>({ actor, action, at, subject }, async (record) => {
    await record.appointments.lock();
    const appointment = await record.appointments.find(appointmentId);
    const owner = appointment?.person.id === actor.personId ? actor.id : '';
    if (appointment === undefined) return refuse({ kind: 'gone' });
    if (!may(actor, 'confirm-guide', { owner })) return refuse({ kind: 'not-allowed', who: 'self' });
    const { guidePlannedAt, guideConfirmedAt } = appointment;
    if (guidePlannedAt === null || !holdsOn(appointment, todayInTokyo(at))) return refuse({ kind: 'gone' });
    if ((guideConfirmedAt !== null) === confirmed) return succeed(appointment);
    const now = confirmed ? at : null;
    await record.appointments.put(appointmentId, { guideConfirmedAt: now });
    await record.audit({ subject, before: { confirmed: !confirmed }, after: { confirmed } });
    await record.deliveries.refresh(subject);
    return succeed({ ...appointment, guideConfirmedAt: now });
  });
};
