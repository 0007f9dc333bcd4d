import type { Body, BodyFacts, BodyHistory } from '../domain/body/body.ts';
import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import { groupBy } from '../domain/group-by.ts';
import { allIn, oneIn } from '../domain/yearly.ts';
import type { Prismatic } from './client.ts';
import { digestOf } from './digest.ts';
import type { BodyYear } from './generated/client.ts';

export type BodyTable = {
  /**
   * Every body as a record of that year would call it, in order: also those registered only from a later year, with the
   * facts of their first year, so that the past can still be recorded.
   */
  readonly nameable: (year: FiscalYear) => Promise<readonly Body[]>;
  /** One body as of a fiscal year (or its first, where it began later); undefined when it is not in this workspace. */
  readonly find: (id: string, year: FiscalYear) => Promise<Body | undefined>;
  /**
   * Holds the body until the transaction ends, so that what is decided from its meetings and 開催なし stays true.
   * False when it is not in this workspace.
   */
  readonly lock: (id: string) => Promise<boolean>;
  /** Holds all names and places in the order until the transaction ends: no other body is registered or changed meanwhile. */
  readonly lockAll: () => Promise<void>;
  /** Every body with its facts of all years. */
  readonly histories: () => Promise<readonly BodyHistory[]>;
  /** The years for which a meeting of the body is recorded and not cancelled, oldest first. */
  readonly yearsWithMeetings: (id: string) => Promise<readonly FiscalYear[]>;
  readonly create: (id: string, at: Date) => Promise<void>;
  readonly putYear: (id: string, year: FiscalYear, facts: BodyFacts, example: boolean) => Promise<void>;
};

const toBody = ({ workspaceId: _, bodyId, fiscalYear, ...facts }: BodyYear): Body => ({
  ...facts,
  id: bodyId,
  since: fiscalYear,
});

export const createBodyTable = (prisma: Prismatic, workspaceId: string): BodyTable => {
  const histories = async (bodyId?: string): Promise<readonly BodyHistory[]> => {
    const rows = await prisma.bodyYear.findMany({
      where: { workspaceId, ...(bodyId === undefined ? {} : { bodyId }) },
      orderBy: { fiscalYear: 'asc' },
    });
    const bodies = groupBy(rows.map(toBody), ({ id }) => id);
    return [...bodies].map(([id, years]) => ({ id, years, digest: digestOf(years) }));
  };
  return {
    nameable: async (year) => allIn(await histories(), year),
    find: async (id, year) => oneIn(await histories(id), id, year)?.facts,
    lock: async (id) => {
      const locked = await prisma.$queryRaw<unknown[]>`
        select 1 from body where workspace_id = ${workspaceId} and id = ${id}::uuid for update`;
      return locked.length > 0;
    },
    lockAll: async () => {
      await prisma.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId} bodies`}, 0))`;
    },
    histories: () => histories(),
    yearsWithMeetings: async (id) =>
      (
        await prisma.meeting.findMany({
          where: { workspaceId, bodyId: id, cancelledAt: null },
          distinct: ['fiscalYear'],
          select: { fiscalYear: true },
          orderBy: { fiscalYear: 'asc' },
        })
      ).map(({ fiscalYear }) => fiscalYear),
    create: async (id, at) => {
      await prisma.body.create({ data: { workspaceId, id, createdAt: at } });
    },
    putYear: async (id, year, facts, example) => {
      const key = { workspaceId, bodyId: id, fiscalYear: year };
      await prisma.bodyYear.upsert({
        where: { workspaceId_bodyId_fiscalYear: key },
        create: { ...key, ...facts, example },
        update: { ...facts, example },
      });
    },
  };
};
