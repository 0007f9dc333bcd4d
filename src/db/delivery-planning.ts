import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ABOUT_ONE_ASKED, type PlannedDelivery } from '../domain/delivery/delivery.ts';
import { insertRows } from './bulk-insert.ts';
import type { Prismatic } from './client.ts';
import { addJobsOfRows, type JobOptions } from './delivery-job.ts';
import { recoverLost } from './due-deliveries.ts';
import { Prisma } from './generated/client.ts';
import { isSameLine } from './morning-lines.ts';

/** Rows of messages and the jobs that send them, any number at once. */
export type DeliveryPlanning = {
  /** Plans messages and their jobs, in this transaction. Keys planned before are left as they are. */
  readonly planAll: (deliveries: readonly PlannedDelivery[], at: Date) => Promise<void>;
  /** Has every message with a line about one of these, or about what one of those asked owes, show the present state. */
  readonly refreshLines: (refs: readonly string[], recipients?: readonly string[]) => Promise<void>;
  /**
   * What Slack took, and where; and has the message that was the newest with one of its lines until then show that it is not any
   * more: one statement, so that no line is live in two messages for good.
   */
  readonly markSent: (
    id: string,
    posted: { readonly channel: string; readonly ts: string },
    shown: number,
  ) => Promise<void>;
  /** See `recoverLost`. */
  readonly recover: () => Promise<number>;
  /**
   * Jobs for messages, in so many milliseconds of the machine's time. The lower `priority`, the earlier; as many at once deserve it
   * unless told.
   */
  readonly addJobs: (rows: readonly Addressed[], options?: JobOptions) => Promise<void>;
  /** The same, but for those that wait for their time. */
  readonly addJobsOf: (rows: readonly Waiting[]) => Promise<void>;
};

/** Where a job goes. */
type Addressed = { readonly id: string; readonly recipient: string };

/** What a message may have to wait for: its time, or in a thread, until it was posted, its turn. */
type Waiting = Addressed & {
  readonly notBefore: Date | null;
  readonly threadOf: string | null;
  readonly ts?: string | null;
};

const Addressee = z.object({
  id: z.uuid(),
  recipient: z.string(),
  notBefore: z.date().nullable(),
  threadOf: z.uuid().nullable(),
});
const Refreshed = z.array(Addressee);
const Counted = z.array(z.object({ count: z.number() }));
const Planned = z.array(z.object({ id: z.uuid(), key: z.string() }));

const LINE = {
  workspace_id: 'text',
  delivery_id: 'uuid',
  position: 'int',
  kind: 'text',
  ref: 'text',
  due_on: 'date',
} as const;

export const createDeliveryPlanning = (prisma: Prismatic, workspaceId: string): DeliveryPlanning => {
  const own = Prisma.sql`${workspaceId}::text`;
  const addJobs: DeliveryPlanning['addJobs'] = async (rows, options) => {
    if (rows.length === 0) return;
    await prisma.$executeRaw`
      with rows as (select id, recipient from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id text, recipient text))
      ${addJobsOfRows(own, options)}`;
  };
  const planAll: DeliveryPlanning['planAll'] = async (deliveries, at) => {
    if (deliveries.length === 0) return;
    // Those in a thread come after the message they stand under.
    const [roots, replies] = [
      deliveries.filter(({ thread }) => thread === undefined),
      deliveries.filter(({ thread }) => thread !== undefined),
    ];
    if (roots.length > 0 && replies.length > 0) {
      await planAll(roots, at);
      return planAll(replies, at);
    }
    const rows = deliveries.map(({ notBefore, run, lines: _, thread, ...delivery }) => ({
      ...delivery,
      id: randomUUID(),
      not_before: notBefore ?? null,
      run: run ?? null,
      thread_key: thread?.key ?? null,
      place: thread?.place ?? 0,
    }));
    // One statement, so that none is left without a job. In a thread, or before its time, none is due yet. PostgreSQL leaves out a
    // part that nothing reads, and with it what it calls: the condition at the end, always true, reads the one that adds the jobs.
    const planned = Planned.parse(
      await prisma.$queryRaw`
        with planned as (
          insert into delivery (workspace_id, id, key, kind, recipient, subject, not_before, run, planned_at, thread_of, place)
          select ${workspaceId}, id, key, kind, recipient, subject, not_before, run, ${at},
            case when thread_key is null then null else
              (select root.id from delivery root where root.workspace_id = ${workspaceId} and root.key = row.thread_key) end, place
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(
            id uuid, key text, kind text, recipient text, subject text, not_before timestamptz, run text, thread_key text, place int)
          on conflict (workspace_id, key) do nothing
          returning id, key, recipient, not_before, thread_of
        ), rows as (
          select id, recipient from planned where not_before is null and thread_of is null
        ), jobs as (
          ${addJobsOfRows(own, { call: 'post' })}
        )
        select id, key from planned where (select count(*) from jobs) >= 0`,
    );
    const linesOf = new Map(deliveries.map(({ key, lines = [] }) => [key, lines]));
    await insertRows(
      prisma,
      'morning_line',
      LINE,
      planned.flatMap(({ id, key }) =>
        (linesOf.get(key) ?? []).map(({ kind, ref, dueOn }, index) => ({
          workspace_id: workspaceId,
          delivery_id: id,
          position: index + 1,
          kind,
          ref,
          due_on: dueOn ?? null,
        })),
      ),
    );
  };
  /** What is still planned and has its time or its turn to wait for is read anew then anyway. */
  const addJobsOf: DeliveryPlanning['addJobsOf'] = (rows) =>
    addJobs(
      rows
        .filter(({ notBefore, threadOf, ts }) => notBefore === null && (threadOf === null || ts != null))
        .map(({ id, recipient }) => ({ id, recipient })),
    );
  const refreshLines: DeliveryPlanning['refreshLines'] = async (refs, recipients = []) => {
    // As an array, they are looked up by their key also right after a morning, when PostgreSQL does not know yet how many rows there are.
    const rows = Refreshed.parse(
      await prisma.$queryRaw`
        update delivery set wanted = wanted + 1
        where workspace_id = ${workspaceId} and state in ('planned', 'sending', 'sent') and id = any(array(
          select d.id from morning_line l
          join delivery d on d.workspace_id = l.workspace_id and d.id = l.delivery_id
          where l.workspace_id = ${workspaceId} and l.ref = any(${[...refs]}::text[])
            and (${recipients.length} = 0 or d.recipient = any(${[...recipients]}::text[]))
          union
          select id from delivery where workspace_id = ${workspaceId} and subject = any(${[...refs]}::text[])
            and kind = any(${[...ABOUT_ONE_ASKED]}::text[])
        ))
        returning id, recipient, not_before as "notBefore", thread_of as "threadOf"`,
    );
    await addJobsOf(rows);
  };
  const markSent: DeliveryPlanning['markSent'] = async (id, { channel, ts }, shown) => {
    const [{ count } = { count: 0 }] = Counted.parse(
      await prisma.$queryRaw`
        with sent as (
          update delivery set channel = ${channel}, ts = ${ts}, shown = ${shown}, state = 'sent', problem = null
          where workspace_id = ${workspaceId} and id = ${id}::uuid
          returning workspace_id, id, recipient
        ), before as (
          select distinct on (line.kind, line.ref) d.id
          from sent
          join morning_line line on line.workspace_id = sent.workspace_id and line.delivery_id = sent.id
          join morning_line other on ${isSameLine('other', 'line')} and other.delivery_id <> sent.id
          join delivery d on d.workspace_id = other.workspace_id and d.id = other.delivery_id
          where d.recipient = sent.recipient and d.ts is not null
          order by line.kind, line.ref, d.ts collate "C" desc
        ), rows as (
          update delivery set wanted = wanted + 1
          where workspace_id = ${workspaceId} and state = 'sent' and id in (select id from before)
          returning id, recipient
        ), jobs as (
          ${addJobsOfRows(own, { call: 'update' })}
        )
        select count(*)::int as count from sent where (select count(*) from jobs) >= 0`,
    );
    if (count === 0) throw new Error(`no delivery ${id}`);
  };
  return {
    planAll,
    markSent,
    refreshLines,
    recover: () => recoverLost(prisma, [workspaceId]),
    addJobs,
    addJobsOf,
  };
};
