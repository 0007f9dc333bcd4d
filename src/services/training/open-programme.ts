import type { Actor } from '../../domain/actor.ts';
import { currentFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { Programme, ProgrammeProblem } from '../../domain/training/programme.ts';
import { oneIn } from '../../domain/yearly.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A programme opened to be changed, and the digest of all its years by which a change made meanwhile is known. */
export type OpenedProgramme = { readonly programme: Programme; readonly digest: string };

/** Opens a 研修の種類 as it stands in the present fiscal year, for the secretariat. */
export const openProgramme = async (
  { clock, db }: ServiceDeps,
  programmeId: string,
  actor: Actor,
): Promise<Result<OpenedProgramme, ProgrammeProblem | Refusal>> => {
  const at = clock.now();
  const act = { actor, action: 'open-programme', at };
  return db.look<OpenedProgramme, ProgrammeProblem | Refusal>(act, async (record) => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const thisYear = currentFiscalYear(todayInTokyo(at));
    const found = oneIn(await record.programmes.histories(), programmeId, thisYear);
    if (found === undefined) return refuse({ field: 'name', kind: 'unknown-programme' });
    return succeed({ programme: found.facts, digest: found.digest });
  });
};
