import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { choosableOn, type DepartmentWithSections } from '../../domain/department.ts';
import { mayManageOpinions } from '../../domain/opinion/desk.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Opens 評価・意見を登録, or the import of a file of them, with the sections of today; for the secretariat. */
export const openOpinionForm = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<Result<readonly DepartmentWithSections[], Refusal>> => {
  const at = clock.now();
  return db.look<readonly DepartmentWithSections[], Refusal>(
    { actor, action: 'open-opinion-form', at },
    async (record) =>
      mayManageOpinions(actor)
        ? succeed(choosableOn(await record.departments.all(), todayInTokyo(at)))
        : refuse({ kind: 'not-allowed', who: 'secretariat' }),
  );
};
