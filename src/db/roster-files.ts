import type { Prismatic } from './client.ts';

export type RosterFileTable = {
  /** Keeps the rows of a file until they are approved, and forgets what was kept a day ago. */
  readonly keep: (id: string, rows: readonly object[], readBy: string, at: Date) => Promise<void>;
  /** The rows as they were kept, to be parsed again; undefined when they are gone or another person read them. */
  readonly find: (id: string, readBy: string) => Promise<unknown>;
  readonly remove: (id: string) => Promise<void>;
};

const KEPT_FOR_MS = 24 * 60 * 60 * 1000;

export const createRosterFileTable = (prisma: Prismatic, workspaceId: string): RosterFileTable => ({
  keep: async (id, rows, readBy, at) => {
    await prisma.rosterFile.deleteMany({
      where: { workspaceId, readAt: { lt: new Date(at.getTime() - KEPT_FOR_MS) } },
    });
    await prisma.rosterFile.create({
      data: { workspaceId, id, rows: JSON.parse(JSON.stringify(rows)), readBy, readAt: at },
    });
  },
  find: async (id, readBy) =>
    (await prisma.rosterFile.findFirst({ where: { workspaceId, id, readBy } }))?.rows ?? undefined,
  remove: async (id) => {
    await prisma.rosterFile.deleteMany({ where: { workspaceId, id } });
  },
});
