import type { WorkspaceRecord } from '../../db/database.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import {
  type Owned,
  type Responsible,
  type Responsibles,
  responsibleFor,
  responsiblesOn,
} from '../../domain/inquiry/responsible.ts';
import type { Person } from '../../domain/person/person.ts';

type Sources = Pick<WorkspaceRecord, 'appointments' | 'people'>;

/** Who was named for something, of whom the record knows. */
const readNamed = (
  { people }: Sources,
  delegateIds: readonly (string | null)[],
): Promise<readonly Person[]> => people.ofIds([...new Set(delegateIds.flatMap((id) => id ?? []))]);

/** Tells of each of these whose it is on a day, by `responsibleFor`; who receives it in their place is not read. */
export const readOwners = async (
  record: Sources,
  day: LocalDate,
  targets: readonly Owned[],
): Promise<(target: Owned) => Pick<Responsible, 'people' | 'relation'>> => {
  const sectionIds = [...new Set(targets.map(({ sectionId }) => sectionId))];
  const appointments = await record.appointments.ofSections(sectionIds, day);
  const named = await readNamed(
    record,
    targets.map(({ delegateId }) => delegateId),
  );
  const responsibles = responsiblesOn(day, [], appointments, named, []);
  return (target) => responsibleFor(target, responsibles);
};

/** Who is there to answer on a day for sections of these departments. */
export const readResponsibles = async (
  record: Sources & Pick<WorkspaceRecord, 'departments'>,
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
  const named = await readNamed(record, wanted.delegateIds);
  return responsiblesOn(day, departments, appointments, named, wanted.secretariat);
};
