import { z } from 'zod';
import { QUEUES } from '../domain/queues.ts';
import type { Prismatic } from './client.ts';
import { Prisma } from './generated/client.ts';

const Deliveries = z.array(z.object({ state: z.string(), count: z.number() }));
const Oldest = z.tuple([z.object({ oldest: z.date().nullable() })]);
const Jobs = z.array(
  z.object({
    job: z.string(),
    slot: z.date().nullable(),
    lag: z.number().nullable(),
    unfinished: z.number(),
  }),
);
const Queued = z.array(z.object({ queue: z.string(), state: z.string(), count: z.number() }));

/** Counts over the rows of all workspaces and the queue. */
export type RecordFigures = {
  /** How many messages are in each state. */
  readonly deliveries: z.infer<typeof Deliveries>;
  /** Since when the message has waited that waits longest of those whose time has come, where nothing is set aside or held. */
  readonly oldestWaiting: Date | undefined;
  /** Of each job the last slot that was run, how many seconds after it that was done, at the slowest workspace, and how many runs are not. */
  readonly jobs: z.infer<typeof Jobs>;
  readonly queued: z.infer<typeof Queued>;
};

/** Jobs of a queue: those that run, are due, are put off, or are given up. */
const queuedIn = (queue: string): Prisma.Sql => Prisma.sql`
  select ${queue}::text as queue, known.state, count(job.state)::int as count
  from unnest(array['running', 'due', 'put_off', 'given_up']) known (state)
  left join (
    select case when locked_at is not null then 'running' when attempts >= max_attempts then 'given_up'
      when run_at > now() then 'put_off' else 'due' end as state
    from ${Prisma.raw(queue)}._private_jobs) job on job.state = known.state
  group by known.state`;

/** Four statements, whatever the number of workspaces. States in which nothing is are told too, so that who watches sees a first one come. */
export const readFigures = async (prisma: Prismatic, now: Date): Promise<RecordFigures> => {
  const [deliveries, oldest, jobs, queued] = await Promise.all([
    prisma.$queryRaw`
      select known.state::text, coalesce(counted.count, 0)::int as count from unnest(enum_range(null::delivery_state)) known (state)
      left join (select state, count(*) as count from delivery group by state) counted on counted.state = known.state`,
    prisma.$queryRaw`
      select min(planned_at) as oldest from delivery
      join workspace on workspace.id = workspace_id left join installation on installation.id = installation_id
      where state in ('planned', 'sending') and not held and (not_before is null or not_before <= ${now}) and ended_at is null`,
    prisma.$queryRaw`
      with run as (
        select name, slot, finished_at, max(slot) filter (where finished_at is not null) over (partition by name) as newest from job_slot)
      select name as job, newest as slot,
        (extract(epoch from max(finished_at - slot) filter (where slot = newest)))::float as lag,
        (count(*) filter (where finished_at is null))::int as unfinished
      from run group by name, newest`,
    prisma.$queryRaw`${Prisma.join(Object.values(QUEUES).map(queuedIn), ' union all ')}`,
  ]);
  const [{ oldest: oldestWaiting }] = Oldest.parse(oldest);
  return {
    deliveries: Deliveries.parse(deliveries),
    oldestWaiting: oldestWaiting ?? undefined,
    jobs: Jobs.parse(jobs),
    queued: Queued.parse(queued),
  };
};
