import { fromUtcMidnight, type LocalDate, utcMidnight } from '../domain/calendar/local-date.ts';
import type { AwayPeriod } from '../domain/person/away.ts';
import type { Prismatic } from './client.ts';
import type { Prisma } from './generated/client.ts';

export type AwayPeriodTable = {
  readonly find: (id: string) => Promise<AwayPeriod | undefined>;
  /** Not cancelled and not over on `day`, of one person or of everybody, by first day. */
  readonly notOver: (day: LocalDate, personId?: string) => Promise<readonly AwayPeriod[]>;
  readonly create: (period: AwayPeriod, at: Date) => Promise<void>;
  readonly cancel: (id: string, at: Date) => Promise<void>;
};

export const createAwayPeriodTable = (prisma: Prismatic, workspaceId: string): AwayPeriodTable => {
  const list = async (where: Prisma.AwayPeriodWhereInput): Promise<readonly AwayPeriod[]> =>
    (
      await prisma.awayPeriod.findMany({
        where: { ...where, workspaceId, cancelledAt: null },
        orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
      })
    ).map(({ id, personId, startsOn, endsOn, recordedBy }) => ({
      id,
      personId,
      startsOn: fromUtcMidnight(startsOn),
      endsOn: fromUtcMidnight(endsOn),
      recordedBy,
    }));
  return {
    find: async (id) => (await list({ id }))[0],
    notOver: (day, personId) =>
      list({ endsOn: { gte: utcMidnight(day) }, ...(personId === undefined ? {} : { personId }) }),
    create: async ({ startsOn, endsOn, ...period }, at) => {
      await prisma.awayPeriod.create({
        data: {
          ...period,
          workspaceId,
          startsOn: utcMidnight(startsOn),
          endsOn: utcMidnight(endsOn),
          recordedAt: at,
        },
      });
    },
    cancel: async (id, at) => {
      await prisma.awayPeriod.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: { cancelledAt: at },
      });
    },
  };
};
