import { z } from 'zod';
import { subjectOf } from '../domain/subject.ts';
import type { Prismatic } from './client.ts';
import { addJobsOfRows, taskOf } from './delivery-job.ts';
import { Prisma } from './generated/client.ts';

/**
 * What every minute brings for the messages of any number of workspaces at once, each in one statement: so that none is left without a
 * job, and that a minute in which nothing happens costs the same with a thousand workspaces as with one.
 */
export type DueDeliveries = {
  /** Has those leave whose time has come by the bot's clock. */
  readonly wake: (workspaceIds: readonly string[], now: Date) => Promise<void>;
  /** See `recoverLost`. */
  readonly recover: (workspaceIds: readonly string[]) => Promise<number>;
  /** Has the reports of runs of which something is still to leave show how far these are. */
  readonly refreshReports: (workspaceIds: readonly string[]) => Promise<void>;
};

const Counted = z.tuple([z.object({ count: z.number() })]);

/** What jobs were called when all processes took those of all workspaces. */
const BEFORE_WORKSPACES = 'deliver';

/** The workspace of a row, where a statement is about several. */
const OF_ROW = Prisma.sql`rows.workspace_id`;

/**
 * Gives a job to what is under way and has none that a process of its workspace would take, and says to how many. The queue gives up a
 * job whose process was killed at its last try; jobs of before bear no workspace in their name. In a morning all that waits is compared
 * with the whole queue, every minute: names of jobs are compared by their number, found once a workspace.
 */
export const recoverLost = async (prisma: Prismatic, workspaceIds: readonly string[]): Promise<number> => {
  const ids = [...workspaceIds];
  const [{ count }] = Counted.parse(
    await prisma.$queryRaw`
      with served as materialized (
        select served.id, task.id as task_id from workspace served
        left join graphile_worker._private_tasks task on task.identifier = ${taskOf(Prisma.sql`served.id`)}
        where served.id = any(${ids}::text[])
      ), of_before as materialized (
        select job.key::uuid as id from graphile_worker._private_jobs job
        join graphile_worker._private_tasks task on task.id = job.task_id
        where task.identifier = ${BEFORE_WORKSPACES} and job.locked_at is null
      ), rows as (
        select d.workspace_id, d.id, d.recipient from served
        join delivery d on d.workspace_id = served.id
        where d.state in ('planned', 'sending') and not d.held and d.not_before is null
          and (d.thread_of is null or exists (
            select from delivery root where root.workspace_id = d.workspace_id and root.id = d.thread_of and root.state = 'sent'
          ) and not exists (
            select from delivery before where before.workspace_id = d.workspace_id and before.thread_of = d.thread_of
              and before.state in ('planned', 'sending') and (before.place, before.id) < (d.place, d.id)))
          and not exists (
            select from graphile_worker._private_jobs job where job.key = d.id::text
              and (job.locked_at is not null or job.task_id = served.task_id and job.attempts < job.max_attempts))
        union
        select d.workspace_id, d.id, d.recipient from of_before
        join delivery d on d.workspace_id = any(${ids}::text[]) and d.id = of_before.id
      ), jobs as (
        ${addJobsOfRows(OF_ROW)}
      )
      select count(*)::int as count from rows where (select count(*) from jobs) >= 0`,
  );
  return count;
};

export const createDueDeliveries = (prisma: Prismatic): DueDeliveries => ({
  wake: async (workspaceIds, now) => {
    await prisma.$executeRaw`
      with rows as (
        update delivery set not_before = null
        where workspace_id = any(${[...workspaceIds]}::text[]) and state = 'planned' and not held and not_before <= ${now}
        returning workspace_id, id, recipient
      )
      ${addJobsOfRows(OF_ROW, { call: 'post' })}`;
  },
  recover: (workspaceIds) => recoverLost(prisma, workspaceIds),
  refreshReports: async (workspaceIds) => {
    await prisma.$executeRaw`
      with under_way as (
        select distinct workspace_id, run from delivery
        where workspace_id = any(${[...workspaceIds]}::text[]) and run is not null and not held and state in ('planned', 'sending')
      ), reports as (
        update delivery set wanted = wanted + 1 from under_way
        where delivery.workspace_id = under_way.workspace_id and subject = ${subjectOf('run', '')} || under_way.run
          and state in ('planned', 'sending', 'sent') and not held
        returning delivery.workspace_id, id, recipient, not_before
      ), rows as (
        select workspace_id, id, recipient from reports where not_before is null
      )
      ${addJobsOfRows(OF_ROW)}`;
  },
});
