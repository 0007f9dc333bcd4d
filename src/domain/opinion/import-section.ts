import type { LocalDate } from '../calendar/local-date.ts';
import { choosableOn, type DepartmentWithSections, type PlaceNames, type Section } from '../department.ts';
import { nearestOf } from '../nearest-word.ts';
import { nameKey } from '../person/written-name.ts';
import { type Result, refuse, succeed } from '../result.ts';

/** Why what a file calls a section is none: nothing is called so, or several are. `near` are places that may be meant. */
export type SectionProblem = {
  readonly kind: 'section-unknown' | 'section-unclear';
  readonly typed: string;
  readonly near: readonly PlaceNames[];
};

type Place = PlaceNames & { readonly section: Section };

/** So many places are named where what was typed is none of them. */
const MOST_NEAR = 3;

/** Places whose name is a slip away, has what was typed in it or stands in that, or are of the department that was typed. */
const nearTo = (typed: string, places: readonly Place[]): readonly Place[] => {
  const wanted = nameKey(typed);
  const words = places.flatMap((place) => [
    { word: nameKey(place.sectionName), place },
    { word: nameKey(`${place.departmentName}${place.sectionName}`), place },
  ]);
  const slip = nearestOf(wanted, words)?.place;
  const inside = words
    .filter(({ word }) => word.includes(wanted) || wanted.includes(word))
    .map(({ place }) => place);
  const ofDepartment = places.filter(({ departmentName }) => wanted.startsWith(nameKey(departmentName)));
  return [...new Set([...(slip === undefined ? [] : [slip]), ...inside, ...ofDepartment])].slice(
    0,
    MOST_NEAR,
  );
};

const namesOf = ({ departmentName, sectionName }: Place): PlaceNames => ({ departmentName, sectionName });

/**
 * The section of `today` that a file calls so: by department and section (福祉部 福祉課), or by its own name where one department alone
 * has it. Spaces do not count. Refused with the places that may be meant.
 */
export const findSection = (
  departments: readonly DepartmentWithSections[],
  typed: string,
  today: LocalDate,
): Result<Section, SectionProblem> => {
  const places: readonly Place[] = choosableOn(departments, today).flatMap(({ name, sections }) =>
    sections.map((section) => ({ departmentName: name, sectionName: section.name, section })),
  );
  const wanted = nameKey(typed);
  const whole = places.find(
    ({ departmentName, sectionName }) => nameKey(`${departmentName}${sectionName}`) === wanted,
  );
  if (whole !== undefined) return succeed(whole.section);
  const called = places.filter(({ sectionName }) => nameKey(sectionName) === wanted);
  const [only] = called;
  if (called.length === 1 && only !== undefined) return succeed(only.section);
  return called.length > 1
    ? refuse({ kind: 'section-unclear', typed, near: called.map(namesOf) })
    : refuse({ kind: 'section-unknown', typed, near: nearTo(typed, places).map(namesOf) });
};
