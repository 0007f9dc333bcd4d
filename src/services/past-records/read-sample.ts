import type { Actor } from '../../domain/actor.ts';
import { currentFiscalYear, firstDayOf } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { bodyToRecord } from '../../domain/meeting/meeting.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What 見本のCSV is made of, so that it can be imported as it is: a day gone by, and a body that could meet then. */
export type PastSample = { readonly day: LocalDate; readonly bodyName: string | undefined };

/** For the secretariat alone: the first day of last fiscal year, or of this one where the bodies begin with it; no body where there is none yet. */
export const readPastSample = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<Result<PastSample, Refusal>> => {
  const at = clock.now();
  const year = currentFiscalYear(todayInTokyo(at));
  return db.look<PastSample, Refusal>({ actor, action: 'read-past-sample', at }, async (record) => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    for (const each of [year - 1, year]) {
      const [bodies, didNotMeet] = [await record.bodies.nameable(each), await record.didNotMeet.ofYear(each)];
      const found = bodies.find(
        (body) =>
          bodyToRecord(
            body,
            didNotMeet.find(({ bodyId }) => bodyId === body.id),
          ).ok,
      );
      if (found !== undefined) return succeed({ day: firstDayOf(each), bodyName: found.name });
    }
    return succeed({ day: firstDayOf(year - 1), bodyName: undefined });
  });
};
