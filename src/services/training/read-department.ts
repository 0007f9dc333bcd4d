import { type Actor, chiefOf } from '../../domain/actor.ts';
import { wasThere } from '../../domain/attendance/attendance.ts';
import { currentFiscalYear, type FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { firstDayOfRecord } from '../../domain/occasion/date.ts';
import { may } from '../../domain/permission.ts';
import { holdsOn } from '../../domain/promoter/appointment.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** How many of a department's 協働推進員 of today have had this fiscal year's promoter training. */
export type DepartmentTraining = {
  readonly name: string;
  readonly year: FiscalYear;
  readonly came: number;
  readonly of: number;
  /** Whether a session of this year's has begun. */
  readonly hasBegun: boolean;
};

/** The promoter training of each department of which one is 協働推進員(主任); of no other. */
export const readDepartmentTraining = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<readonly DepartmentTraining[]> => {
  const mine = chiefOf(actor).filter((departmentId) => may(actor, 'see-attendance', { departmentId }));
  if (mine.length === 0) return [];
  const today = todayInTokyo(clock.now());
  const year = currentFiscalYear(today);
  const record = db.record(actor.workspaceId);
  const [departments, appointments, programmes, sessions] = await Promise.all([
    record.departments.all(),
    record.appointments.between(today, today),
    record.programmes.nameable(year),
    record.trainings.ofYear(year),
  ]);
  const forPromoters = new Set(programmes.filter((programme) => programme.forPromoters).map(({ id }) => id));
  const counted = sessions.filter(({ programmeId }) => programmeId !== null && forPromoters.has(programmeId));
  const hasBegun = counted.some(
    ({ cancelled, date }) => cancelled === null && firstDayOfRecord(date) <= today,
  );
  const trained = new Set(
    (await record.attendances.ofSessions(counted.map(({ id }) => id)))
      .filter((attendance) => wasThere(attendance))
      .map(({ personId }) => personId),
  );
  return departments
    .filter(({ id }) => mine.includes(id))
    .map(({ name, sections }) => {
      const here = new Set(sections.map(({ id }) => id));
      const promoters = new Set(
        appointments
          .filter((appointment) => here.has(appointment.sectionId) && holdsOn(appointment, today))
          .map(({ person }) => person.id),
      );
      const came = [...promoters].filter((id) => trained.has(id)).length;
      return { name, year, came, of: promoters.size, hasBegun };
    });
};
