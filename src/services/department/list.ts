import type { Actor } from '../../domain/actor.ts';
import type { DepartmentWithSections } from '../../domain/department.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Every department with its sections, in order, for the secretariat. */
export const listDepartments = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<Result<readonly DepartmentWithSections[], Refusal>> => {
  const act = { actor, action: 'list-departments', at: clock.now() };
  return db.look<readonly DepartmentWithSections[], Refusal>(act, async (record) =>
    isSecretariat(actor)
      ? succeed(await record.departments.all())
      : refuse({ kind: 'not-allowed', who: 'secretariat' }),
  );
};
