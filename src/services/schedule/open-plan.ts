import type { Actor } from '../../domain/actor.ts';
import { currentFiscalYear, readFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { changedDays, MOST_CARRIED_DAYS } from '../../domain/schedule/carried.ts';
import type { ScheduleOffers } from '../../domain/schedule/plan.ts';
import {
  type ChosenSchedule,
  plannedFrom,
  type ScheduleDraft,
  type ScheduleProblem,
} from '../../domain/schedule/planned.ts';
import { readScheduleOffers } from '../../queries/schedule/offers.ts';
import type { ServiceDeps } from '../service-deps.ts';

/**
 * Drafts 年間スケジュールの案 of a year from the record of one before it, for the secretariat. With what was chosen on its pages so far
 * (`chosen`) it is refused where that can't be recorded. Nothing is kept.
 */
export const openSchedulePlan = async (
  { clock, db }: ServiceDeps,
  { fiscalYear, baseYear }: ScheduleDraft,
  chosen: ChosenSchedule | undefined,
  actor: Actor,
): Promise<Result<ScheduleOffers, ScheduleProblem | Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const act = { actor, action: 'open-schedule-plan', at };
  return db.look<ScheduleOffers, ScheduleProblem | Refusal>(act, async (record) => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const [year, base] = [readFiscalYear(fiscalYear, today), readFiscalYear(baseYear, today)];
    if (year === undefined) return refuse({ field: 'fiscalYear', kind: 'year-unreadable' });
    if (base === undefined) return refuse({ field: 'baseYear', kind: 'year-unreadable' });
    if (year < currentFiscalYear(today))
      return refuse({ field: 'fiscalYear', kind: 'scheduled-year-is-over' });
    if (base >= year) return refuse({ field: 'baseYear', kind: 'base-year-not-before' });
    const plan = await readScheduleOffers(record, { year, baseYear: base }, today);
    if (plan.offers.length === 0)
      return refuse({ field: 'baseYear', kind: 'base-year-empty', fiscalYear: base });
    if (chosen === undefined) return succeed(plan);
    const planned = plannedFrom(plan.offers, chosen, today, plan);
    if (!planned.ok) return planned;
    return changedDays(plan.offers, chosen.days).size > MOST_CARRIED_DAYS
      ? refuse({ kind: 'too-many-days-changed', most: MOST_CARRIED_DAYS })
      : succeed(plan);
  });
};
