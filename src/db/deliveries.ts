import type { Delivery, DeliveryKind, DeliveryState, PlannedDelivery } from '../domain/delivery/delivery.ts';
import type { RunTally } from '../domain/delivery/run-report.ts';
import type { Subject } from '../domain/subject.ts';
import type { Prismatic } from './client.ts';
import { type ContinuedDeliveries, createContinuedDeliveries } from './continued-deliveries.ts';
import { createDeliveryPlanning, type DeliveryPlanning } from './delivery-planning.ts';
import { toDelivery } from './delivery-row.ts';
import { createFailedDeliveries, type FailedDeliveries } from './failed-deliveries.ts';
import { readSentByDay, type SentByDay } from './sent-deliveries.ts';

/**
 * The transactional outbox: a message is planned, with the job that sends it, in the transaction of the decision to send it, so
 * that neither is there without the other.
 */
export type DeliveryTable = FailedDeliveries &
  ContinuedDeliveries &
  SentByDay &
  Pick<DeliveryPlanning, 'planAll' | 'markSent' | 'refreshLines' | 'recover'> & {
    /** Plans a message and the job that sends it, in this transaction. A key planned before is left as it is. */
    readonly plan: (delivery: PlannedDelivery, at: Date) => Promise<void>;
    /** One thing more that a message, by its key, is to tell of: `wanted` counts them while it waits for its time. */
    readonly countUp: (key: string) => Promise<void>;
    /**
     * Has every message about `subject`, or with a line about it, posted or on its way, show the present state; those to some
     * people only where told.
     */
    readonly refresh: (subject: Subject, recipients?: readonly string[]) => Promise<void>;
    /** Has what was not sent about these rows, because it was no longer true, be sent after all. */
    readonly resume: (subjects: readonly Subject[]) => Promise<void>;
    /** Whether there is a message whose key stands after the one and before the other. */
    readonly isAnyBetween: (after: string, before: string) => Promise<boolean>;
    /** Those that wait for their time, the earliest first. */
    readonly waiting: () => Promise<readonly (Delivery & { readonly notBefore: Date })[]>;
    /** How far the messages of a run are. */
    readonly tallyOf: (run: string) => Promise<RunTally>;
    /** Whether no message of a run is under way any more. */
    readonly isRunOver: (run: string) => Promise<boolean>;
    readonly find: (id: string) => Promise<Delivery | undefined>;
    /** Leaves it planned and without a job; it gets one when the bot's clock has come to `until`. */
    readonly postpone: (id: string, until: Date) => Promise<void>;
    /** Another try in so many milliseconds of the machine's time, with fresh tries, in place of the present job. */
    readonly retryAfter: (
      delivery: Pick<Delivery, 'id' | 'recipient'>,
      afterMs: number,
      priority?: number,
    ) => Promise<void>;
    /** planned → sending; false when it was not planned any more. */
    readonly startSending: (id: string, at: Date) => Promise<boolean>;
    /** sending → planned: it is known not to have been posted. */
    readonly backToPlanned: (id: string) => Promise<void>;
    /** Slack took this state of it. */
    readonly markShown: (id: string, shown: number) => Promise<void>;
    /** planned → dropped: what they say is in another message. */
    readonly supersede: (ids: readonly string[]) => Promise<void>;
    /** Has the next of a thread leave, by the id of the message it stands under, if that was posted. */
    readonly nextInThread: (rootId: string) => Promise<void>;
    /** Whom posted messages of these kinds about one of these rows went to, each once. */
    readonly recipientsOf: (
      subjects: readonly Subject[],
      kinds: readonly DeliveryKind[],
    ) => Promise<readonly string[]>;
    /** Messages about these rows that were posted, e.g. of an issue to its channels. */
    readonly postedOf: (...subjects: readonly Subject[]) => Promise<readonly Delivery[]>;
    readonly end: (id: string, state: 'dropped' | 'dead', problem: string | null) => Promise<void>;
  };

export const createDeliveryTable = (prisma: Prismatic, workspaceId: string): DeliveryTable => {
  const where = (id: string) => ({ workspaceId_id: { workspaceId, id } });
  const { addJobs, addJobsOf, ...planning } = createDeliveryPlanning(prisma, workspaceId);
  const { planAll, refreshLines } = planning;
  return {
    ...createFailedDeliveries(prisma, workspaceId, addJobs),
    sentByDay: (span) => readSentByDay(prisma, workspaceId, span),
    ...createContinuedDeliveries(prisma, workspaceId, { planAll, addJobsOf }),
    plan: (delivery, at) => planAll([delivery], at),
    ...planning,
    countUp: async (key) => {
      await prisma.delivery.updateMany({
        where: { workspaceId, key, state: 'planned' },
        data: { wanted: { increment: 1 } },
      });
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
      await addJobsOf(rows);
      await refreshLines([subject], recipients);
    },
    resume: async (subjects) => {
      const rows = await prisma.delivery.updateManyAndReturn({
        where: { workspaceId, subject: { in: [...subjects] }, state: 'dropped', problem: null },
        data: { state: 'planned', wanted: { increment: 1 } },
      });
      await addJobsOf(rows);
    },
    isAnyBetween: async (after, before) =>
      (await prisma.delivery.findFirst({ where: { workspaceId, key: { gt: after, lt: before } } })) !== null,
    waiting: async () => {
      const rows = await prisma.delivery.findMany({
        where: { workspaceId, state: 'planned', notBefore: { not: null } },
        orderBy: [{ notBefore: 'asc' }, { id: 'asc' }],
      });
      return rows.flatMap((row) =>
        row.notBefore === null ? [] : [{ ...toDelivery(row), notBefore: row.notBefore }],
      );
    },
    retryAfter: async ({ id, recipient }, afterMs, priority) => {
      // The job's key names the delivery alone: only one of this workspace may have its job put in place of another.
      const count = await prisma.delivery.count({ where: { workspaceId, id } });
      if (count === 1)
        await addJobs([{ id, recipient }], { afterMs, ...(priority === undefined ? {} : { priority }) });
    },
    postpone: async (id, until) => {
      await prisma.delivery.updateMany({
        where: { workspaceId, id, state: 'planned' },
        data: { notBefore: until },
      });
    },
    tallyOf: async (run) => {
      const groups = await prisma.delivery.groupBy({
        by: ['state', 'problem'],
        where: { workspaceId, run },
        _count: { _all: true },
      });
      const retried = await prisma.delivery.count({
        where: { workspaceId, run, state: 'sent', tries: { gt: 1 } },
      });
      const count = (...states: readonly DeliveryState[]): number =>
        groups
          .filter(({ state }) => states.includes(state))
          .reduce((sum, { _count }) => sum + _count._all, 0);
      return {
        sent: count('sent'),
        retried,
        waiting: count('planned', 'sending'),
        dead: count('dead'),
        dropped: Object.fromEntries(
          groups
            .filter(({ state }) => state === 'dropped')
            .map(({ problem, _count }) => [problem ?? 'settled', _count._all]),
        ),
      };
    },
    isRunOver: async (run) =>
      (await prisma.delivery.findFirst({
        where: { workspaceId, run, state: { in: ['planned', 'sending'] } },
        select: { id: true },
      })) === null,
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
    markShown: async (id, shown) => {
      await prisma.delivery.update({ where: where(id), data: { shown, problem: null } });
    },
    supersede: async (ids) => {
      await prisma.delivery.updateMany({
        where: { workspaceId, id: { in: [...ids] }, state: 'planned' },
        data: { state: 'dropped', problem: 'superseded' },
      });
    },
    nextInThread: async (rootId) => {
      const [next] = await prisma.delivery.findMany({
        where: {
          workspaceId,
          threadOf: rootId,
          state: { in: ['planned', 'sending'] },
          parent: { state: 'sent' },
        },
        orderBy: [{ place: 'asc' }, { key: 'asc' }],
        take: 1,
      });
      if (next !== undefined && next.notBefore === null)
        await addJobs([{ id: next.id, recipient: next.recipient }]);
    },
    recipientsOf: async (subjects, kinds) =>
      (
        await prisma.delivery.findMany({
          where: {
            workspaceId,
            subject: { in: [...subjects] },
            kind: { in: [...kinds] },
            ts: { not: null },
          },
          select: { recipient: true },
          distinct: ['recipient'],
          orderBy: { recipient: 'asc' },
        })
      ).map(({ recipient }) => recipient),
    postedOf: async (...subjects) =>
      (
        await prisma.delivery.findMany({
          where: { workspaceId, subject: { in: [...subjects] }, ts: { not: null } },
          orderBy: [{ plannedAt: 'asc' }, { id: 'asc' }],
        })
      ).map(toDelivery),
    end: async (id, state, problem) => {
      await prisma.delivery.update({ where: where(id), data: { state, problem } });
    },
  };
};
