import type { Actor } from '../../domain/actor.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { MorningLine } from '../../domain/morning/morning.ts';
import { readStanding, type Standing } from '../../queries/morning/standing.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What stands open for somebody, as it is shown on a day. */
export type StandingToday = Standing & { readonly day: LocalDate };

/** So many lines leave room for all else on the Home tab and in the answer to `/kyodo`. */
const MOST = { inquiries: 8, rest: 6 } as const;

/**
 * Everything that is open for this person today, whatever surface shows it; `also` are lines that are shown in any case, settled
 * or not: what was settled where it is shown.
 */
export const listStanding = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
  also: readonly MorningLine[] = [],
): Promise<StandingToday> => {
  const at = clock.now();
  const standing = await readStanding(db.record(actor.workspaceId), actor, at, { most: MOST, also });
  return { ...standing, day: todayInTokyo(at) };
};
