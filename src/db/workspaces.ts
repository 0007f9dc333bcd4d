import type { Prismatic } from './client.ts';

export type WorkspaceTable = {
  /** Adds a workspace; false when it is there already. */
  readonly add: (id: string, at: Date) => Promise<boolean>;
  readonly ids: () => Promise<readonly string[]>;
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
});
