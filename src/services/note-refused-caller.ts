import { plainStaff } from '../domain/actor.ts';
import { refuse } from '../domain/result.ts';
import type { Caller, Household } from './identify.ts';
import type { ServiceDeps } from './service-deps.ts';

/** Writes the audit line of somebody from outside who was turned away; another workspace's record is not touched. */
export const noteRefusedCaller = async (
  { clock, db, household }: ServiceDeps & { readonly household: Household },
  { teamId, userId }: Caller,
  action: string,
): Promise<void> => {
  if (teamId !== household.workspaceId) return;
  const actor = plainStaff(household.workspaceId, userId);
  await db.act({ actor, action, at: clock.now() }, async () => refuse({ kind: 'not-allowed' }));
};
