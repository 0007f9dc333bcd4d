import { pageKey } from '../domain/delivery/continued.ts';
import type { Delivery } from '../domain/delivery/delivery.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Prismatic } from './client.ts';
import type { DeliveryPlanning } from './delivery-planning.ts';

/** Messages that go on where another was too long. */
export type ContinuedDeliveries = {
  /** How many continue a message. */
  readonly countContinued: (id: string) => Promise<number>;
  /** Plans those that a message lacks to have so many pages: they leave after it, where it stands. */
  readonly continueTo: (delivery: Delivery, pages: number, at: Date) => Promise<void>;
  /** Has those that continue a message show the present state, and the message itself where told. */
  readonly refreshContinued: (id: string, itself: boolean) => Promise<void>;
};

export const createContinuedDeliveries = (
  prisma: Prismatic,
  workspaceId: string,
  { planAll, addJobsOf }: Pick<DeliveryPlanning, 'planAll' | 'addJobsOf'>,
): ContinuedDeliveries => ({
  countContinued: (id) =>
    prisma.delivery.count({ where: { workspaceId, kind: 'continued', subject: subjectOf('continues', id) } }),
  continueTo: async ({ id, key, recipient }, pages, at) => {
    if (pages < 2) return;
    const row = await prisma.delivery.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId, id } },
      select: { place: true, parent: { select: { key: true } } },
    });
    await planAll(
      Array.from({ length: pages - 1 }, (_, index) => ({
        key: pageKey(key, index + 2),
        kind: 'continued' as const,
        recipient,
        subject: subjectOf('continues', id),
        thread: row.parent === null ? { key, place: index + 2 } : { key: row.parent.key, place: row.place },
      })),
      at,
    );
  },
  refreshContinued: async (id, itself) => {
    const rows = await prisma.delivery.updateManyAndReturn({
      where: {
        workspaceId,
        state: { in: ['planned', 'sending', 'sent'] },
        OR: [{ kind: 'continued', subject: subjectOf('continues', id) }, ...(itself ? [{ id }] : [])],
      },
      data: { wanted: { increment: 1 } },
    });
    await addJobsOf(rows);
  },
});
