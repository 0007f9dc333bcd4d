import { randomUUID } from 'node:crypto';
import { DELIVERY_KINDS, type Delivery, type PlannedDelivery } from '../domain/delivery.ts';
import type { Prismatic } from './client.ts';
import type { Delivery as Row } from './generated/client.ts';

export type DeliveryTable = {
  /** Plans a message and the job that sends it, in this transaction. A key planned before is left as it is. */
  readonly plan: (delivery: PlannedDelivery, at: Date) => Promise<void>;
  /** Has every message about `subject`, posted or on its way, show the present state; those to some people only where told. */
  readonly refresh: (subject: string, recipients?: readonly string[]) => Promise<void>;
  readonly find: (id: string) => Promise<Delivery | undefined>;
  /** Leaves it planned, with a job at `until` instead of the present one. */
  readonly postpone: (delivery: Pick<Delivery, 'id' | 'recipient'>, until: Date) => Promise<void>;
  /** planned → sending; false when it was not planned any more. */
  readonly startSending: (id: string, at: Date) => Promise<boolean>;
  /** sending → planned: it is known not to have been posted. */
  readonly backToPlanned: (id: string) => Promise<void>;
  readonly markSent: (
    id: string,
    posted: { readonly channel: string; readonly ts: string },
    shown: number,
  ) => Promise<void>;
  readonly markShown: (id: string, shown: number) => Promise<void>;
  readonly end: (id: string, state: 'dropped' | 'dead', problem: string | null) => Promise<void>;
};

const toDelivery = ({ kind, channel, ts, ...row }: Row): Delivery => {
  const known = DELIVERY_KINDS.find((candidate) => candidate === kind);
  if (known === undefined) throw new Error(`delivery ${row.id} is of an unknown kind: ${kind}`);
  const { id, key, recipient, subject, state, tries, wanted, shown } = row;
  const posted = channel === null || ts === null ? null : { channel, ts };
  return { id, key, kind: known, recipient, subject, state, tries, wanted, shown, posted };
};

export const createDeliveryTable = (prisma: Prismatic, workspaceId: string): DeliveryTable => {
  const where = (id: string) => ({ workspaceId_id: { workspaceId, id } });
  /**
   * Jobs of one queue run one after the other, so that two of the same delivery never run at once. Recipients share 64
   * queues, because a queue's name stays in the database for good.
   */
  const addJob = async (
    { id, recipient }: Pick<Row, 'id' | 'recipient'>,
    runAt: Date | null = null,
  ): Promise<void> => {
    await prisma.$executeRaw`
      select graphile_worker.add_job(
        'deliver',
        json_build_object('workspaceId', ${workspaceId}::text, 'deliveryId', ${id}::text),
        queue_name := 'deliver-' || (hashtext(${recipient}::text) & 63), job_key := ${id}::text, max_attempts := 12, run_at := ${runAt}::timestamptz)`;
  };
  return {
    plan: async (delivery, at) => {
      const id = randomUUID();
      const { count } = await prisma.delivery.createMany({
        data: { ...delivery, workspaceId, id, plannedAt: at },
        skipDuplicates: true,
      });
      if (count === 1) await addJob({ id, recipient: delivery.recipient });
    },
    refresh: async (subject, recipients) => {
      const rows = await prisma.delivery.updateManyAndReturn({
        where: {
          workspaceId,
          subject,
          state: { in: ['planned', 'sending', 'sent'] },
          ...(recipients === undefined ? {} : { recipient: { in: [...recipients] } }),
        },
        data: { wanted: { increment: 1 } },
      });
      for (const row of rows) await addJob(row);
    },
    postpone: async ({ id, recipient }, until) => {
      // The job's key names the delivery alone: only one of this workspace may have its job put in place of another.
      const count = await prisma.delivery.count({ where: { workspaceId, id } });
      if (count === 1) await addJob({ id, recipient }, until);
    },
    find: async (id) => {
      const row = await prisma.delivery.findUnique({ where: where(id) });
      return row === null ? undefined : toDelivery(row);
    },
    startSending: async (id, at) => {
      const { count } = await prisma.delivery.updateMany({
        where: { workspaceId, id, state: 'planned' },
        data: { state: 'sending', sendingAt: at, tries: { increment: 1 } },
      });
      return count === 1;
    },
    backToPlanned: async (id) => {
      await prisma.delivery.updateMany({
        where: { workspaceId, id, state: 'sending' },
        data: { state: 'planned' },
      });
    },
    markSent: async (id, { channel, ts }, shown) => {
      await prisma.delivery.update({ where: where(id), data: { channel, ts, shown, state: 'sent' } });
    },
    markShown: async (id, shown) => {
      await prisma.delivery.update({ where: where(id), data: { shown } });
    },
    end: async (id, state, problem) => {
      await prisma.delivery.update({ where: where(id), data: { state, problem } });
    },
  };
};
