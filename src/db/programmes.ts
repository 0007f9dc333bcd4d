import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import type { Programme, ProgrammeFacts, ProgrammeHistory } from '../domain/training/programme.ts';
import type { Prismatic } from './client.ts';
import { digestOf } from './digest.ts';
import { type ReadsOfYear, readsOfYear } from './yearly-reads.ts';

export type ProgrammeTable = ReadsOfYear<Programme> & {
  /** Holds it until the transaction ends; false when it is not in this workspace. */
  readonly lock: (id: string) => Promise<boolean>;
  /** Holds all names and places in the order until the transaction ends. */
  readonly lockAll: () => Promise<void>;
  /** Every 研修の種類 with its facts of all years. */
  readonly histories: () => Promise<readonly ProgrammeHistory[]>;
  readonly create: (id: string, at: Date) => Promise<void>;
  readonly putYear: (id: string, year: FiscalYear, facts: ProgrammeFacts, example: boolean) => Promise<void>;
  /** 開催なし: the programmes of which it stands in a year. */
  readonly notHeldIn: (year: FiscalYear) => Promise<readonly string[]>;
  readonly recordNotHeld: (
    id: string,
    year: FiscalYear,
    recorded: { readonly reason: string; readonly by: string; readonly at: Date },
  ) => Promise<void>;
  /** The reason that was given, where 開催なし stood. */
  readonly removeNotHeld: (id: string, year: FiscalYear) => Promise<string | undefined>;
};

/** Those of which 開催なし stands in a year, by id. */
export const notHeldOf = (histories: readonly ProgrammeHistory[], year: FiscalYear): readonly string[] =>
  histories.filter(({ notHeldIn }) => notHeldIn.includes(year)).map(({ id }) => id);

export const createProgrammeTable = (prisma: Prismatic, workspaceId: string): ProgrammeTable => {
  const histories = async (id?: string): Promise<readonly ProgrammeHistory[]> => {
    const rows = await prisma.programme.findMany({
      where: { workspaceId, ...(id === undefined ? {} : { id }) },
      include: { years: { orderBy: { fiscalYear: 'asc' } }, notHeld: { select: { fiscalYear: true } } },
      orderBy: { id: 'asc' },
    });
    return rows.map((row) => {
      const years = row.years.map(({ fiscalYear, name, position, forPromoters, example }) => ({
        id: row.id,
        since: fiscalYear,
        name,
        position,
        forPromoters,
        example,
      }));
      const notHeldIn = row.notHeld.map(({ fiscalYear }) => fiscalYear);
      return { id: row.id, years, notHeldIn, digest: digestOf(years) };
    });
  };
  const notHeldKey = (programmeId: string, fiscalYear: FiscalYear) => ({
    workspaceId_programmeId_fiscalYear: { workspaceId, programmeId, fiscalYear },
  });
  return {
    ...readsOfYear(histories),
    lock: async (id) => {
      const locked = await prisma.$queryRaw<unknown[]>`
        select 1 from programme where workspace_id = ${workspaceId} and id = ${id}::uuid for update`;
      return locked.length > 0;
    },
    lockAll: async () => {
      await prisma.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId} programmes`}, 0))`;
    },
    histories: () => histories(),
    create: async (id, at) => {
      await prisma.programme.create({ data: { workspaceId, id, createdAt: at } });
    },
    putYear: async (id, year, facts, example) => {
      const key = { workspaceId, programmeId: id, fiscalYear: year };
      await prisma.programmeYear.upsert({
        where: { workspaceId_programmeId_fiscalYear: key },
        create: { ...key, ...facts, example },
        update: { ...facts, example },
      });
    },
    notHeldIn: async (year) => notHeldOf(await histories(), year),
    recordNotHeld: async (programmeId, fiscalYear, { reason, by, at }) => {
      await prisma.programmeNotHeld.create({
        data: { workspaceId, programmeId, fiscalYear, reason, recordedBy: by, recordedAt: at },
      });
    },
    removeNotHeld: async (id, year) => {
      const row = await prisma.programmeNotHeld.findUnique({ where: notHeldKey(id, year) });
      if (row === null) return undefined;
      await prisma.programmeNotHeld.delete({ where: notHeldKey(id, year) });
      return row.reason;
    },
  };
};
