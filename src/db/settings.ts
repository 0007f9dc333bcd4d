import { z } from 'zod';
import { localDate, utcMidnight } from '../domain/calendar/local-date.ts';
import {
  ARTICLE_BYLINES,
  DEFAULT_SETTINGS,
  NEWSLETTER_NUMBERINGS,
  PUBLISHED_CHANGES,
  type Settings,
} from '../domain/settings.ts';
import type { Prismatic } from './client.ts';
import { Prisma } from './generated/client.ts';

export type SettingsTable = {
  /** 設定 as they stand; the defaults until they were first saved. */
  readonly read: () => Promise<Settings>;
  /** Holds the settings until the transaction ends. */
  readonly lock: () => Promise<void>;
  readonly put: (settings: Omit<Settings, 'revision'>) => Promise<void>;
};

/** A row of `settingsQuery`. */
export const SettingsRow = z.object({
  settings: z
    .object({
      contact: z.string(),
      logChannel: z.string().nullable(),
      newsletterNumbering: z.enum(NEWSLETTER_NUMBERINGS),
      morningAt: z.string(),
      rosterReportUntil: z.string(),
      publishedChange: z.enum(PUBLISHED_CHANGES),
      articleByline: z.enum(ARTICLE_BYLINES),
      retentionYears: z.number(),
      revision: z.number(),
    })
    .nullable(),
  closingDays: z.array(z.string().transform(localDate)),
  secretariat: z.array(z.string()),
});

/** The settings of a workspace as one row; none where there is no such workspace. */
export const settingsQuery = (workspaceId: string): Prisma.Sql => Prisma.sql`
  select
    (select json_build_object('contact', contact, 'logChannel', log_channel, 'newsletterNumbering', newsletter_numbering,
      'morningAt', morning_at, 'rosterReportUntil', roster_report_until, 'publishedChange', published_change,
      'articleByline', article_byline, 'retentionYears', retention_years, 'revision', revision) from settings where workspace_id = w.id) as settings,
    array(select day::text from closing_day where workspace_id = w.id order by day) as "closingDays",
    array(select slack_id from secretariat_member where workspace_id = w.id order by slack_id) as secretariat
  from workspace w where w.id = ${workspaceId}`;

/** 設定 of such a row, defaults filled in. */
export const toSettings = (row: z.infer<typeof SettingsRow> | null | undefined): Settings => {
  if (row == null) return DEFAULT_SETTINGS;
  const { settings, ...lists } = row;
  return { ...DEFAULT_SETTINGS, ...settings, ...lists };
};

export const createSettingsTable = (prisma: Prismatic, workspaceId: string): SettingsTable => ({
  read: async () => {
    const [row] = z.array(SettingsRow).parse(await prisma.$queryRaw(settingsQuery(workspaceId)));
    return toSettings(row);
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
