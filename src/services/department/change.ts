import type { Actor } from '../../domain/actor.ts';
import type { Department, DepartmentDraft, DepartmentProblem } from '../../domain/department.ts';
import { withName } from '../../domain/department-match.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** What of a department can be changed. */
export type DepartmentChange = Pick<DepartmentDraft, 'department' | 'position'>;

/** Renames a 部局 or moves it in the order. `opened` is how it was when the form was opened. */
export const changeDepartment = async (
  { clock, db }: ServiceDeps,
  opened: Department,
  { key, draft }: FormInput<DepartmentChange>,
  actor: Actor,
): Promise<Result<null, DepartmentProblem | Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('department', opened.id);
  const act = { actor, action: 'change-department', at, subject };
  return db.submit<null, DepartmentProblem | Refusal>(act, { key, content: draft }, async (record) => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    await record.appointments.lock();
    const departments = await record.departments.all();
    const present = departments.find(({ id }) => id === opened.id);
    if (present === undefined) return refuse({ field: 'department', kind: 'unknown-department' });
    if (present.name !== opened.name || present.position !== opened.position)
      return refuse(await record.changedMeanwhile(subject));
    const others = departments.filter((department) => department !== present);
    if (withName(others, draft.department) !== undefined)
      return refuse({ field: 'department', kind: 'department-taken' });

    const before = { name: present.name, position: present.position };
    const after = { name: draft.department, position: draft.position ?? present.position };
    await record.departments.putDepartment(opened.id, after);
    await record.audit({ subject, before, after });
    return succeed(null);
  });
};
