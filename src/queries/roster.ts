import type { WorkspaceRecord } from '../db/database.ts';
import { targetRef } from '../domain/inquiry/target.ts';
import type { KnownRoster, RosterSpan } from '../domain/roster/import.ts';
import { reportsOfSections, type SectionYear } from '../domain/roster/report.ts';
import type { Subject } from '../domain/subject.ts';

/** What a roster file of these days is held against: everybody, every place, and who is appointed then. */
export const readKnownRoster = async (
  record: Pick<WorkspaceRecord, 'appointments' | 'departments' | 'people'>,
  { first, last }: RosterSpan,
): Promise<Omit<KnownRoster, 'today'>> => ({
  people: await record.people.all(),
  departments: await record.departments.all(),
  appointments: await record.appointments.between(first, last),
});

/** Lines that change with who holds these sections: what inquiries ask of them, and 選任報告 of their departments. */
export const readLinesOfSections = async (
  record: Pick<WorkspaceRecord, 'departments' | 'inquiryTargets'>,
  places: readonly SectionYear[],
): Promise<readonly Subject[]> => {
  const sectionIds = [...new Set(places.map(({ sectionId }) => sectionId))];
  const asked = await record.inquiryTargets.open({ sectionIds, delegateId: null });
  return [...reportsOfSections(await record.departments.all(), places), ...asked.map(targetRef)];
};
