import { z } from 'zod';
import { type LocalDate, LocalDateSchema } from './calendar/local-date.ts';
import { noDataInTitle, refuseNoData } from './no-data.ts';
import { PositionDraft } from './position.ts';

/** 部局. */
export type Department = { readonly id: string; readonly name: string; readonly position: number };

/** 課・室等 of a 部局. `endedOn` is its last day (廃止), null while it goes on. */
export type Section = {
  readonly id: string;
  readonly departmentId: string;
  readonly name: string;
  readonly position: number;
  readonly endedOn: LocalDate | null;
};

/** A department with its sections, both in order. */
export type DepartmentWithSections = Department & { readonly sections: readonly Section[] };

/** Whether the section is there on `day`. */
export const existsOn = ({ endedOn }: Pick<Section, 'endedOn'>, day: LocalDate): boolean =>
  endedOn === null || day <= endedOn;

/** The sections that may be chosen on `day`: those that are there, and `own`, which are chosen already. */
export const choosableOn = (
  departments: readonly DepartmentWithSections[],
  day: LocalDate,
  own: readonly string[] = [],
): readonly DepartmentWithSections[] =>
  departments.map((department) => ({
    ...department,
    sections: department.sections.filter((section) => own.includes(section.id) || existsOn(section, day)),
  }));

export const DepartmentName: z.ZodString = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .superRefine(refuseNoData(noDataInTitle));

/**
 * The form 部局・課を登録, as it arrives. With a section the number is the section's, without one the department's.
 * `endedOn` is asked only of a section that is being changed.
 */
export const DepartmentDraft = z.object({
  department: DepartmentName,
  section: z.string().trim().max(60).superRefine(refuseNoData(noDataInTitle)).default(''),
  position: PositionDraft,
  endedOn: LocalDateSchema.optional(),
});
export type DepartmentDraft = z.infer<typeof DepartmentDraft>;

/** Why a department or section can't be registered so. */
export type DepartmentProblem =
  | { readonly field: 'department'; readonly kind: 'department-taken' | 'unknown-department' }
  | { readonly field: 'section'; readonly kind: 'section-taken' | 'section-needed' }
  | { readonly field: 'endedOn'; readonly kind: 'still-appointed'; readonly name: string };

/** 部局 and 課・室等 by name. */
export type PlaceNames = { readonly departmentName: string; readonly sectionName: string };

/** The department and section of an id; undefined when the record has none of that id. */
export const placeOf = (
  departments: readonly DepartmentWithSections[],
  sectionId: string,
): { readonly department: DepartmentWithSections; readonly section: Section } | undefined => {
  const department = departments.find(({ sections }) => sections.some(({ id }) => id === sectionId));
  const section = department?.sections.find(({ id }) => id === sectionId);
  return department && section && { department, section };
};
