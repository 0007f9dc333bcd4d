import type { Actor } from '../../domain/actor.ts';
import { type FailedCount, type FailedDelivery, MOST_FAILED } from '../../domain/delivery/unshown.ts';
import { may } from '../../domain/permission.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** The newest messages that were given up or that show what is no longer so, and how many there are of each kind. */
export type FailedList = {
  readonly newest: readonly FailedDelivery[];
  readonly counts: readonly FailedCount[];
};

/** They are the secretariat's; there are none for others. */
export const listFailedDeliveries = async (
  { db }: Pick<ServiceDeps, 'db'>,
  actor: Actor,
): Promise<FailedList> => {
  if (!may(actor, 'manage')) return { newest: [], counts: [] };
  const { deliveries } = db.record(actor.workspaceId);
  return { newest: await deliveries.failed(MOST_FAILED), counts: await deliveries.countFailed() };
};
