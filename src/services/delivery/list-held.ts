import type { Actor } from '../../domain/actor.ts';
import type { HeldMessages } from '../../domain/delivery/held.ts';
import { may } from '../../domain/permission.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What waits for a choice since the record was restored. It is the secretariat's; there is nothing for others. */
export const listHeld = async (
  { db }: Pick<ServiceDeps, 'db'>,
  actor: Actor,
): Promise<HeldMessages | undefined> =>
  may(actor, 'manage') ? db.record(actor.workspaceId).restorations.held() : undefined;
