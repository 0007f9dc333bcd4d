import { plainStaff } from '../domain/actor.ts';
import { refuse } from '../domain/result.ts';
import type { Caller, Workspace } from './identify.ts';
import type { ServiceDeps } from './service-deps.ts';

/** Writes the audit line of somebody from outside who was turned away; another workspace's record is not touched. */
export const noteRefusedCaller = async (
  { clock, db, workspace }: ServiceDeps & { readonly workspace: Workspace },
  { teamId, userId }: Caller,
  action: string,
): Promise<void> => {
  if (teamId !== workspace.id) return;
  const actor = plainStaff(workspace.id, userId);
  await db.look({ actor, action, at: clock.now() }, async () => refuse({ kind: 'not-allowed' }));
};
