import { fromUtcMidnight, utcMidnight } from '../domain/calendar/local-date.ts';
import { DEFAULT_SETTINGS, type Settings } from '../domain/settings.ts';
import type { Prismatic } from './client.ts';

export type SettingsTable = {
  /** 設定 as they stand; the defaults until they were first saved. */
  readonly read: () => Promise<Settings>;
  /** Holds the settings until the transaction ends. */
  readonly lock: () => Promise<void>;
  readonly put: (settings: Omit<Settings, 'revision'>) => Promise<void>;
};

export const createSettingsTable = (prisma: Prismatic, workspaceId: string): SettingsTable => ({
  read: async () => {
    const row = await prisma.workspace.findUnique({
      where: { id: workspaceId },
      select: {
        settings: { omit: { workspaceId: true } },
        closingDays: { select: { day: true }, orderBy: { day: 'asc' } },
        secretariat: { select: { slackId: true }, orderBy: { slackId: 'asc' } },
      },
    });
    return {
      ...DEFAULT_SETTINGS,
      ...row?.settings,
      closingDays: (row?.closingDays ?? []).map(({ day }) => fromUtcMidnight(day)),
      secretariat: (row?.secretariat ?? []).map(({ slackId }) => slackId),
    };
  },
  lock: async () => {
    await prisma.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId} settings`}, 0))`;
  },
  put: async ({ secretariat, closingDays, ...facts }) => {
    await prisma.settings.upsert({
      where: { workspaceId },
      create: { workspaceId, ...facts },
      update: { ...facts, revision: { increment: 1 } },
    });
    await prisma.closingDay.deleteMany({ where: { workspaceId } });
    await prisma.closingDay.createMany({
      data: closingDays.map((day) => ({ workspaceId, day: utcMidnight(day) })),
    });
    await prisma.secretariatMember.deleteMany({ where: { workspaceId } });
    await prisma.secretariatMember.createMany({
      data: secretariat.map((slackId) => ({ workspaceId, slackId })),
    });
  },
});
