import type { Prismatic } from './client.ts';

export type RosterFileTable = {
  /** Keeps what a file says until it is approved, in place of what was kept by that id, and forgets what is a day old. */
  readonly keep: (id: string, kept: object, readBy: string, at: Date) => Promise<void>;
  /** As it was kept, to be parsed again; undefined when it is gone or a day old at `at`, or another person read it. */
  readonly find: (id: string, readBy: string, at: Date) => Promise<unknown>;
  readonly remove: (id: string) => Promise<void>;
};

const KEPT_FOR_MS = 24 * 60 * 60 * 1000;

const oldest = (at: Date): Date => new Date(at.getTime() - KEPT_FOR_MS);

export const createRosterFileTable = (prisma: Prismatic, workspaceId: string): RosterFileTable => {
  const remove = async (id: string): Promise<void> => {
    await prisma.rosterFile.deleteMany({ where: { workspaceId, id } });
  };
  return {
    keep: async (id, kept, readBy, at) => {
      await prisma.rosterFile.deleteMany({ where: { workspaceId, readAt: { lt: oldest(at) } } });
      await remove(id);
      await prisma.rosterFile.create({
        data: { workspaceId, id, rows: JSON.parse(JSON.stringify(kept)), readBy, readAt: at },
      });
    },
    find: async (id, readBy, at) =>
      (
        await prisma.rosterFile.findFirst({
          where: { workspaceId, id, readBy, readAt: { gte: oldest(at) } },
        })
      )?.rows ?? undefined,
    remove,
  };
};
