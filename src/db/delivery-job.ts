import { DELIVER_INSTALLED, deliverTask, needOf } from '../domain/delivery/delivery.ts';
import { POSTS_A_MINUTE } from '../domain/slack/rate.ts';
import { Prisma } from './generated/client.ts';

/** From so many messages at once on they are no answer to somebody's press. */
const MANY = 10;

/** What the jobs of a workspace are called: by whose token they are sent decides which process takes them. */
export const taskOf = (workspace: Prisma.Sql): Prisma.Sql => Prisma.sql`
  (select case when installation_id is null then ${deliverTask('')} || id else ${DELIVER_INSTALLED} end
   from workspace where id = ${workspace})`;

/** How far before now the first of many is due: a minute's posts are at once, and take turns with what others have planned. */
const AHEAD_S = 60;

export type JobOptions = {
  readonly afterMs?: number;
  readonly priority?: number;
  /** What the messages are to Slack, where the rows of `delivery` can't say it yet. */
  readonly call?: 'post' | 'update';
};

/** A message that is at Slack is changed there. */
const callOf = (workspace: Prisma.Sql): Prisma.Sql => Prisma.sql`
  case when exists (select from delivery at_slack
    where at_slack.workspace_id = ${workspace} and at_slack.id = rows.id::uuid and at_slack.ts is not null)
  then 'update' else 'post' end`;

/**
 * The job of a row of `rows`, as `add_jobs` takes it; `workspace` says in the statement whose it is. It is in no named queue: to find one
 * job graphile-worker locks every named queue there is, which with those of 1,000 workspaces takes longer than the job; the recipient is
 * claimed instead (jobs/claims.ts). Its flags say whose it is and what it needs. Many at once let what somebody waits for go first, and
 * are due one after the other at the pace at which Slack takes them: the jobs of several workspaces mix in that order, so that nobody's
 * thousands stand before another's one.
 */
const jobSpec = (workspace: Prisma.Sql, { afterMs = 0, priority, call }: JobOptions = {}): Prisma.Sql => {
  const need = Prisma.sql`${needOf('')} || ${workspace}`;
  const isMany = Prisma.sql`count(*) over (partition by ${workspace}) > ${MANY}`;
  return Prisma.sql`
  row(
    ${taskOf(workspace)},
    json_build_object('workspaceId', ${workspace}, 'deliveryId', rows.id, 'recipient', rows.recipient), null,
    now() + ${afterMs} * interval '1 millisecond' + case when ${isMany}
      then ((row_number() over (partition by ${workspace}) - 1) * ${60 / POSTS_A_MINUTE}::float8 - ${AHEAD_S}) * interval '1 second'
      else interval '0' end,
    12, rows.id::text, coalesce(${priority ?? null}::int, case when ${isMany} then 10 else 0 end),
    array[
      ${need}, ${need} || ':slack', ${need} || ':to:' || rows.recipient,
      ${need} || ':' || ${call === undefined ? callOf(workspace) : Prisma.sql`${call}`}
    ]
  )::graphile_worker.job_spec`;
};

/** Puts the jobs of `rows` into the queue; where there are none the queue is not asked, for it would have a worker of every process look. */
export const addJobsOfRows = (workspace: Prisma.Sql, options?: JobOptions): Prisma.Sql => Prisma.sql`
  select graphile_worker.add_jobs(asked.jobs) from (select array(select ${jobSpec(workspace, options)} from rows) as jobs) asked
  where cardinality(asked.jobs) > 0`;
