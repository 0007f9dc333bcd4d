import type { ErasureProblem } from '../../db/erase-workspace.ts';
import type { Holdings } from '../../db/workspace-holdings.ts';
import { type Result, refuse } from '../../domain/result.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Why a workspace is not removed; with `needs-yes`, what would go. */
export type RemovalProblem = ErasureProblem | { readonly kind: 'needs-yes'; readonly would: Holdings };

/**
 * Removes a workspace from the database for good, once that was said yes to: gives what there was. It leaves no trace of itself
 * in the record: the audit log of a workspace goes with it.
 */
export const removeWorkspace = async (
  { db }: Pick<ServiceDeps, 'db'>,
  workspaceId: string,
  isConfirmed: boolean,
): Promise<Result<Holdings, RemovalProblem>> => {
  if (isConfirmed) return db.workspaces.erase(workspaceId);
  const would = await db.workspaces.holdings(workspaceId);
  const isKnown = (await db.workspaces.ids()).includes(workspaceId);
  return refuse(isKnown ? { kind: 'needs-yes', would } : { kind: 'no-workspace' });
};
