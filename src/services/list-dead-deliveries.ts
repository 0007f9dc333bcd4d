import type { DeadDelivery } from '../db/deliveries.ts';
import type { Actor } from '../domain/actor.ts';
import { may } from '../domain/permission.ts';
import type { ServiceDeps } from './service-deps.ts';

/** So many the Home tab shows, and one more tells that there are others. */
export const MOST_DEAD = 5;

/** Messages that were given up, the newest first, for the secretariat; nothing for others. */
export const listDeadDeliveries = async (
  { db }: Pick<ServiceDeps, 'db'>,
  actor: Actor,
): Promise<readonly DeadDelivery[]> =>
  may(actor, 'manage') ? db.record(actor.workspaceId).deliveries.dead(MOST_DEAD + 1) : [];
