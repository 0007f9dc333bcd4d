import type { Prismatic } from './client.ts';
import { type ServedWorkspace, servedWorkspaces } from './installations.ts';

export type WorkspaceTable = {
  /** Adds a workspace; false when it is there already. */
  readonly add: (id: string, at: Date) => Promise<boolean>;
  readonly ids: () => Promise<readonly string[]>;
  /** All of them with what each is served by, in one statement, the first that came first. */
  readonly served: () => Promise<readonly ServedWorkspace[]>;
};

export const createWorkspaceTable = (prisma: Prismatic): WorkspaceTable => ({
  add: async (id, at) => {
    const { count } = await prisma.workspace.createMany({
      data: { id, createdAt: at },
      skipDuplicates: true,
    });
    return count === 1;
  },
  ids: async () => (await prisma.workspace.findMany({ orderBy: { createdAt: 'asc' } })).map(({ id }) => id),
  served: () => servedWorkspaces(prisma),
});
