import type { Actor } from '../../domain/actor.ts';
import type { FailedCount } from '../../domain/delivery/unshown.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What すべて再送 would send, by kind. */
export const openResendAll = (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<Result<readonly FailedCount[], Refusal>> =>
  db.look<readonly FailedCount[], Refusal>(
    { actor, action: 'open-resend-all', at: clock.now() },
    async (record) =>
      may(actor, 'manage')
        ? succeed(await record.deliveries.countFailed())
        : refuse({ kind: 'not-allowed', who: 'secretariat' }),
  );
