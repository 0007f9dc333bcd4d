import type { WorkspaceRecord } from '../db/database.ts';
import type { KnownRoster, RosterSpan } from '../domain/roster/import.ts';

/** What a roster file of these days is held against: everybody, every place, and who is appointed then. */
export const readKnownRoster = async (
  record: Pick<WorkspaceRecord, 'appointments' | 'departments' | 'people'>,
  { first, last }: RosterSpan,
): Promise<Omit<KnownRoster, 'today'>> => ({
  people: await record.people.all(),
  departments: await record.departments.all(),
  appointments: await record.appointments.between(first, last),
});
