import type { Actor } from '../domain/actor.ts';
import { type DeadDelivery, MOST_DEAD } from '../domain/delivery.ts';
import { may } from '../domain/permission.ts';
import type { ServiceDeps } from './service-deps.ts';

/** Messages that were given up, the newest first, for the secretariat; nothing for others. */
export const listDeadDeliveries = async (
  { db }: Pick<ServiceDeps, 'db'>,
  actor: Actor,
): Promise<readonly DeadDelivery[]> =>
  may(actor, 'manage') ? db.record(actor.workspaceId).deliveries.dead(MOST_DEAD + 1) : [];
