import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { placeOf } from '../../domain/department.ts';
import { type Appointment, holdsOn } from '../../domain/promoter/appointment.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A 役割のご案内 that was sent and not confirmed, with the section it speaks of. */
export type OpenGuide = {
  readonly appointment: Appointment;
  readonly departmentName: string;
  readonly sectionName: string;
};

/** This person's 役割のご案内 that wait for 確認しました. */
export const listOpenGuides = async (
  { clock, db }: ServiceDeps,
  { workspaceId, personId }: Actor,
): Promise<readonly OpenGuide[]> => {
  if (personId === null) return [];
  const record = db.record(workspaceId);
  const today = todayInTokyo(clock.now());
  const open = (await record.appointments.ofPerson(personId)).filter(
    (one) => one.guidePlannedAt !== null && one.guideConfirmedAt === null && holdsOn(one, today),
  );
  if (open.length === 0) return [];
  const departments = await record.departments.all();
  return open.map((appointment) => {
    const place = placeOf(departments, appointment.sectionId);
    return {
      appointment,
      departmentName: place?.department.name ?? '',
      sectionName: place?.section.name ?? '',
    };
  });
};
