import type { WorkspaceRecord } from '../../db/database.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { RosterToAsk } from '../../domain/inquiry/sending.ts';

/** The roster of a day by which an inquiry is sent. */
export const readRosterToAsk = async (
  record: Pick<WorkspaceRecord, 'appointments' | 'awayPeriods' | 'departments' | 'people'>,
  day: LocalDate,
  secretariat: readonly string[],
): Promise<RosterToAsk> => ({
  day,
  departments: await record.departments.all(),
  appointments: await record.appointments.between(day, day),
  people: await record.people.all(),
  secretariat,
  away: await record.awayPeriods.notOver(day),
});
