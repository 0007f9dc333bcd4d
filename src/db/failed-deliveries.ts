import type { Delivery } from '../domain/delivery/delivery.ts';
import type { FailedCount, FailedDelivery } from '../domain/delivery/unshown.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Prismatic } from './client.ts';
import type { DeliveryPlanning } from './delivery-planning.ts';
import { kindOf, toDelivery } from './delivery-row.ts';

/** Messages that were given up, and those that were posted and can't be made to show the present state. */
export type FailedDeliveries = {
  /** Both, the newest first. */
  readonly failed: (limit: number) => Promise<readonly FailedDelivery[]>;
  /** Posted ones alone, or one of them. */
  readonly unshown: (limit: number, id?: string) => Promise<readonly FailedDelivery[]>;
  /** How many there are, by kind. */
  readonly countFailed: () => Promise<readonly FailedCount[]>;
  /** Slack does not take a change of what was posted, and why. */
  readonly markUnshown: (id: string, problem: string) => Promise<void>;
  /**
   * Tries again, with fresh tries: what was given up is looked for first, what was posted is brought to the present state. False
   * when it was neither any more.
   */
  readonly revive: (id: string) => Promise<boolean>;
  /** The same with all of them; how many there were. */
  readonly reviveAll: () => Promise<number>;
  /** Leaves it as it is: unsent, or as it was posted. False when it was neither any more. */
  readonly forgo: (id: string) => Promise<boolean>;
  /** The reply that corrects a message, unless it was given up. */
  readonly correctionOf: (id: string) => Promise<Delivery | undefined>;
};

export const createFailedDeliveries = (
  prisma: Prismatic,
  workspaceId: string,
  addJobs: DeliveryPlanning['addJobs'],
): FailedDeliveries => {
  const UNSHOWN = { workspaceId, state: 'sent', problem: { not: null } } as const;
  const DEAD = { workspaceId, state: 'dead' } as const;
  const newest = { orderBy: [{ plannedAt: 'desc' as const }, { id: 'asc' as const }] };
  const read = (rows: Awaited<ReturnType<typeof prisma.delivery.findMany>>): readonly FailedDelivery[] =>
    rows.map((row) => ({ ...toDelivery(row), plannedAt: row.plannedAt, problem: row.problem ?? '' }));
  const reviveThose = async (those: { readonly id?: string }): Promise<number> => {
    const dead = await prisma.delivery.updateManyAndReturn({
      where: { ...DEAD, ...those },
      // Whether an earlier try had posted it is looked up first.
      data: { state: 'sending', problem: null },
    });
    const unshown = await prisma.delivery.updateManyAndReturn({
      where: { ...UNSHOWN, ...those },
      data: { problem: null },
    });
    await addJobs([...dead, ...unshown].map(({ id, recipient }) => ({ id, recipient })));
    return dead.length + unshown.length;
  };
  return {
    failed: async (take) =>
      read(await prisma.delivery.findMany({ where: { OR: [DEAD, UNSHOWN] }, ...newest, take })),
    unshown: async (take, id) =>
      read(
        await prisma.delivery.findMany({
          where: { ...UNSHOWN, ...(id === undefined ? {} : { id }) },
          ...newest,
          take,
        }),
      ),
    countFailed: async () => {
      const groups = await prisma.delivery.groupBy({
        by: ['kind', 'state'],
        where: { OR: [DEAD, UNSHOWN] },
        orderBy: [{ kind: 'asc' }, { state: 'asc' }],
        _count: { _all: true },
      });
      return groups.map(({ kind, state, _count }) => ({
        kind: kindOf(kind),
        isUnshown: state === 'sent',
        count: _count._all,
      }));
    },
    markUnshown: async (id, problem) => {
      await prisma.delivery.updateMany({ where: { workspaceId, id, state: 'sent' }, data: { problem } });
    },
    revive: async (id) => (await reviveThose({ id })) === 1,
    reviveAll: () => reviveThose({}),
    forgo: async (id) => {
      const dead = await prisma.delivery.updateMany({ where: { ...DEAD, id }, data: { state: 'dropped' } });
      const unshown = await prisma.delivery.updateMany({
        where: { ...UNSHOWN, id },
        data: { problem: null },
      });
      return dead.count + unshown.count === 1;
    },
    correctionOf: async (id) => {
      const row = await prisma.delivery.findFirst({
        where: {
          workspaceId,
          kind: 'correction',
          subject: subjectOf('delivery', id),
          state: { in: ['planned', 'sending', 'sent'] },
        },
        ...newest,
      });
      return row === null ? undefined : toDelivery(row);
    },
  };
};
