import type { LocalDate } from './calendar/local-date.ts';
import { type DepartmentWithSections, existsOn, type PlaceNames, type Section } from './department.ts';
import { soughtKey } from './person/sought.ts';
import { nameKey } from './person/written-name.ts';
import { type Result, refuse, succeed } from './result.ts';

/** A department and a section of it, each of the record or of a name that is not in it yet. */
export type NamedPlace = {
  readonly department: DepartmentWithSections | { readonly name: string };
  readonly section: Section | { readonly name: string };
};

/** What a form says of a place: `department` is an id, or `new` with a name in `newDepartment`. */
type PlaceDraft = {
  readonly department: string;
  readonly newDepartment: string;
  readonly section: string;
};

/** Why the fields name no place, or none that is there until `endsOn`. */
export type PlaceProblem =
  | { readonly field: 'newDepartment'; readonly kind: 'department-needed' }
  | { readonly field: 'department'; readonly kind: 'unknown-department' }
  | { readonly field: 'section'; readonly kind: 'section-ended'; readonly lastDay: LocalDate };

/** The 部局 or 課・室等 that is called so; spaces do not count. */
export const withName = <T extends { readonly name: string }>(
  rows: readonly T[],
  name: string,
): T | undefined => rows.find((row) => nameKey(row.name) === nameKey(name));

const departmentOf = (
  departments: readonly DepartmentWithSections[],
  { department, newDepartment }: PlaceDraft,
): Result<NamedPlace['department'], PlaceProblem> => {
  if (department === 'new')
    return nameKey(newDepartment) === ''
      ? refuse({ field: 'newDepartment', kind: 'department-needed' })
      : succeed(withName(departments, newDepartment) ?? { name: newDepartment });
  const known = departments.find(({ id }) => id === department);
  return known === undefined ? refuse({ field: 'department', kind: 'unknown-department' }) : succeed(known);
};

/** Finds the place that a form names; what is not in the record is given by its name alone. */
export const findPlace = (
  departments: readonly DepartmentWithSections[],
  draft: PlaceDraft,
  endsOn: LocalDate,
): Result<NamedPlace, PlaceProblem> => {
  const department = departmentOf(departments, draft);
  if (!department.ok) return department;
  const sections = 'sections' in department.value ? department.value.sections : [];
  const section = withName(sections, draft.section);
  if (section?.endedOn != null && !existsOn(section, endsOn))
    return refuse({ field: 'section', kind: 'section-ended', lastDay: section.endedOn });
  return succeed({ department: department.value, section: section ?? { name: draft.section } });
};

/** A 課・室等 with the name of its 部局. */
export type PlacedSection = Pick<Section, 'id' | 'name'> & Pick<PlaceNames, 'departmentName'>;

/**
 * The 課・室等 in whose name, with that of the 部局 before it, every word typed is found; all with nothing typed. Those that are called just
 * so come first, then those whose own name begins with it, has it, and those of such a 部局; among these as they are in order.
 */
export const sectionsSought = (
  departments: readonly DepartmentWithSections[],
  typed: string,
): readonly PlacedSection[] => {
  const words = typed.split(/\s+/u).map(soughtKey);
  const whole = words.join('');
  const rankOf = (departmentName: string, name: string): number | undefined => {
    const [own, full] = [soughtKey(name), soughtKey(departmentName + name)];
    if (!words.every((word) => full.includes(word))) return undefined;
    const ranks = [
      own === whole || full === whole,
      own.startsWith(whole),
      words.every((word) => own.includes(word)),
    ];
    const rank = ranks.indexOf(true);
    return rank === -1 ? ranks.length : rank;
  };
  return departments
    .flatMap(({ name: departmentName, sections }) =>
      sections.flatMap(({ id, name }) => {
        const rank = rankOf(departmentName, name);
        return rank === undefined ? [] : [{ rank, section: { id, name, departmentName } }];
      }),
    )
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ section }) => section);
};
