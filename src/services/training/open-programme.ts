import type { Actor } from '../../domain/actor.ts';
import { currentFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { Programme, ProgrammeProblem } from '../../domain/training/programme.ts';
import { factsIn } from '../../domain/yearly.ts';
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
  return db.act<OpenedProgramme, ProgrammeProblem | Refusal>(act, async (record) => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const history = (await record.programmes.histories()).find(({ id }) => id === programmeId);
    const programme = history && factsIn(history.years, currentFiscalYear(todayInTokyo(at)));
    if (history === undefined || programme === undefined)
      return refuse({ field: 'name', kind: 'unknown-programme' });
    return succeed({ programme, digest: history.digest });
  });
};
