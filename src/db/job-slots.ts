import { instantInTokyo, type LocalDate, todayInTokyo } from '../domain/calendar/local-date.ts';
import { RunCounts } from '../domain/delivery/run-report.ts';
import type { Prismatic } from './client.ts';

export type JobSlotTable = {
  /** The day of the last finished run of a job before a day; undefined where there was none. */
  readonly lastDay: (name: string, before: LocalDate) => Promise<LocalDate | undefined>;
  readonly finish: (name: string, slot: Date, at: Date, counts: RunCounts) => Promise<void>;
  /** Lets a claim go that is not worth running any more. */
  readonly letGo: (name: string, slot: Date) => Promise<void>;
  /** What a finished run counted; undefined for one that is not finished, or not in the record. */
  readonly countsOf: (name: string, slot: Date) => Promise<RunCounts | undefined>;
};

export const createJobSlotTable = (prisma: Prismatic, workspaceId: string): JobSlotTable => ({
  lastDay: async (name, before) => {
    const row = await prisma.jobSlot.findFirst({
      where: {
        workspaceId,
        name,
        finishedAt: { not: null },
        slot: { lt: instantInTokyo(before, '00:00') },
      },
      orderBy: { slot: 'desc' },
    });
    return row === null ? undefined : todayInTokyo(row.slot);
  },
  finish: async (name, slot, at, counts) => {
    await prisma.jobSlot.update({
      where: { workspaceId_name_slot: { workspaceId, name, slot } },
      data: { finishedAt: at, counts },
    });
  },
  letGo: async (name, slot) => {
    await prisma.jobSlot.deleteMany({ where: { workspaceId, name, slot, finishedAt: null } });
  },
  countsOf: async (name, slot) => {
    const row = await prisma.jobSlot.findUnique({
      where: { workspaceId_name_slot: { workspaceId, name, slot } },
    });
    return row?.finishedAt == null ? undefined : RunCounts.parse(row.counts ?? {});
  },
});
