import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import { fromUtcMidnight, type LocalDate, utcMidnight } from '../domain/calendar/local-date.ts';
import type { InquiryInTime } from '../domain/inquiry/in-time.ts';
import type { Inquiry, InquiryFacts, InquiryState } from '../domain/inquiry/inquiry.ts';
import type { Prismatic } from './client.ts';
import type { Prisma } from './generated/client.ts';
import { readInquiriesInTime } from './inquiries-in-time.ts';

/** What of an inquiry's course changes; its revision counts itself. */
export type InquiryCourse = Partial<{
  readonly state: InquiryState;
  readonly dueOn: LocalDate;
  readonly dueBefore: LocalDate;
  readonly collectBy: LocalDate;
  readonly sentAt: Date;
  readonly askedOn: LocalDate;
  readonly endedAt: Date | null;
  readonly endReason: string;
}>;

/** A department's とりまとめ完了. */
export type Collected = { readonly departmentId: string; readonly at: Date; readonly by: string };

export type InquiryTable = {
  readonly find: (id: string) => Promise<Inquiry | undefined>;
  /** Finds it and holds it until the transaction ends, so that what is decided from it stays true. */
  readonly findToChange: (id: string) => Promise<Inquiry | undefined>;
  /** The same, together with others who only answer it. */
  readonly findToAnswer: (id: string) => Promise<Inquiry | undefined>;
  readonly findByNumber: (year: FiscalYear, number: number) => Promise<Inquiry | undefined>;
  /** In these states, the newest first. */
  readonly inState: (states: readonly InquiryState[]) => Promise<readonly Inquiry[]>;
  /** Of a fiscal year, and of any year what is in these states, the newest first. */
  readonly ofYearOrIn: (year: FiscalYear, states: readonly InquiryState[]) => Promise<readonly Inquiry[]>;
  /** First asked on a day from `first` to `last`, whatever became of them, in order of these days. */
  readonly askedBetween: (first: LocalDate, last: LocalDate) => Promise<readonly Inquiry[]>;
  /** Those of several years that are over on `today`, in the order of their numbers: how many were asked, and answered in time. */
  readonly inTime: (years: readonly FiscalYear[], today: LocalDate) => Promise<readonly InquiryInTime[]>;
  /** The first year of which anything was ever asked. */
  readonly firstYear: () => Promise<FiscalYear | null>;
  /** A draft with the next number of its year. */
  readonly create: (
    id: string,
    facts: InquiryFacts,
    made: {
      readonly fiscalYear: FiscalYear;
      readonly fileId: string | null;
      readonly by: string;
      readonly at: Date;
    },
  ) => Promise<void>;
  readonly putFacts: (id: string, facts: InquiryFacts, fileId: string | null) => Promise<void>;
  readonly putCourse: (id: string, course: InquiryCourse) => Promise<void>;
  /** Removes a draft. */
  readonly remove: (id: string) => Promise<void>;
  readonly collectedOf: (id: string) => Promise<readonly Collected[]>;
  /** Notes とりまとめ完了, or takes it back (`collected` null). */
  readonly putCollected: (
    id: string,
    departmentId: string,
    collected: { readonly at: Date; readonly by: string } | null,
  ) => Promise<void>;
};

export const inquiryWhole = {
  file: { select: { id: true, name: true } },
} as const satisfies Prisma.InquiryInclude;
type Row = Prisma.InquiryGetPayload<{ include: typeof inquiryWhole }>;

const dayOrNull = (date: Date | null): LocalDate | null => (date === null ? null : fromUtcMidnight(date));

/** A row of the table as the rules know an inquiry. */
export const toInquiry = ({
  workspaceId: _,
  fileId: __,
  dueOn,
  dueBefore,
  collectBy,
  askedOn,
  ...row
}: Row): Inquiry => ({
  ...row,
  dueOn: fromUtcMidnight(dueOn),
  dueBefore: dayOrNull(dueBefore),
  collectBy: dayOrNull(collectBy),
  askedOn: dayOrNull(askedOn),
});

const columnsOf = ({ dueOn, collectBy, departmentIds, chosen, ...facts }: InquiryFacts) => ({
  ...facts,
  departmentIds: [...departmentIds],
  chosen: [...chosen],
  dueOn: utcMidnight(dueOn),
  collectBy: collectBy === null ? null : utcMidnight(collectBy),
});

const courseOf = ({ dueOn, dueBefore, collectBy, askedOn, ...course }: InquiryCourse) => ({
  ...course,
  ...(dueOn === undefined ? {} : { dueOn: utcMidnight(dueOn) }),
  ...(dueBefore === undefined ? {} : { dueBefore: utcMidnight(dueBefore) }),
  ...(collectBy === undefined ? {} : { collectBy: utcMidnight(collectBy) }),
  ...(askedOn === undefined ? {} : { askedOn: utcMidnight(askedOn) }),
});

const byAskedOn = (one: Inquiry, other: Inquiry): number =>
  (one.askedOn ?? '').localeCompare(other.askedOn ?? '') || one.number - other.number;

export const createInquiryTable = (prisma: Prismatic, workspaceId: string): InquiryTable => {
  const list = async (where: Prisma.InquiryWhereInput): Promise<readonly Inquiry[]> =>
    (
      await prisma.inquiry.findMany({
        where: { ...where, workspaceId },
        include: inquiryWhole,
        orderBy: [{ fiscalYear: 'desc' }, { number: 'desc' }],
      })
    ).map(toInquiry);
  const find = async (id: string): Promise<Inquiry | undefined> => (await list({ id }))[0];
  const put = async (id: string, data: Prisma.InquiryUncheckedUpdateInput): Promise<void> => {
    await prisma.inquiry.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { ...data, revision: { increment: 1 } },
    });
  };
  return {
    find,
    findToChange: async (id) => {
      await prisma.$queryRaw`
        select 1 from inquiry where workspace_id = ${workspaceId} and id = ${id}::uuid for update`;
      return find(id);
    },
    findToAnswer: async (id) => {
      await prisma.$queryRaw`
        select 1 from inquiry where workspace_id = ${workspaceId} and id = ${id}::uuid for share`;
      return find(id);
    },
    findByNumber: async (fiscalYear, number) => (await list({ fiscalYear, number }))[0],
    inState: (states) => list({ state: { in: [...states] } }),
    ofYearOrIn: (fiscalYear, states) => list({ OR: [{ fiscalYear }, { state: { in: [...states] } }] }),
    askedBetween: async (first, last) =>
      (await list({ askedOn: { gte: utcMidnight(first), lte: utcMidnight(last) } })).toSorted(byAskedOn),
    inTime: (years, today) => readInquiriesInTime(prisma, workspaceId, years, today),
    firstYear: async () => {
      const { _min } = await prisma.inquiry.aggregate({
        where: { workspaceId, state: { not: 'draft' } },
        _min: { fiscalYear: true },
      });
      return _min.fiscalYear;
    },
    create: async (id, facts, { fiscalYear, fileId, by, at }) => {
      await prisma.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId} inquiries`}, 0))`;
      const { _max } = await prisma.inquiry.aggregate({
        where: { workspaceId, fiscalYear },
        _max: { number: true },
      });
      await prisma.inquiry.create({
        data: {
          ...columnsOf(facts),
          workspaceId,
          id,
          fiscalYear,
          number: (_max.number ?? 0) + 1,
          fileId,
          createdBy: by,
          createdAt: at,
        },
      });
    },
    putFacts: (id, facts, fileId) => put(id, { ...columnsOf(facts), fileId }),
    putCourse: (id, course) => put(id, courseOf(course)),
    remove: async (id) => {
      await prisma.inquiry.deleteMany({ where: { workspaceId, id, state: 'draft' } });
    },
    collectedOf: async (inquiryId) =>
      (await prisma.inquiryCollected.findMany({ where: { workspaceId, inquiryId } })).map(
        ({ departmentId, at, by }) => ({ departmentId, at, by }),
      ),
    putCollected: async (inquiryId, departmentId, collected) => {
      await prisma.inquiryCollected.deleteMany({ where: { workspaceId, inquiryId, departmentId } });
      if (collected !== null)
        await prisma.inquiryCollected.create({
          data: { workspaceId, inquiryId, departmentId, ...collected },
        });
    },
  };
};
