import { fromUtcMidnight, type LocalDate, utcMidnight } from '../domain/calendar/local-date.ts';
import { type Department, type DepartmentWithSections, inOrder, type Section } from '../domain/department.ts';
import type { Prismatic } from './client.ts';

export type DepartmentTable = {
  /** Every department with its sections, in order. */
  readonly all: () => Promise<readonly DepartmentWithSections[]>;
  readonly createDepartments: (rows: readonly Department[]) => Promise<void>;
  readonly createSections: (rows: readonly Omit<Section, 'endedOn'>[]) => Promise<void>;
  readonly putDepartment: (id: string, facts: Partial<Omit<Department, 'id'>>) => Promise<void>;
  readonly putSection: (
    id: string,
    facts: { readonly name?: string; readonly position?: number; readonly endedOn?: LocalDate | null },
  ) => Promise<void>;
};

export const createDepartmentTable = (prisma: Prismatic, workspaceId: string): DepartmentTable => ({
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
});
