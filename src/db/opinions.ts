import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import {
  type ConsiderationFacts,
  GOES_ON,
  inOrderOfNumber,
  isCarriedInto,
  type Opinion,
  type OpinionFacts,
  type OpinionYear,
} from '../domain/opinion/opinion.ts';
import type { Prismatic } from './client.ts';
import type { Prisma } from './generated/client.ts';

type DoneBy = { readonly by: string; readonly at: Date };

export type OpinionTable = {
  readonly find: (id: string) => Promise<Opinion | undefined>;
  /** Finds it and holds it until the transaction ends, so that what is decided from it stays true. */
  readonly findToChange: (id: string) => Promise<Opinion | undefined>;
  /** Holds all that is decided about the opinions on a year, e.g. a number, until the transaction ends. */
  readonly lock: (year: FiscalYear) => Promise<void>;
  readonly ofIds: (ids: readonly string[]) => Promise<readonly Opinion[]>;
  /** Given on this year and not cancelled, in order of number. */
  readonly ofYear: (year: FiscalYear) => Promise<readonly Opinion[]>;
  /** 前年度からの継続 of a year (`isCarriedInto`): not cancelled, by the year on which they were given, then by number. */
  readonly carriedInto: (year: FiscalYear) => Promise<readonly Opinion[]>;
  /** Of which years there are any that are not cancelled, the newest first. */
  readonly years: () => Promise<readonly FiscalYear[]>;
  readonly create: (
    rows: readonly (OpinionFacts & { readonly id: string })[],
    recorded: DoneBy,
  ) => Promise<void>;
  readonly put: (id: string, facts: OpinionFacts) => Promise<void>;
  readonly cancel: (id: string, at: Date, reason: string) => Promise<void>;
  /** Takes the cancellation back: all else is as it was. */
  readonly restore: (id: string) => Promise<void>;
  /** 市の調査・検討 of one fiscal year: kept in place of what was there; other years and 公表 stay as they are. */
  readonly putYear: (id: string, year: FiscalYear, facts: ConsiderationFacts, saved: DoneBy) => Promise<void>;
  /** 公表, or with null taken back, of what is kept of a year. */
  readonly putPublished: (id: string, year: FiscalYear, published: DoneBy | null) => Promise<void>;
};

const whole = {
  sections: { orderBy: { position: 'asc' }, select: { sectionId: true } },
  years: {
    orderBy: { fiscalYear: 'asc' },
    include: { meetings: { orderBy: { meetingId: 'asc' }, select: { meetingId: true } } },
  },
} as const satisfies Prisma.OpinionInclude;
type Row = Prisma.OpinionGetPayload<{ include: typeof whole }>;

const doneBy = (by: string | null, at: Date | null): DoneBy | null =>
  by === null || at === null ? null : { by, at };

const toYear = (row: Row['years'][number]): OpinionYear => ({
  fiscalYear: row.fiscalYear,
  consideration: row.consideration,
  response: row.response,
  responseWhen: row.responseWhen,
  meetingIds: row.meetings.map(({ meetingId }) => meetingId),
  saved: doneBy(row.savedBy, row.savedAt),
  published: doneBy(row.publishedBy, row.publishedAt),
  revision: row.revision,
});

const toOpinion = (row: Row): Opinion => ({
  id: row.id,
  fiscalYear: row.fiscalYear,
  number: row.number,
  item: row.item,
  kind: row.kind,
  words: row.words,
  sectionIds: row.sections.map(({ sectionId }) => sectionId),
  recordedBy: row.recordedBy,
  recordedAt: row.recordedAt,
  cancelled: row.cancelledAt === null ? null : { at: row.cancelledAt, reason: row.cancelReason },
  years: row.years.map(toYear),
  revision: row.revision,
});

export const createOpinionTable = (prisma: Prismatic, workspaceId: string): OpinionTable => {
  const where = (id: string) => ({ workspaceId_id: { workspaceId, id } });
  const list = async (wanted: Prisma.OpinionWhereInput): Promise<readonly Opinion[]> =>
    inOrderOfNumber(
      (await prisma.opinion.findMany({ where: { ...wanted, workspaceId }, include: whole })).map(toOpinion),
    );
  const set = async (id: string, data: Prisma.OpinionUncheckedUpdateInput): Promise<void> => {
    await prisma.opinion.update({ where: where(id), data: { ...data, revision: { increment: 1 } } });
  };
  const createSections = (rows: readonly (Pick<OpinionFacts, 'sectionIds'> & { readonly id: string })[]) =>
    prisma.opinionSection.createMany({
      data: rows.flatMap(({ id, sectionIds }) =>
        sectionIds.map((sectionId, index) => ({
          workspaceId,
          opinionId: id,
          sectionId,
          position: index + 1,
        })),
      ),
    });
  return {
    find: async (id) => (await list({ id }))[0],
    findToChange: async (id) => {
      await prisma.$queryRaw`
        select 1 from opinion where workspace_id = ${workspaceId} and id = ${id}::uuid for no key update`;
      return (await list({ id }))[0];
    },
    lock: async (year) => {
      const name = `${workspaceId} opinion ${year}`;
      await prisma.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
    },
    ofIds: async (ids) => (ids.length === 0 ? [] : list({ id: { in: [...ids] } })),
    ofYear: (fiscalYear) => list({ fiscalYear, cancelledAt: null }),
    carriedInto: async (year) => {
      const earlier = await list({
        fiscalYear: { lt: year },
        cancelledAt: null,
        years: {
          some: {
            OR: [{ fiscalYear: year }, { fiscalYear: { lt: year }, response: { in: [...GOES_ON] } }],
          },
        },
      });
      return earlier.filter((opinion) => isCarriedInto(opinion, year));
    },
    years: async () => {
      const rows = await prisma.opinion.groupBy({
        by: ['fiscalYear'],
        where: { workspaceId, cancelledAt: null },
        orderBy: { fiscalYear: 'desc' },
      });
      return rows.map(({ fiscalYear }) => fiscalYear);
    },
    create: async (rows, { by, at }) => {
      await prisma.opinion.createMany({
        data: rows.map(({ sectionIds: _, ...facts }) => ({
          ...facts,
          workspaceId,
          recordedBy: by,
          recordedAt: at,
        })),
      });
      await createSections(rows);
    },
    put: async (id, { sectionIds, ...facts }) => {
      await set(id, facts);
      await prisma.opinionSection.deleteMany({ where: { workspaceId, opinionId: id } });
      await createSections([{ id, sectionIds }]);
    },
    cancel: (id, at, reason) => set(id, { cancelledAt: at, cancelReason: reason }),
    restore: (id) => set(id, { cancelledAt: null, cancelReason: '' }),
    putYear: async (id, fiscalYear, { meetingIds, ...facts }, { by, at }) => {
      const key = { workspaceId, opinionId: id, fiscalYear };
      const kept = { ...facts, savedBy: by, savedAt: at };
      await prisma.opinionYear.upsert({
        where: { workspaceId_opinionId_fiscalYear: key },
        create: { ...key, ...kept },
        update: { ...kept, revision: { increment: 1 } },
      });
      await prisma.opinionMeeting.deleteMany({ where: key });
      await prisma.opinionMeeting.createMany({
        data: meetingIds.map((meetingId) => ({ ...key, meetingId })),
      });
    },
    putPublished: async (id, fiscalYear, published) => {
      await prisma.opinionYear.update({
        where: { workspaceId_opinionId_fiscalYear: { workspaceId, opinionId: id, fiscalYear } },
        data: {
          publishedAt: published?.at ?? null,
          publishedBy: published?.by ?? null,
          revision: { increment: 1 },
        },
      });
    },
  };
};
