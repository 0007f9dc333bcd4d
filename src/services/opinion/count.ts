import type { Actor } from '../../domain/actor.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { yearWrittenOn } from '../../domain/chapter5/wanted.ts';
import { countStates, mayManageOpinions } from '../../domain/opinion/desk.ts';
import { readOpinionsOfYear } from '../../queries/opinion.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** How many 評価・意見 of a year stand where. */
export type OpinionCounts = {
  readonly year: FiscalYear;
  readonly counts: ReturnType<typeof countStates>;
};

/**
 * Of the year whose report is evaluated now, with 前年度からの継続, as the secretariat is to see it: undefined where there is none, and once
 * all are 公表済.
 */
export const countOpinions = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<OpinionCounts | undefined> => {
  if (!mayManageOpinions(actor)) return undefined;
  const today = todayInTokyo(clock.now());
  const year = yearWrittenOn(today);
  const record = db.record(actor.workspaceId);
  // Of most workspaces and days this is all that is asked.
  if (!(await record.opinions.years()).some((each) => each <= year)) return undefined;
  const counts = countStates(await readOpinionsOfYear(record, year, today));
  return counts.some(([state]) => state !== 'published') ? { year, counts } : undefined;
};
