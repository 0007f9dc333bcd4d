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

/** Those of a year that is over go on only where somebody began with them: what was merely registered is a record of the past. */
const isUnderWay = ({ counts }: OpinionCounts): boolean =>
  counts.some(([state]) => state !== 'published' && state !== 'registered');

/**
 * Of the year whose report is evaluated now, with 前年度からの継続, as the secretariat is to see it, until all are 公表済; before it the
 * year before, while its work goes on past 31 March. None where there is nothing.
 */
export const countOpinions = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<readonly OpinionCounts[]> => {
  if (!mayManageOpinions(actor)) return [];
  const today = todayInTokyo(clock.now());
  const year = yearWrittenOn(today);
  const record = db.record(actor.workspaceId);
  // Of most workspaces and days this is all that is asked.
  const years = await record.opinions.years();
  if (!years.some((each) => each <= year)) return [];
  const countsOf = async (of: FiscalYear): Promise<OpinionCounts> => ({
    year: of,
    counts: countStates(await readOpinionsOfYear(record, of, today)),
  });
  const before = years.includes(year - 1) ? [await countsOf(year - 1)] : [];
  const now = await countsOf(year);
  return [
    ...before.filter(isUnderWay),
    ...(now.counts.some(([state]) => state !== 'published') ? [now] : []),
  ];
};
