import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { type HandoverScope, scopeOfPost } from '../../domain/handover.ts';
import { holdsOn } from '../../domain/promoter/appointment.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Finds what one is told of who was newly appointed: by that appointment, while it holds, and for its own person alone. */
export const findHandoverScope = async (
  { clock, db }: ServiceDeps,
  appointmentId: string,
  actor: Actor,
): Promise<Result<HandoverScope, Refusal>> => {
  const at = clock.now();
  const act = { actor, action: 'take-handover', at, subject: subjectOf('appointment', appointmentId) };
  return db.look<HandoverScope, Refusal>(act, async (record) => {
    const appointment = await record.appointments.find(appointmentId);
    if (appointment === undefined) return refuse({ kind: 'gone' });
    if (actor.personId === null || appointment.person.id !== actor.personId)
      return refuse({ kind: 'not-allowed', who: 'self' });
    const { role, sectionId } = appointment;
    const place = (await record.departments.placesOf([sectionId])).get(sectionId);
    if (place === undefined || !holdsOn(appointment, todayInTokyo(at))) return refuse({ kind: 'gone' });
    return succeed(scopeOfPost({ role, sectionId, departmentId: place.departmentId }));
  });
};
