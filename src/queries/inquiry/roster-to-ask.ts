import type { WorkspaceRecord } from '../../db/database.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { RosterToAsk } from '../../domain/inquiry/sending.ts';
import { daysOfServing, servingDay } from '../../domain/promoter/serving.ts';

/** The roster of a day by which an inquiry is sent. */
export const readRosterToAsk = async (
  record: Pick<WorkspaceRecord, 'appointments' | 'awayPeriods' | 'departments' | 'people' | 'settings'>,
  day: LocalDate,
  secretariat: readonly string[],
): Promise<RosterToAsk> => {
  const serving = servingDay(day, await record.settings.read());
  const { first, last } = daysOfServing(serving);
  return {
    serving,
    departments: await record.departments.all(),
    appointments: await record.appointments.between(first, last),
    people: await record.people.all(),
    secretariat,
    away: await record.awayPeriods.notOver(day),
  };
};
