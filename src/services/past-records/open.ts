import type { Actor } from '../../domain/actor.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Whether this person is shown 過去の記録を取り込む; refused to all but the secretariat. */
export const openPastRecords = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<Result<null, Refusal>> =>
  db.look<null, Refusal>({ actor, action: 'open-past-records', at: clock.now() }, async () =>
    isSecretariat(actor) ? succeed(null) : refuse({ kind: 'not-allowed', who: 'secretariat' }),
  );
