import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { type Appointment, holdsOn } from '../../domain/promoter/appointment.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** An appointment with the names of its section. */
export type OwnAppointment = {
  readonly department: string;
  readonly section: string;
  readonly appointment: Appointment;
};

/** The appointments that this person holds today; what has not begun is not theirs to see. */
export const listOwnAppointments = async (
  { clock, db }: ServiceDeps,
  { workspaceId, personId, posts }: Actor,
): Promise<readonly OwnAppointment[]> => {
  if (personId === null || posts.length === 0) return [];
  const today = todayInTokyo(clock.now());
  const record = db.record(workspaceId);
  const [departments, appointments] = await Promise.all([
    record.departments.all(),
    record.appointments.ofPerson(personId),
  ]);
  const held = appointments.filter((appointment) => holdsOn(appointment, today));
  return departments.flatMap(({ name: department, sections }) =>
    sections.flatMap(({ id, name: section }) =>
      held
        .filter(({ sectionId }) => sectionId === id)
        .map((appointment) => ({ department, section, appointment })),
    ),
  );
};
