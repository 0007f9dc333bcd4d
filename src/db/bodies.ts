import type { Body, BodyFacts, BodyHistory } from '../domain/body/body.ts';
import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import { groupBy } from '../domain/group-by.ts';
import type { Prismatic } from './client.ts';
import { digestOf } from './digest.ts';
import { type ReadsOfYear, readsOfYear } from './yearly-reads.ts';

export type BodyTable = ReadsOfYear<Body> & {
  /**
   * Holds the body until the transaction ends, so that what is decided from its meetings and 開催なし stays true.
   * False when it is not in this workspace.
   */
  readonly lock: (id: string) => Promise<boolean>;
  /**
   * Holds one day of the body until the transaction ends, so that what is decided from its meetings of that day and its 開催なし stays
   * true. Of other days meanwhile others may record, and need not wait.
   */
  readonly lockDay: (id: string, day: LocalDate) => Promise<void>;
  /** Holds all names and places in the order until the transaction ends: no other body is registered or changed meanwhile. */
  readonly lockAll: () => Promise<void>;
  /** Every body with its facts of all years. */
  readonly histories: () => Promise<readonly BodyHistory[]>;
  /** The years for which a meeting of the body is recorded and not cancelled, oldest first. */
  readonly yearsWithMeetings: (id: string) => Promise<readonly FiscalYear[]>;
  readonly create: (id: string, at: Date) => Promise<void>;
  readonly putYear: (id: string, year: FiscalYear, facts: BodyFacts, example: boolean) => Promise<void>;
};

export const createBodyTable = (prisma: Prismatic, workspaceId: string): BodyTable => {
  const histories = async (bodyId?: string): Promise<readonly BodyHistory[]> => {
    const bodies = groupBy(
      await prisma.$queryRaw<readonly Body[]>`
        select body_id as id, fiscal_year as since, name, short_name as "shortName", kind, section, composition, role, position,
          recordable_by as "recordableBy", written_note as "writtenNote", notify_channel as "notifyChannel", example, quorum,
          proxy, unanswered, tie, preparation_days as "preparationDays"
        from body_year
        where workspace_id = ${workspaceId} and (${bodyId ?? null}::uuid is null or body_id = ${bodyId ?? null}::uuid)
        order by fiscal_year`,
      ({ id }) => id,
    );
    return [...bodies].map(([id, years]) => ({
      id,
      years,
      // Those who open a form of a body ask for it, not those who read its name.
      get digest() {
        return digestOf(years);
      },
    }));
  };
  return {
    ...readsOfYear(histories),
    lock: async (id) => {
      const locked = await prisma.$queryRaw<unknown[]>`
        select 1 from body where workspace_id = ${workspaceId} and id = ${id}::uuid for update`;
      return locked.length > 0;
    },
    lockDay: async (id, day) => {
      // Who holds the whole body waits for the row, and has others wait for it.
      await prisma.$executeRaw`
        select pg_advisory_xact_lock(hashtextextended(${`${workspaceId} ${id} ${day}`}, 0))
        from body where workspace_id = ${workspaceId} and id = ${id}::uuid for share`;
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
