import type { Actor } from '../../domain/actor.ts';
import { type BodyRules, rulesOf } from '../../domain/body/body.ts';
import { currentFiscalYear, type FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { oneIn } from '../../domain/yearly.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';
import type { BodyToChange } from './register.ts';

/** Whose rules were set, and from which fiscal year on they hold. */
export type RulesSet = { readonly name: string; readonly fiscalYear: FiscalYear };

/**
 * Sets 会議体の決まり from the present fiscal year on (a body that begins later: from its first year); earlier years keep
 * theirs, and an example stays one. Refused when any year of the body was changed since the form was opened.
 */
export const setBodyRules = async (
  { clock, db }: ServiceDeps,
  { bodyId, digest }: BodyToChange,
  { key, draft }: FormInput<BodyRules>,
  actor: Actor,
): Promise<Result<RulesSet, Refusal>> => {
  const at = clock.now();
  const thisYear = currentFiscalYear(todayInTokyo(at));
  const act = { actor, action: 'set-body-rules', at, subject: subjectOf('body', bodyId) };
  return db.submit<RulesSet, Refusal>(act, { key, content: draft }, async (record) => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    await record.bodies.lockAll();
    await record.bodies.lock(bodyId);
    const found = oneIn(await record.bodies.histories(), bodyId, thisYear);
    if (found === undefined) return refuse({ kind: 'gone' });
    const { id: _, since, example, ...facts } = found.facts;
    const fiscalYear = Math.max(since, thisYear);
    if (found.digest !== digest) return refuse(await record.changedMeanwhile(subjectOf('body', bodyId)));

    await record.bodies.putYear(bodyId, fiscalYear, { ...facts, ...rulesOf(draft) }, example);
    await record.audit({
      subject: subjectOf('body', bodyId, fiscalYear),
      before: rulesOf(facts),
      after: rulesOf(draft),
    });
    return succeed({ name: facts.name, fiscalYear });
  });
};
