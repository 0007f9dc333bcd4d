import type { Actor } from '../../domain/actor.ts';
import type { CancelDraft } from '../../domain/occasion/record.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readLinesOfSections } from '../../queries/roster.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** Takes an appointment that was entered in error out of every roster; the row stays. Cancelling twice changes nothing. */
export const cancelAppointment = async (
  { clock, db }: ServiceDeps,
  appointmentId: string,
  { key, draft }: FormInput<CancelDraft>,
  actor: Actor,
): Promise<Result<null, Refusal>> => {
  const { reason } = draft;
  const at = clock.now();
  const subject = subjectOf('appointment', appointmentId);
  return db.submit<null, Refusal>(
    { actor, action: 'cancel-appointment', at, subject },
    { key, content: draft },
    async (record) => {
      if (!may(actor, 'manage')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      await record.appointments.lock();
      const appointment = await record.appointments.find(appointmentId);
      if (appointment === undefined) return refuse({ kind: 'gone' });
      if (appointment.cancelledAt !== null) return succeed(null);
      await record.appointments.put(appointmentId, { cancelledAt: at });
      await record.audit({ subject, before: { cancelled: false }, after: { cancelled: true }, reason });
      await record.deliveries.refresh(subject);
      await record.deliveries.refreshLines(await readLinesOfSections(record, [appointment]));
      return succeed(null);
    },
  );
};
