import { z } from 'zod';
import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import type { Prismatic } from './client.ts';

const Found = z.tuple([
  z.object({
    /** Of any kind. */
    sections: z.boolean(),
    /** The bodies that have 委員, not cancelled, of any day. */
    withMembers: z.array(z.string()),
    /** Confirmed, not cancelled, of any year. */
    appointments: z.boolean(),
    /** Meetings of a fiscal year before the one asked about, not cancelled. */
    earlierMeetings: z.boolean(),
    /** The record was restored from an export, and nobody has chosen yet what becomes of what is held. */
    awaitsChoice: z.boolean(),
  }),
]);

/** What there is of each kind that はじめの設定 waits for, and whether 戻した記録 waits for a choice. */
export type SetupRows = Readonly<z.infer<typeof Found>[0]>;

export type SetupTable = {
  /** Looks for a first row of each kind; `year` is the present fiscal year. */
  readonly rows: (year: FiscalYear) => Promise<SetupRows>;
};

export const createSetupTable = (prisma: Prismatic, workspaceId: string): SetupTable => ({
  rows: async (year) => {
    const [found] = Found.parse(
      await prisma.$queryRaw`
        select
          exists (select from section where workspace_id = ${workspaceId}) as sections,
          array(select distinct body_id::text from body_member where workspace_id = ${workspaceId}
            and cancelled_at is null) as "withMembers",
          exists (select from appointment where workspace_id = ${workspaceId} and cancelled_at is null
            and confirmed_at is not null) as appointments,
          exists (select from meeting where workspace_id = ${workspaceId} and cancelled_at is null
            and fiscal_year < ${year}) as "earlierMeetings",
          exists (select from restoration where workspace_id = ${workspaceId} and sends is null) as "awaitsChoice"`,
    );
    return found;
  },
});
