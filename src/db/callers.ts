import { z } from 'zod';
import type { ServingDay } from '../domain/promoter/serving.ts';
import type { Settings } from '../domain/settings.ts';
import type { Prismatic } from './client.ts';
import { SettingsRow, settingsQuery, toSettings } from './settings.ts';
import { type Account, type Standing, StandingRow, standingQuery, toStanding } from './standing.ts';

/** What is asked at every request, before anything else. */
export type CallerTable = {
  /** 設定 as they stand, and what the person of an account is on a day: one question. */
  readonly read: (
    account: Account,
    serving: ServingDay,
  ) => Promise<{ readonly settings: Settings; readonly standing: Standing }>;
};

const Rows = z.tuple([z.object({ settings: SettingsRow.nullable(), standing: StandingRow.nullable() })]);

export const createCallerTable = (prisma: Prismatic, workspaceId: string): CallerTable => ({
  read: async (account, serving) => {
    const [{ settings, standing }] = Rows.parse(
      await prisma.$queryRaw`
        select (select row_to_json(s) from (${settingsQuery(workspaceId)}) s) as settings,
          (select row_to_json(p) from (${standingQuery(workspaceId, account, serving)}) p) as standing`,
    );
    return { settings: toSettings(settings), standing: toStanding(standing) };
  },
});
