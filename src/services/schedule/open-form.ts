import type { Actor } from '../../domain/actor.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { yearToSchedule } from '../../domain/schedule/planned.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Opens 年間スケジュールを作成 for the secretariat: gives the year that is planned unless told. */
export const openScheduleForm = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<Result<FiscalYear, Refusal>> => {
  const at = clock.now();
  return db.look<FiscalYear, Refusal>({ actor, action: 'open-schedule-form', at }, async () =>
    isSecretariat(actor)
      ? succeed(yearToSchedule(todayInTokyo(at)))
      : refuse({ kind: 'not-allowed', who: 'secretariat' }),
  );
};
