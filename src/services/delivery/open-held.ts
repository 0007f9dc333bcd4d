import type { Actor } from '../../domain/actor.ts';
import type { HeldMessages } from '../../domain/delivery/held.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What 送る or 送らない would be about; undefined where the choice was made meanwhile. */
export const openHeld = (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<Result<HeldMessages | undefined, Refusal>> =>
  db.look<HeldMessages | undefined, Refusal>(
    { actor, action: 'open-held', at: clock.now() },
    async (record) =>
      may(actor, 'manage')
        ? succeed(await record.restorations.held())
        : refuse({ kind: 'not-allowed', who: 'secretariat' }),
  );
