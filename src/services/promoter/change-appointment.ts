import { randomUUID } from 'node:crypto';
import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { may } from '../../domain/permission.ts';
import { appointingFrom, daysToLookAt, keptAppointment } from '../../domain/promoter/appointing.ts';
import {
  type Appointment,
  type AppointmentDraft,
  type AppointmentProblem,
  isNewPromoter,
} from '../../domain/promoter/appointment.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readKnownRoster, readLinesOfSections } from '../../queries/roster.ts';
import type { People } from '../../slack/people.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** Writes what an appointment is now, with the audit lines of it. */
const replace = async (
  record: ActingRecord,
  { before, after, reason }: { before: Appointment; after: Appointment; reason: string },
  { actor, at }: { readonly actor: Actor; readonly at: Date },
): Promise<void> => {
  const departments = await record.departments.all();
  const kept = {
    before: keptAppointment(before, departments),
    after: keptAppointment(after, departments),
    reason,
  };
  const { sectionId, role, fiscalYear, startsOn, endsOn } = after;
  const facts = { sectionId, role, fiscalYear, startsOn, endsOn };
  if (before.person.id === after.person.id) {
    await record.appointments.put(before.id, facts);
    await record.audit({ subject: subjectOf('appointment', before.id), ...kept });
  } else {
    // Another person is another appointment: messages to the first one are about theirs, which is cancelled.
    const id = randomUUID();
    const { confirmedAt, reportedAt, person } = after;
    const guideWanted = isNewPromoter(await record.appointments.ofPerson(person.id), startsOn);
    const recorded = { personId: person.id, recordedBy: actor.id, recordedAt: at };
    await record.appointments.create([{ id, ...facts, ...recorded, reportedAt, confirmedAt, guideWanted }]);
    await record.appointments.put(before.id, { cancelledAt: at });
    await record.audit(
      {
        subject: subjectOf('appointment', before.id),
        before: { cancelled: false },
        after: { cancelled: true },
        reason,
      },
      { subject: subjectOf('appointment', id), ...kept },
    );
  }
  await record.deliveries.refresh(subjectOf('appointment', before.id));
  await record.deliveries.refreshLines(await readLinesOfSections(record, [before, after]));
};

/**
 * Changes an appointment; what it was stays in the audit log. Ending it is a change of its last day. Naming another person
 * corrects an entry: the former row is cancelled, and theirs takes its place.
 */
export const changeAppointment = async (
  { clock, db, people }: ServiceDeps & { readonly people: People },
  target: { readonly appointmentId: string; readonly revision: number },
  { key, draft }: FormInput<AppointmentDraft>,
  actor: Actor,
): Promise<Result<null, AppointmentProblem | Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('appointment', target.appointmentId);
  const slack = draft.user === undefined ? undefined : await people.find(draft.user);
  return db.submit<null, AppointmentProblem | Refusal>(
    { actor, action: 'change-appointment', at, subject },
    { key, content: draft },
    async (record) => {
      if (!may(actor, 'manage')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      await record.appointments.lock();
      const before = await record.appointments.find(target.appointmentId);
      if (before === undefined || before.cancelledAt !== null) return refuse({ kind: 'gone' });
      if (before.revision !== target.revision) return refuse(await record.changedMeanwhile(subject));
      const known = await readKnownRoster(record, daysToLookAt(draft));
      const read = appointingFrom(draft, slack, known, before);
      if (!read.ok) return read;
      const { named, place, term } = read.value;
      const person = await record.people.keep(named, at);
      const { sectionId, added } = await record.departments.keep(place);
      await record.audit(...added);
      const after = { ...before, ...term, person, sectionId, role: draft.role };
      await replace(record, { before, after, reason: draft.reason }, { actor, at });
      return succeed(null);
    },
  );
};
