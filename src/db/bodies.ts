import type { Body, BodyFacts } from '../domain/body.ts';
import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import type { Prismatic } from './client.ts';
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
  /** The facts of exactly that year, if it has its own. */
  readonly ownYear: (id: string, year: FiscalYear) => Promise<Body | undefined>;
  readonly create: (id: string, at: Date) => Promise<void>;
  readonly putYear: (id: string, year: FiscalYear, facts: BodyFacts, example: boolean) => Promise<void>;
};

const toBody = ({ workspaceId: _, bodyId, fiscalYear, ...facts }: BodyYear): Body => ({
  ...facts,
  id: bodyId,
  since: fiscalYear,
});

const inOrder = (bodies: readonly Body[]): readonly Body[] =>
  [...bodies].sort((a, b) => a.position - b.position || (a.name < b.name ? -1 : 1));

/** Rows come by year, oldest first: of each body the last one not after `year` holds, else its first. */
const asOf = (rows: readonly BodyYear[], year: FiscalYear): readonly Body[] => {
  const byBody = new Map<string, BodyYear>();
  for (const row of rows) if (row.fiscalYear <= year || !byBody.has(row.bodyId)) byBody.set(row.bodyId, row);
  return inOrder([...byBody.values()].map(toBody));
};

export const createBodyTable = (prisma: Prismatic, workspaceId: string): BodyTable => {
  const rows = (bodyId?: string) =>
    prisma.bodyYear.findMany({
      where: { workspaceId, ...(bodyId === undefined ? {} : { bodyId }) },
      orderBy: { fiscalYear: 'asc' },
    });
  return {
    nameable: async (year) => asOf(await rows(), year),
    find: async (id, year) => asOf(await rows(id), year)[0],
    lock: async (id) => {
      const locked = await prisma.$queryRaw<unknown[]>`
        select 1 from body where workspace_id = ${workspaceId} and id = ${id}::uuid for update`;
      return locked.length > 0;
    },
    ownYear: async (id, year) => {
      const row = await prisma.bodyYear.findUnique({
        where: { workspaceId_bodyId_fiscalYear: { workspaceId, bodyId: id, fiscalYear: year } },
      });
      return row === null ? undefined : toBody(row);
    },
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
