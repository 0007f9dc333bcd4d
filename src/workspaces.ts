import type { From, Reception } from './handlers/types.ts';
import type { WorkspaceDeps } from './workspace-deps.ts';

/** The workspaces that this process serves. */
export type Workspaces = Omit<Reception, 'of'> & {
  /** What a workspace is served with; undefined where the bot is not installed, or not any more. */
  readonly of: (from: From) => Promise<WorkspaceDeps | undefined>;
  /** The ids of those for which jobs are due. */
  readonly served: () => Promise<readonly string[]>;
};

/** The one workspace of a token in the environment. */
export const oneWorkspace = (
  deps: WorkspaceDeps,
  { boundary, log }: Pick<Reception, 'boundary' | 'log'>,
): Workspaces => ({
  boundary,
  log,
  of: async ({ teamId }) => (teamId === deps.workspace.id ? deps : undefined),
  served: async () => [deps.workspace.id],
  ended: async ({ teamId }, because) =>
    log.warn({ teamId, because }, 'the token of the environment has ended'),
});
