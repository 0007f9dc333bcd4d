import type { LocalDate } from '../calendar/local-date.ts';
import type { Department, DepartmentWithSections, Section } from '../department.ts';
import { nameKey } from '../person/written-name.ts';
import { lastPosition } from '../position.ts';
import type { RosterPlace, RosterPlan, RosterRow } from './import.ts';

/** A section of the file or the record: `sectionKey` is its id, or its key while it is new. */
export type KeyedPlace = RosterPlace & {
  readonly departmentKey: string;
  readonly sectionKey: string;
  readonly endedOn: LocalDate | null;
};

/** Places found by name: written just so before written alike. */
const createDirectory = <Place extends { readonly name: string }>(places: readonly Place[]) => {
  const exact = new Map<string, Place>();
  const alike = new Map<string, Place>();
  const add = (place: Place): Place => {
    if (!exact.has(place.name)) exact.set(place.name, place);
    if (!alike.has(nameKey(place.name))) alike.set(nameKey(place.name), place);
    return place;
  };
  places.forEach(add);
  return { add, find: (name: string) => exact.get(name) ?? alike.get(nameKey(name)) };
};

/** A department as it grows by the sections of the file. */
type Growing = Department & {
  readonly rank: number;
  readonly sections: Section[];
  readonly directory: ReturnType<typeof createDirectory<Section & { readonly rank: number }>>;
};

const grow = (department: DepartmentWithSections, rank: number): Growing => ({
  ...department,
  rank,
  sections: [...department.sections],
  directory: createDirectory(department.sections.map((section, index) => ({ ...section, rank: index }))),
});

/** More sections than any department has: ranks of departments stand apart by it. */
const MOST_SECTIONS = 1_000_000;

export type RosterPlaces = Pick<RosterPlan, 'newDepartments' | 'newSections'> & {
  readonly placeOf: (row: RosterRow) => KeyedPlace;
  /** A section of the record by its id. */
  readonly placeOfSection: (sectionId: string) => KeyedPlace | undefined;
};

/** Where every row belongs. What the record does not have comes behind what it has, in the order of the file. */
export const placesOf = (
  departments: readonly DepartmentWithSections[],
  rows: readonly RosterRow[],
): RosterPlaces => {
  const grown = departments.map(grow);
  const directory = createDirectory(grown);
  const bySection = new Map<string, KeyedPlace>();
  const newDepartments: Department[] = [];
  const newSections: Section[] = [];
  const keep = (department: Growing, section: Section & { readonly rank: number }): KeyedPlace => {
    const place = {
      department: department.name,
      section: section.name,
      rank: department.rank * MOST_SECTIONS + section.rank,
      departmentKey: department.id,
      sectionKey: section.id,
      endedOn: section.endedOn,
    };
    bySection.set(section.id, place);
    return place;
  };
  for (const department of grown)
    for (const [rank, section] of department.sections.entries()) keep(department, { ...section, rank });

  const addDepartment = (name: string): Growing => {
    const facts = { id: `new-department:${grown.length}`, name, position: lastPosition(grown) };
    const department = grow({ ...facts, sections: [] }, grown.length);
    grown.push(department);
    newDepartments.push(facts);
    return directory.add(department);
  };
  const addSection = (department: Growing, name: string): KeyedPlace => {
    const section = {
      id: `new-section:${newSections.length}`,
      departmentId: department.id,
      name,
      position: lastPosition(department.sections),
      endedOn: null,
    };
    const ranked = department.directory.add({ ...section, rank: department.sections.length });
    department.sections.push(section);
    newSections.push(section);
    return keep(department, ranked);
  };
  const places = new Map(
    rows.map((row): [RosterRow, KeyedPlace] => {
      const department = directory.find(row.department) ?? addDepartment(row.department);
      const known = department.directory.find(row.section);
      const place = known && bySection.get(known.id);
      return [row, place ?? addSection(department, row.section)];
    }),
  );
  const placeOf = (row: RosterRow): KeyedPlace => {
    const place = places.get(row);
    if (place === undefined) throw new Error(`no row of this file: line ${row.line}`);
    return place;
  };
  return { newDepartments, newSections, placeOf, placeOfSection: (id) => bySection.get(id) };
};
