import { randomUUID } from 'node:crypto';
import { fromUtcMidnight, type LocalDate, utcMidnight } from '../domain/calendar/local-date.ts';
import type { Department, DepartmentWithSections, Section } from '../domain/department.ts';
import type { NamedPlace } from '../domain/department-match.ts';
import { inOrder, lastPosition } from '../domain/position.ts';
import { type Subject, subjectOf } from '../domain/subject.ts';
import type { Prismatic } from './client.ts';

/** A section and its department by name, and where they stand in the order. */
export type Place = {
  readonly sectionId: string;
  readonly sectionName: string;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly position: readonly [department: number, section: number];
};

const placeIn = (department: Department, section: Omit<Section, 'departmentId' | 'endedOn'>): Place => ({
  sectionId: section.id,
  sectionName: section.name,
  departmentId: department.id,
  departmentName: department.name,
  position: [department.position, section.position],
});

/** Where sections are, by section id, of departments that are known. */
export const placesIn = (departments: readonly DepartmentWithSections[]): ReadonlyMap<string, Place> =>
  new Map(
    departments.flatMap((department) =>
      department.sections.map((section) => [section.id, placeIn(department, section)] as const),
    ),
  );

export type DepartmentTable = {
  /** Every department with its sections, in order. */
  readonly all: () => Promise<readonly DepartmentWithSections[]>;
  /** Where these sections are, by section id; what is not in the record is left out. */
  readonly placesOf: (sectionIds: readonly string[]) => Promise<ReadonlyMap<string, Place>>;
  readonly createDepartments: (rows: readonly Department[]) => Promise<void>;
  readonly createSections: (rows: readonly Omit<Section, 'endedOn'>[]) => Promise<void>;
  /**
   * Sees to it that a place is in the record, what is new of it behind all others; gives the section's id, and what was
   * added as the audit log calls it.
   */
  readonly keep: (place: NamedPlace) => Promise<{
    readonly sectionId: string;
    readonly added: readonly { readonly subject: Subject; readonly after: unknown }[];
  }>;
  readonly putDepartment: (id: string, facts: Partial<Omit<Department, 'id'>>) => Promise<void>;
  readonly putSection: (
    id: string,
    facts: { readonly name?: string; readonly position?: number; readonly endedOn?: LocalDate | null },
  ) => Promise<void>;
};

export const createDepartmentTable = (prisma: Prismatic, workspaceId: string): DepartmentTable => {
  const table: DepartmentTable = {
    all: async () => {
      const rows = await prisma.department.findMany({ where: { workspaceId }, include: { sections: true } });
      return inOrder(
        rows.map(({ id, name, position, sections }) => ({
          id,
          name,
          position,
          sections: inOrder(
            sections.map((section) => ({
              id: section.id,
              departmentId: section.departmentId,
              name: section.name,
              position: section.position,
              endedOn: section.endedOn === null ? null : fromUtcMidnight(section.endedOn),
            })),
          ),
        })),
      );
    },
    placesOf: async (sectionIds) => {
      const rows = await prisma.section.findMany({
        where: { workspaceId, id: { in: [...sectionIds] } },
        include: { department: true },
      });
      return new Map(rows.map((section) => [section.id, placeIn(section.department, section)]));
    },
    createDepartments: async (rows) => {
      await prisma.department.createMany({
        data: rows.map(({ id, name, position }) => ({ workspaceId, id, name, position })),
      });
    },
    createSections: async (rows) => {
      await prisma.section.createMany({
        data: rows.map(({ id, departmentId, name, position }) => ({
          workspaceId,
          id,
          departmentId,
          name,
          position,
        })),
      });
    },
    keep: async ({ department, section }) => {
      const isNewDepartment = !('id' in department);
      const kept = isNewDepartment
        ? { id: randomUUID(), name: department.name, position: lastPosition(await table.all()), sections: [] }
        : department;
      const { sections, ...row } = kept;
      if (isNewDepartment) await table.createDepartments([row]);
      const added = isNewDepartment ? [{ subject: subjectOf('department', row.id), after: row }] : [];
      if ('id' in section) return { sectionId: section.id, added };
      const facts = {
        id: randomUUID(),
        departmentId: row.id,
        name: section.name,
        position: lastPosition(sections),
      };
      await table.createSections([facts]);
      return {
        sectionId: facts.id,
        added: [...added, { subject: subjectOf('section', facts.id), after: facts }],
      };
    },
    putDepartment: async (id, facts) => {
      await prisma.department.update({ where: { workspaceId_id: { workspaceId, id } }, data: facts });
    },
    putSection: async (id, { endedOn, ...facts }) => {
      await prisma.section.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: {
          ...facts,
          ...(endedOn === undefined ? {} : { endedOn: endedOn === null ? null : utcMidnight(endedOn) }),
        },
      });
    },
  };
  return table;
};
