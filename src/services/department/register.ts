import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/actor.ts';
import type { DepartmentDraft, DepartmentProblem } from '../../domain/department.ts';
import { withName } from '../../domain/department-match.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { lastPosition } from '../../domain/position.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/**
 * Registers a 部局, a 課・室等 of it, or both at once; a section of a department that is there already is added to it. Names
 * are unique; spaces do not count.
 */
export const registerDepartment = async (
  { clock, db }: ServiceDeps,
  { key, draft }: FormInput<DepartmentDraft>,
  actor: Actor,
): Promise<Result<null, DepartmentProblem | Refusal>> => {
  const at = clock.now();
  const { department: name, section: sectionName, position } = draft;
  const act = { actor, action: 'register-department', at };
  return db.submit<null, DepartmentProblem | Refusal>(act, { key, content: draft }, async (record) => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    // The roster registers departments too: one at a time.
    await record.appointments.lock();
    const departments = await record.departments.all();
    const known = withName(departments, name);
    const sections = known?.sections ?? [];
    if (known !== undefined && sectionName === '')
      return refuse({ field: 'department', kind: 'department-taken' });
    if (withName(sections, sectionName) !== undefined)
      return refuse({ field: 'section', kind: 'section-taken' });

    const department = known ?? {
      id: randomUUID(),
      name,
      position: (sectionName === '' ? position : undefined) ?? lastPosition(departments),
    };
    if (known === undefined) {
      await record.departments.createDepartments([department]);
      await record.audit({ subject: subjectOf('department', department.id), after: department });
    }
    if (sectionName !== '') {
      const section = {
        id: randomUUID(),
        departmentId: department.id,
        name: sectionName,
        position: position ?? lastPosition(sections),
      };
      await record.departments.createSections([section]);
      await record.audit({ subject: subjectOf('section', section.id), after: section });
    }
    return succeed(null);
  });
};
