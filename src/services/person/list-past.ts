import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { may } from '../../domain/permission.ts';
import { type PastHoldings, type RetentionLimit, retentionLimit } from '../../domain/person/retention.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { type SecretariatDeps, secretariatOf } from '../secretariat.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What is past 保存期間, and where it ends; `limit` is undefined where everything is kept. */
export type PastList = {
  readonly years: number;
  readonly limit: RetentionLimit | undefined;
  readonly past: PastHoldings | undefined;
};

/** Lists for the secretariat what 削除する would erase now. */
export const listPast = async (
  deps: ServiceDeps & SecretariatDeps,
  actor: Actor,
): Promise<Result<PastList, Refusal>> => {
  const { clock, db } = deps;
  const at = clock.now();
  return db.look<PastList, Refusal>({ actor, action: 'list-past', at }, async (record) => {
    if (!may(actor, 'manage')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const settings = await record.settings.read();
    const limit = retentionLimit(todayInTokyo(at), settings.retentionYears);
    const past = limit && (await record.retention.past(limit, await secretariatOf(deps, settings)));
    return succeed({ years: settings.retentionYears, limit, past });
  });
};
