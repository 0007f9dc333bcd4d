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
import type { Appointment } from '../../domain/promoter/appointment.ts';
import { daysOfServing, type ServingDay, servingDay } from '../../domain/promoter/serving.ts';

type Sources = Pick<WorkspaceRecord, 'appointments' | 'people' | 'settings'>;

/** Who was named for something, of whom the record knows. */
const readNamed = (
  { people }: Sources,
  delegateIds: readonly (string | null)[],
): Promise<readonly Person[]> => people.ofIds([...new Set(delegateIds.flatMap((id) => id ?? []))]);

/** What appointments there are of these sections by which people may serve on a day. */
const readServing = async (
  { appointments, settings }: Sources,
  sectionIds: readonly string[],
  day: LocalDate,
): Promise<{ readonly serving: ServingDay; readonly appointments: readonly Appointment[] }> => {
  const serving = servingDay(day, await settings.read());
  const { first, last } = daysOfServing(serving);
  return { serving, appointments: await appointments.ofSections(sectionIds, first, last) };
};

/** Tells of each of these whose it is on a day, by `responsibleFor`; who receives it in their place is not read. */
export const readOwners = async (
  record: Sources,
  day: LocalDate,
  targets: readonly Owned[],
): Promise<(target: Owned) => Pick<Responsible, 'people' | 'relation'>> => {
  const sectionIds = [...new Set(targets.map(({ sectionId }) => sectionId))];
  const { serving, appointments } = await readServing(record, sectionIds, day);
  const named = await readNamed(
    record,
    targets.map(({ delegateId }) => delegateId),
  );
  const responsibles = responsiblesOn(serving, [], appointments, named, []);
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
  const { serving, appointments } = await readServing(record, sectionIds, day);
  const named = await readNamed(record, wanted.delegateIds);
  return responsiblesOn(serving, departments, appointments, named, wanted.secretariat);
};
