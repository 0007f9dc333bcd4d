import { randomUUID } from 'node:crypto';
import type { Actor, PromoterRole } from '../../domain/actor.ts';
import { may } from '../../domain/permission.ts';
import {
  appointingFrom,
  daysToLookAt,
  keptAppointment,
  type Succeeded,
  succeededBy,
} from '../../domain/promoter/appointing.ts';
import {
  type AppointmentDraft,
  type AppointmentProblem,
  isNewPromoter,
  type Term,
} from '../../domain/promoter/appointment.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readKnownRoster, readLinesOfSections } from '../../queries/roster.ts';
import type { People } from '../../slack/people.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** Who was appointed for which term, and whose term ended for it. */
export type Appointed = {
  readonly name: string;
  readonly section: string;
  readonly role: PromoterRole;
  readonly term: Term;
  readonly succeeded: readonly Succeeded[];
  readonly personId: string;
};

/**
 * Registers a promoter, confirmed, with department and section where they are new. Who holds the section in that role then
 * ends the day before, unless the form leaves them beside. A new promoter will get the 役割のご案内.
 */
export const appointPromoter = async (
  { clock, db, people }: ServiceDeps & { readonly people: People },
  { key, draft }: FormInput<AppointmentDraft>,
  actor: Actor,
): Promise<Result<Appointed, AppointmentProblem | Refusal>> => {
  const at = clock.now();
  const slack = draft.user === undefined ? undefined : await people.find(draft.user);
  return db.submit<Appointed, AppointmentProblem | Refusal>(
    { actor, action: 'appoint-promoter', at },
    { key, content: draft },
    async (record) => {
      if (!may(actor, 'manage')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      await record.appointments.lock();
      const { role, section } = draft;
      const known = await readKnownRoster(record, daysToLookAt(draft));
      const read = appointingFrom(draft, slack, known);
      if (!read.ok) return read;
      const { named, place, term } = read.value;
      const person = await record.people.keep(named, at);
      const { sectionId, added } = await record.departments.keep(place);
      const succeeded =
        draft.predecessor === 'stays' ? [] : succeededBy(known.appointments, { sectionId, role }, term);
      for (const { appointment, endsOn } of succeeded)
        await record.appointments.put(appointment.id, endsOn === null ? { cancelledAt: at } : { endsOn });
      const appointment = { id: randomUUID(), person, sectionId, role, ...term };
      const { person: _, ...facts } = appointment;
      await record.appointments.create([
        {
          ...facts,
          personId: person.id,
          recordedBy: actor.id,
          recordedAt: at,
          reportedAt: null,
          confirmedAt: at,
          guideWanted: isNewPromoter(await record.appointments.ofPerson(person.id), term.startsOn),
        },
      ]);
      const now = await record.departments.all();
      await record.audit(
        ...added,
        { subject: subjectOf('appointment', appointment.id), after: keptAppointment(appointment, now) },
        ...succeeded.map(({ appointment: former, endsOn }) => ({
          subject: subjectOf('appointment', former.id),
          before: keptAppointment(former, now),
          after: endsOn === null ? { cancelled: true } : keptAppointment({ ...former, endsOn }, now),
        })),
      );
      for (const { appointment: former } of succeeded)
        await record.deliveries.refresh(subjectOf('appointment', former.id));
      const lines = await readLinesOfSections(record, [{ sectionId, fiscalYear: term.fiscalYear }]);
      await record.deliveries.refreshLines(lines);
      return succeed({ name: person.name, section, role, term, succeeded, personId: person.id });
    },
  );
};
