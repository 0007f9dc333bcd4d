import { z } from 'zod';
import { trusted } from '../domain/actor.ts';
import type { HeldMessages } from '../domain/delivery/held.ts';
import { subjectOf } from '../domain/subject.ts';
import { writeAuditLines } from './audit.ts';
import type { Prismatic } from './client.ts';
import { addJobsOfRows } from './delivery-job.ts';
import { recoverLost } from './due-deliveries.ts';
import { Prisma } from './generated/client.ts';

/** That the record was put back from an export, and what is held until somebody chose. */
export type RestorationTable = {
  /** What waits for the choice; undefined where none is to be made. */
  readonly held: () => Promise<HeldMessages | undefined>;
  /**
   * The choice, once: false when it was made already. 送る has what was planned looked for first, since it may have gone out after the
   * export was written, and sent where it did not; 送らない drops it. Either way what was posted is brought to the present state.
   */
  readonly choose: (sends: boolean, at: Date) => Promise<boolean>;
};

const Counted = z.array(z.object({ recipient: z.string(), count: z.number() }));

export const createRestorationTable = (prisma: Prismatic, workspaceId: string): RestorationTable => ({
  held: async () => {
    const row = await prisma.restoration.findFirst({ where: { workspaceId, sends: null } });
    if (row === null) return undefined;
    const recipients = Counted.parse(
      await prisma.$queryRaw`
        select recipient, count(*)::int as count from delivery
        where workspace_id = ${workspaceId} and held and state in ('planned', 'sending')
        group by 1 order by 2 desc, 1`,
    );
    return { asOf: row.asOf, restoredAt: row.restoredAt, recipients };
  },
  choose: async (sends, at) => {
    const [row] = await prisma.restoration.updateManyAndReturn({
      where: { workspaceId, sends: null },
      data: { sends, chosenAt: at },
    });
    if (row === undefined) return false;
    const own = Prisma.sql`${workspaceId}::text`;
    if (sends)
      await prisma.$executeRaw`
        update delivery set state = 'sending', sending_at = ${row.asOf}, not_before = null
        where workspace_id = ${workspaceId} and held and state = 'planned' and (not_before is null or not_before <= ${at})`;
    else
      await prisma.$executeRaw`
        update delivery set state = 'dropped', problem = 'restored'
        where workspace_id = ${workspaceId} and held and state in ('planned', 'sending')`;
    await prisma.$queryRaw`
      with freed as (
        update delivery set held = false where workspace_id = ${workspaceId} and held
        returning id, recipient, state, ts, wanted, shown
      ), rows as (
        select id, recipient from freed where state = 'sent' and ts is not null and wanted > shown
      ), jobs as (
        ${addJobsOfRows(own, { call: 'update' })}
      )
      select count(*)::int as count from freed where (select count(*) from jobs) >= 0`;
    await recoverLost(prisma, [workspaceId]);
    // Of when it was put back: written then, it would have been in the next export, and not in the one that was put back.
    await writeAuditLines(
      prisma,
      trusted(workspaceId, row.restoredBy, 'cli'),
      'restore-workspace',
      row.restoredAt,
      [{ subject: subjectOf('workspace', workspaceId) }],
    );
    return true;
  },
});
