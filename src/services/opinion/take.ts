import type { Actor } from '../../domain/actor.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { mayManageOpinions, type OpinionOnDesk } from '../../domain/opinion/desk.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { readOpinionsOfYear } from '../../queries/opinion.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** 評価・意見 of a year as files of them are written: its own in order of number, then 前年度からの継続. */
export type OpinionsToTake = {
  readonly year: FiscalYear;
  readonly at: Date;
  readonly listed: readonly OpinionOnDesk[];
};

/** Gives 評価・意見 of a year, in whatever state, as they stand now; to the secretariat. */
export const takeOpinions = async (
  { clock, db }: ServiceDeps,
  year: FiscalYear,
  actor: Actor,
): Promise<Result<OpinionsToTake, Refusal>> => {
  const at = clock.now();
  return db.look<OpinionsToTake, Refusal>({ actor, action: 'take-opinions', at }, async (record) =>
    mayManageOpinions(actor)
      ? succeed({ year, at, listed: await readOpinionsOfYear(record, year, todayInTokyo(at)) })
      : refuse({ kind: 'not-allowed', who: 'secretariat' }),
  );
};
