import type { Actor } from '../../domain/actor.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { may } from '../../domain/permission.ts';
import { isNothingPast, type RetentionProblem, retentionLimit } from '../../domain/person/retention.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { type SecretariatDeps, secretariatOf } from '../secretariat.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** Ten years of a large city's audit log are read through. */
const WITHIN_MS = 10 * 60_000;

/** What was shown when 削除する was confirmed. */
type ShownPast = { readonly firstKept: FiscalYear; readonly people: number };

/**
 * 削除する: erases the personal data that is past 保存期間, all or nothing, when it is still what was shown. Who was appointed or came
 * is counted on as nobody; the audit line says how much went and not who. Gives how many people.
 */
export const erasePast = async (
  deps: ServiceDeps & SecretariatDeps,
  { key, draft: shown }: FormInput<ShownPast>,
  actor: Actor,
): Promise<Result<number, RetentionProblem | Refusal>> => {
  const { clock, db } = deps;
  const at = clock.now();
  const keeping = await secretariatOf(deps, await db.record(actor.workspaceId).settings.read());
  const act = {
    actor,
    action: 'erase-past',
    at,
    subject: subjectOf('settings'),
    withinMs: WITHIN_MS,
  } as const;
  // What comes of it is kept for a day, where the form arrives again: a number alone.
  return db.submit<number, RetentionProblem | Refusal>(act, { key, content: shown }, async (record) => {
    if (!may(actor, 'manage')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    await record.appointments.lock();
    await record.settings.lock();
    await record.retention.lock();
    const { retentionYears } = await record.settings.read();
    const limit = retentionLimit(todayInTokyo(at), retentionYears);
    if (limit?.firstKept !== shown.firstKept) return refuse({ kind: 'past-changed' });
    const erased = await record.retention.erase(limit, keeping, at);
    if (isNothingPast(erased)) return refuse({ kind: 'nothing-past' });
    if (erased.counts.people !== shown.people) return refuse({ kind: 'past-changed' });
    await record.audit({
      subject: subjectOf('settings'),
      after: { retentionYears, ...limit, ...erased.counts },
    });
    // What was told in April says then that it is gone.
    await record.deliveries.refresh(subjectOf('settings'));
    return succeed(erased.counts.people);
  });
};
