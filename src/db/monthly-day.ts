import type { MonthlyDay } from '../domain/newsletter/newsletter.ts';
import type { Prismatic } from './client.ts';

/** 毎月の発行日 of きょうどう通信 協DO. */
export type MonthlyDayTable = {
  readonly read: () => Promise<MonthlyDay | undefined>;
  /** Sets it, or with undefined takes it away. */
  readonly put: (monthly: MonthlyDay | undefined) => Promise<void>;
};

export const createMonthlyDayTable = (prisma: Prismatic, workspaceId: string): MonthlyDayTable => ({
  read: async () => {
    const row = await prisma.monthlyDay.findUnique({ where: { workspaceId } });
    if (row === null) return undefined;
    const { workspaceId: _, ...monthly } = row;
    return monthly;
  },
  put: async (monthly) => {
    await prisma.monthlyDay.deleteMany({ where: { workspaceId } });
    if (monthly === undefined) return;
    await prisma.monthlyDay.create({ data: { workspaceId, ...monthly, channels: [...monthly.channels] } });
  },
});
