import { instantInTokyo, type LocalDate, todayInTokyo } from '../domain/calendar/local-date.ts';
import { RunCounts } from '../domain/delivery/run-report.ts';
import type { Prismatic } from './client.ts';

export type JobSlotTable = {
  /** The day of the last finished run of a job before a day; undefined where there was none. */
  readonly lastDay: (name: string, before: LocalDate) => Promise<LocalDate | undefined>;
  /**
   * Claims the moment `slot` of a job for this process; false when another has it. A claim that was not finished within
   * ten minutes belonged to a process that died, and may be taken over.
   */
  readonly claim: (name: string, slot: Date, at: Date) => Promise<boolean>;
  readonly finish: (name: string, slot: Date, at: Date, counts: RunCounts) => Promise<void>;
  /** What a finished run counted; undefined for one that is not in the record. */
  readonly countsOf: (name: string, slot: Date) => Promise<RunCounts | undefined>;
};

const ABANDONED_AFTER_MS = 10 * 60 * 1000;

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
  claim: async (name, slot, at) => {
    const claimed = await prisma.$executeRaw`
      insert into job_slot as held (workspace_id, name, slot, claimed_at)
      values (${workspaceId}, ${name}, ${slot}, ${at})
      on conflict (workspace_id, name, slot) do update set claimed_at = excluded.claimed_at
        where held.finished_at is null and held.claimed_at < ${new Date(at.getTime() - ABANDONED_AFTER_MS)}`;
    return claimed === 1;
  },
  finish: async (name, slot, at, counts) => {
    await prisma.jobSlot.update({
      where: { workspaceId_name_slot: { workspaceId, name, slot } },
      data: { finishedAt: at, counts },
    });
  },
  countsOf: async (name, slot) => {
    const row = await prisma.jobSlot.findUnique({
      where: { workspaceId_name_slot: { workspaceId, name, slot } },
    });
    return row === null ? undefined : RunCounts.parse(row.counts ?? {});
  },
});
