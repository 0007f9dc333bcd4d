import type { WorkspaceRecord } from '../../db/database.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { type Responsibles, responsiblesOn } from '../../domain/inquiry/responsible.ts';
import type { Person } from '../../domain/person/person.ts';

/** Who is there to answer on a day for sections of these departments. */
export const readResponsibles = async (
  record: Pick<WorkspaceRecord, 'appointments' | 'departments' | 'people'>,
  day: LocalDate,
  wanted: {
    readonly departmentIds: readonly string[];
    readonly delegateIds: readonly (string | null)[];
    readonly secretariat: readonly string[];
  },
): Promise<Responsibles> => {
  const departments = (await record.departments.all()).filter(({ id }) => wanted.departmentIds.includes(id));
  const sectionIds = departments.flatMap(({ sections }) => sections.map(({ id }) => id));
  const appointments = await record.appointments.ofSections(sectionIds, day);
  const named: Person[] = [];
  for (const id of new Set(wanted.delegateIds)) {
    const person = id === null ? undefined : await record.people.find(id);
    if (person !== undefined) named.push(person);
  }
  return responsiblesOn(day, departments, appointments, named, wanted.secretariat);
};
