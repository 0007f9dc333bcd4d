import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/actor.ts';
import { type FiscalYear, readFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import {
  MOST_PROGRAMMES,
  type ProgrammeDraft,
  type ProgrammeFacts,
  type ProgrammeProblem,
} from '../../domain/training/programme.ts';
import { factsIn, nameProblem, ownAndOthers, positionIn } from '../../domain/yearly.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** The programme that a form is to change, and the digest of the history that it was opened with. */
export type ProgrammeToChange = { readonly programmeId: string; readonly digest: string };

/**
 * Registers a 研修の種類 (`target` null) or changes one from the given fiscal year on; earlier years keep their facts.
 * Registering in the year in which an example was set makes it the workspace's own. Refused when any year of it was
 * changed since the form was opened.
 */
export const registerProgramme = async (
  { clock, db }: ServiceDeps,
  target: ProgrammeToChange | null,
  { key, draft }: FormInput<ProgrammeDraft>,
  actor: Actor,
): Promise<Result<{ readonly fiscalYear: FiscalYear }, ProgrammeProblem | Refusal>> => {
  const at = clock.now();
  const year = readFiscalYear(draft.fiscalYear, todayInTokyo(at));
  type Registered = { readonly fiscalYear: FiscalYear };
  const act = { actor, action: 'register-programme', at };
  return db.submit<Registered, ProgrammeProblem | Refusal>(act, { key, content: draft }, async (record) => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    if (year === undefined) return refuse({ field: 'fiscalYear', kind: 'year-unreadable' });
    await record.programmes.lockAll();
    if (target !== null && !(await record.programmes.lock(target.programmeId)))
      return refuse({ field: 'name', kind: 'unknown-programme' });
    const histories = ownAndOthers(await record.programmes.histories(), target?.programmeId);
    const { own, others } = histories;
    if (own?.digest !== target?.digest)
      return refuse(await record.changedMeanwhile(subjectOf('programme', target?.programmeId ?? '')));
    const problem = nameProblem(histories, draft.name, year);
    if (problem !== undefined) return refuse(problem);
    if (others.length >= MOST_PROGRAMMES) return refuse({ field: 'name', kind: 'too-many-programmes' });

    const before = factsIn(own?.years ?? [], year);
    const facts: ProgrammeFacts = {
      name: draft.name,
      position: positionIn(histories, draft.position, year),
      forPromoters: draft.forPromoters.length > 0,
    };
    const id = own?.id ?? randomUUID();
    if (own === undefined) await record.programmes.create(id, at);
    await record.programmes.putYear(id, year, facts, false);
    await record.audit({ subject: subjectOf('programme', id, year), before, after: facts });
    return succeed({ fiscalYear: year });
  });
};
