import type { Actor } from '../domain/actor.ts';
import { fiscalYearOf } from '../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import type { ServiceDeps } from './service-deps.ts';

/** The id of the present fiscal year's inquiry of a number, as it is typed; undefined for what is none. */
export const findInquiry = async (
  { clock, db }: ServiceDeps,
  typed: string,
  { workspaceId }: Actor,
): Promise<string | undefined> => {
  if (!/^\d{1,6}$/u.test(typed)) return undefined;
  const year = fiscalYearOf(todayInTokyo(clock.now()));
  return (await db.record(workspaceId).inquiries.findByNumber(year, Number(typed)))?.id;
};
