import type { WorkspaceRecord } from '../../db/database.ts';
import { currentFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { joinParts } from '../../domain/parts.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { rosterOn } from '../../domain/promoter/appointment.ts';
import type { Found } from '../../domain/search/found.ts';
import { foundAmong } from '../../domain/search/query.ts';
import type { SearchReading } from './reading.ts';

/** 会議体 of the year: by their names everybody, 構成 and 主な役割 as well who makes them. */
export const readFoundBodies = async (
  record: Pick<WorkspaceRecord, 'bodies'>,
  { actor, query, now }: SearchReading,
): Promise<readonly Found[]> => {
  const year = query.year ?? currentFiscalYear(todayInTokyo(now));
  const manages = isSecretariat(actor);
  const bodies = (await record.bodies.nameable(year)).filter(({ since }) => since <= year);
  return foundAmong(
    query,
    bodies.map(
      ({ id, name, shortName, position, composition, role }): Found => ({
        kind: 'body',
        id,
        at: -position,
        name,
        beside: shortName,
        mark: 'settled',
        texts: [shortName, ...(manages ? [composition, role] : [])],
        opens: manages ? { by: 'body-form', value: id } : { by: 'body', value: joinParts(id, year) },
      }),
    ),
  );
};

/** Sections stand in the order of their departments. */
const PLACES_OF_DEPARTMENT = 1_000_000;

/** 協働推進員 of today, by name and section. */
export const readFoundPromoters = async (
  record: Pick<WorkspaceRecord, 'appointments' | 'departments'>,
  { query, now }: SearchReading,
): Promise<readonly Found[]> => {
  const today = todayInTokyo(now);
  if (query.year !== null && query.year !== currentFiscalYear(today)) return [];
  const [departments, appointments] = await Promise.all([
    record.departments.all(),
    record.appointments.between(today, today),
  ]);
  return foundAmong(
    query,
    rosterOn(today, departments, appointments).departments.flatMap(({ department, sections }) =>
      sections.flatMap(({ section, appointments: held }) =>
        held.map(
          ({ id, role, person }): Found => ({
            kind: 'promoter',
            id,
            at: -(department.position * PLACES_OF_DEPARTMENT + section.position),
            name: person.name,
            beside: `${department.name} ${section.name}`,
            mark: role === 'chief' ? 'chief' : 'settled',
            texts: [department.name, section.name],
            opens: { by: 'promoter', value: section.id },
          }),
        ),
      ),
    ),
  );
};
