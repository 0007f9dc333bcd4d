import { DELIVER_INSTALLED, DELIVERY_FLAG, deliverTask, needOf } from '../domain/delivery/delivery.ts';
import { POSTS_A_MINUTE } from '../domain/slack/rate.ts';
import { Prisma } from './generated/client.ts';

/** From so many messages at once on they are no answer to somebody's press. */
const MANY = 10;

/** What the jobs of a workspace are called: by whose token they are sent decides which process takes them. */
export const taskOf = (workspaceId: string): Prisma.Sql => Prisma.sql`
  (select case when installation_id is null then ${deliverTask(workspaceId)} else ${DELIVER_INSTALLED} end
   from workspace where id = ${workspaceId})`;

/** How far before now the first of many is due: a minute's posts are at once, and take turns with what others have planned. */
const AHEAD_S = 60;

export type JobOptions = { readonly afterMs?: number; readonly priority?: number };

/**
 * The job of a row of `rows`, as `add_jobs` takes it. Jobs of one queue run one after the other, so that two of the same delivery
 * never run at once. Recipients share 64 queues of their workspace, because a queue's name stays in the database for good. Many
 * at once let what somebody waits for go first, and are due one after the other at the pace at which Slack takes them: the jobs of
 * several workspaces mix in that order, so that nobody's thousands stand before another's one.
 */
export const jobSpec = (
  workspaceId: string,
  { afterMs = 0, priority }: JobOptions = {},
): Prisma.Sql => Prisma.sql`
  row(
    ${taskOf(workspaceId)}, json_build_object('workspaceId', ${workspaceId}::text, 'deliveryId', rows.id),
    'deliver-' || ${workspaceId}::text || '-' || (hashtext(rows.recipient) & 63),
    now() + ${afterMs} * interval '1 millisecond' + case when (select count(*) from rows) > ${MANY}
      then ((row_number() over () - 1) * ${60 / POSTS_A_MINUTE}::float8 - ${AHEAD_S}) * interval '1 second' else interval '0' end,
    12, rows.id::text,
    coalesce(${priority ?? null}::int, case when (select count(*) from rows) > ${MANY} then 10 else 0 end),
    array[${DELIVERY_FLAG}, ${needOf(workspaceId)}]
  )::graphile_worker.job_spec`;
