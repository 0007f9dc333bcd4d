import type { Actor } from '../../domain/actor.ts';
import type { Body, BodyProblem } from '../../domain/body/body.ts';
import { currentFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { oneIn } from '../../domain/yearly.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A body opened to be changed, and the digest of all its years by which a change made meanwhile is known. */
export type OpenedBody = { readonly body: Body; readonly digest: string };

/** Opens a 会議体 as it stands in the present fiscal year, for the secretariat. */
export const openBody = async (
  { clock, db }: ServiceDeps,
  bodyId: string,
  actor: Actor,
): Promise<Result<OpenedBody, BodyProblem | Refusal>> => {
  const at = clock.now();
  return db.look<OpenedBody, BodyProblem | Refusal>({ actor, action: 'open-body', at }, async (record) => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const thisYear = currentFiscalYear(todayInTokyo(at));
    const found = oneIn(await record.bodies.histories(), bodyId, thisYear);
    if (found === undefined) return refuse({ field: 'name', kind: 'unknown-body' });
    return succeed({ body: found.facts, digest: found.digest });
  });
};
