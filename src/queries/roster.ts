import type { WorkspaceRecord } from '../db/database.ts';
import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import { targetRef } from '../domain/inquiry/target.ts';
import type { KnownRoster, RosterSpan } from '../domain/roster/import.ts';
import { type Subject, subjectOf } from '../domain/subject.ts';

/** What a roster file of these days is held against: everybody, every place, and who is appointed then. */
export const readKnownRoster = async (
  record: Pick<WorkspaceRecord, 'appointments' | 'departments' | 'people'>,
  { first, last }: RosterSpan,
): Promise<Omit<KnownRoster, 'today'>> => ({
  people: await record.people.all(),
  departments: await record.departments.all(),
  appointments: await record.appointments.between(first, last),
});

/** Lines that change with who holds these sections: what inquiries ask of them, and 選任報告 of their departments for a year. */
export const readLinesOfSections = async (
  record: Pick<WorkspaceRecord, 'departments' | 'inquiryTargets'>,
  sectionIds: readonly string[],
  year: FiscalYear,
): Promise<readonly Subject[]> => {
  const departments = (await record.departments.all()).filter(({ sections }) =>
    sections.some(({ id }) => sectionIds.includes(id)),
  );
  const asked = await record.inquiryTargets.open({ sectionIds, delegateId: null });
  return [...departments.map(({ id }) => subjectOf('roster-report', id, year)), ...asked.map(targetRef)];
};
