import { z } from 'zod';
import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import type { TargetKey } from '../domain/inquiry/inquiry.ts';
import type { AskedOfSection } from '../domain/opinion/gathered.ts';
import type { AskedQuestion, Parts, Question } from '../domain/opinion/question.ts';
import type { Prismatic } from './client.ts';
import type { Prisma } from './generated/client.ts';

/** A question as a section reads it, and whose it is. */
export type QuestionInPlace = Question & Pick<TargetKey, 'inquiryId' | 'sectionId'>;

export type InquiryQuestionTable = {
  /** Puts the questions of an inquiry in place of those that it had. */
  readonly put: (inquiryId: string, questions: readonly AskedQuestion[]) => Promise<void>;
  /** Of a whole inquiry, section by section. */
  readonly ofInquiry: (inquiryId: string) => Promise<readonly AskedQuestion[]>;
  /** Of one section, in order, each with the opinion. */
  readonly ofSection: (asked: Pick<TargetKey, 'inquiryId' | 'sectionId'>) => Promise<readonly Question[]>;
  /** Of these sections in each of these inquiries, in the order of a section, each with the opinion. */
  readonly ofSections: (
    inquiryIds: readonly string[],
    sectionIds: readonly string[],
  ) => Promise<readonly QuestionInPlace[]>;
  /** How asking about these opinions for a year went, of inquiries that were sent and not called off. */
  readonly asked: (opinionIds: readonly string[], year: FiscalYear) => Promise<readonly AskedOfSection[]>;
  /** Of all opinions that are asked about for a year by an inquiry that is open, the ids. */
  readonly openIn: (year: FiscalYear) => Promise<ReadonlySet<string>>;
  /** How many sections are asked about an opinion by inquiries that are open. */
  readonly openAbout: (opinionId: string) => Promise<number>;
  /** Keeps what an answer says about each opinion. */
  readonly keepParts: (answerId: string, parts: Parts) => Promise<void>;
  readonly partsOf: (answerId: string) => Promise<Parts>;
  /** What was typed on pages before the last. */
  readonly draftsOf: (key: TargetKey) => Promise<Parts>;
  readonly putDrafts: (
    key: TargetKey,
    parts: Parts,
    typed: { readonly by: string; readonly at: Date },
  ) => Promise<void>;
  readonly removeDrafts: (key: TargetKey) => Promise<void>;
};

const Asked = z.array(
  z.object({
    opinionId: z.string(),
    sectionId: z.string(),
    inquiryId: z.string(),
    fiscalYear: z.number(),
    number: z.number(),
    state: z.enum(['open', 'closed', 'tallied']),
    isReturned: z.boolean(),
    answerId: z.string().nullable(),
    at: z.date().nullable(),
    text: z.string().nullable(),
  }),
);

const toAsked = ({
  opinionId,
  sectionId,
  inquiryId,
  fiscalYear,
  number,
  state,
  isReturned,
  answerId,
  at,
  text,
}: z.infer<typeof Asked>[number]): AskedOfSection => ({
  opinionId,
  sectionId,
  inquiry: { id: inquiryId, fiscalYear, number, state },
  answer: answerId === null || at === null || text === null ? null : { id: answerId, at, text },
  isReturned,
});

const toQuestion = ({
  opinionId,
  position,
  fiscalYear,
  opinion,
}: Prisma.InquiryQuestionGetPayload<{ include: { opinion: true } }>): Question => ({
  opinionId,
  position,
  fiscalYear,
  opinion: {
    fiscalYear: opinion.fiscalYear,
    number: opinion.number,
    item: opinion.item,
    kind: opinion.kind,
    words: opinion.words,
  },
  isCancelled: opinion.cancelledAt !== null,
});

const partsFrom = (rows: readonly { readonly opinionId: string; readonly text: string }[]): Parts =>
  new Map(rows.map(({ opinionId, text }) => [opinionId, text]));

export const createInquiryQuestionTable = (prisma: Prismatic, workspaceId: string): InquiryQuestionTable => {
  const keyed = ({ inquiryId, sectionId, role }: TargetKey) => ({ workspaceId, inquiryId, sectionId, role });
  return {
    put: async (inquiryId, questions) => {
      await prisma.inquiryQuestion.deleteMany({ where: { workspaceId, inquiryId } });
      await prisma.inquiryQuestion.createMany({
        data: questions.map((question) => ({ ...question, workspaceId, inquiryId })),
      });
    },
    ofInquiry: async (inquiryId) =>
      prisma.inquiryQuestion.findMany({
        where: { workspaceId, inquiryId },
        orderBy: [{ sectionId: 'asc' }, { position: 'asc' }],
        select: { sectionId: true, opinionId: true, position: true, fiscalYear: true },
      }),
    ofSection: async ({ inquiryId, sectionId }) => {
      const rows = await prisma.inquiryQuestion.findMany({
        where: { workspaceId, inquiryId, sectionId },
        orderBy: { position: 'asc' },
        include: { opinion: true },
      });
      return rows.map(toQuestion);
    },
    ofSections: async (inquiryIds, sectionIds) => {
      if (inquiryIds.length === 0) return [];
      const rows = await prisma.inquiryQuestion.findMany({
        where: { workspaceId, inquiryId: { in: [...inquiryIds] }, sectionId: { in: [...sectionIds] } },
        orderBy: { position: 'asc' },
        include: { opinion: true },
      });
      return rows.map((row) => ({
        ...toQuestion(row),
        inquiryId: row.inquiryId,
        sectionId: row.sectionId,
      }));
    },
    asked: async (opinionIds, year) => {
      if (opinionIds.length === 0) return [];
      return Asked.parse(
        await prisma.$queryRaw`
          select q.opinion_id as "opinionId", q.section_id as "sectionId", q.inquiry_id as "inquiryId",
            i.fiscal_year as "fiscalYear", i.number, i.state::text,
            t.answer_id is null and t.returned_at is not null as "isReturned", p.answer_id as "answerId", a.at, p.text
          from inquiry_question q
          join inquiry i on i.workspace_id = q.workspace_id and i.id = q.inquiry_id
          join inquiry_target t on t.workspace_id = q.workspace_id and t.inquiry_id = q.inquiry_id
            and t.section_id = q.section_id
          left join inquiry_answer a on a.workspace_id = t.workspace_id and a.id = t.answer_id
          left join inquiry_answer_part p on p.workspace_id = a.workspace_id and p.answer_id = a.id
            and p.opinion_id = q.opinion_id
          where q.workspace_id = ${workspaceId} and q.opinion_id = any(${[...opinionIds]}::uuid[])
            and q.fiscal_year = ${year} and i.state in ('open', 'closed', 'tallied')
          order by q.opinion_id, q.section_id, i.fiscal_year, i.number`,
      ).map(toAsked);
    },
    openIn: async (fiscalYear) => {
      const rows = await prisma.inquiryQuestion.findMany({
        where: { workspaceId, fiscalYear, inquiry: { state: 'open' } },
        distinct: ['opinionId'],
        select: { opinionId: true },
      });
      return new Set(rows.map(({ opinionId }) => opinionId));
    },
    openAbout: async (opinionId) => {
      const rows = await prisma.inquiryQuestion.findMany({
        where: { workspaceId, opinionId, inquiry: { state: 'open' } },
        distinct: ['sectionId'],
        select: { sectionId: true },
      });
      return rows.length;
    },
    keepParts: async (answerId, parts) => {
      await prisma.inquiryAnswerPart.createMany({
        data: [...parts].map(([opinionId, text]) => ({ workspaceId, answerId, opinionId, text })),
      });
    },
    partsOf: async (answerId) =>
      partsFrom(await prisma.inquiryAnswerPart.findMany({ where: { workspaceId, answerId } })),
    draftsOf: async (key) => partsFrom(await prisma.inquiryPartDraft.findMany({ where: keyed(key) })),
    putDrafts: async (key, parts, typed) => {
      await prisma.inquiryPartDraft.deleteMany({
        where: { ...keyed(key), opinionId: { in: [...parts.keys()] } },
      });
      await prisma.inquiryPartDraft.createMany({
        data: [...parts].map(([opinionId, text]) => ({ ...keyed(key), opinionId, text, ...typed })),
      });
    },
    removeDrafts: async (key) => {
      await prisma.inquiryPartDraft.deleteMany({ where: keyed(key) });
    },
  };
};
