import type { Prismatic } from './client.ts';

/** By how many milliseconds the clock of a workspace is ahead of the machine's, where somebody may set it forward. */
export type ClockAheadTable = {
  /** 0 where nobody has set it, or there is no such workspace yet. */
  readonly read: () => Promise<number>;
  readonly put: (ahead: number) => Promise<void>;
};

export const createClockAheadTable = (prisma: Prismatic, workspaceId: string): ClockAheadTable => ({
  read: async () => {
    const row = await prisma.workspace.findUnique({
      where: { id: workspaceId },
      select: { clockAhead: true },
    });
    return Number(row?.clockAhead ?? 0);
  },
  put: async (ahead) => {
    await prisma.workspace.updateMany({ where: { id: workspaceId }, data: { clockAhead: BigInt(ahead) } });
  },
});
