import type { Actor } from '../../domain/actor.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { type OpinionOnDesk, visibleTo } from '../../domain/opinion/desk.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readOnDesk } from '../../queries/opinion.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** An opinion in every year in which it stands and this person may see it, the newest year first. */
export type ShownOpinion = readonly [OpinionOnDesk, ...OpinionOnDesk[]];

/**
 * Shows one whole: what was given, and what was considered of it in `year` and in other years. To who is not of the secretariat
 * only years of which it is 公表済.
 */
export const showOpinion = async (
  { clock, db }: ServiceDeps,
  { opinionId, year }: { readonly opinionId: string; readonly year: FiscalYear },
  actor: Actor,
): Promise<Result<ShownOpinion, Refusal>> => {
  const at = clock.now();
  const act = { actor, action: 'show-opinion', at, subject: subjectOf('opinion', opinionId) };
  return db.look<ShownOpinion, Refusal>(act, async (record) => {
    const opinion = await record.opinions.find(opinionId);
    if (opinion === undefined || opinion.cancelled !== null) return refuse({ kind: 'gone' });
    const considered = opinion.years.map(({ fiscalYear }) => fiscalYear);
    const years = [...new Set([opinion.fiscalYear, ...considered, Math.max(year, opinion.fiscalYear)])];
    const desks = await Promise.all(
      years
        .toSorted((one, other) => other - one)
        .map((each) => readOnDesk(record, [opinion], each, todayInTokyo(at))),
    );
    const [newest, ...earlier] = visibleTo(actor, desks.flat());
    return newest === undefined
      ? refuse({ kind: 'not-allowed', who: 'secretariat' })
      : succeed([newest, ...earlier]);
  });
};
