import type { WorkspaceRecord } from '../db/database.ts';
import type { SectionPlace } from '../domain/inquiry/standing.ts';

/** Every section with its department, in the order of both. */
export const readPlacesInOrder = async ({
  departments,
}: Pick<WorkspaceRecord, 'departments'>): Promise<readonly SectionPlace[]> =>
  (await departments.all()).flatMap((department) =>
    department.sections.map((section) => ({
      sectionId: section.id,
      sectionName: section.name,
      departmentId: department.id,
      departmentName: department.name,
    })),
  );
