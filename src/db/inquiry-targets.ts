import { fromUtcMidnight, type LocalDate, utcMidnight } from '../domain/calendar/local-date.ts';
import type { Asked } from '../domain/inquiry/audience.ts';
import type { Inquiry, InquiryAnswer, InquiryTarget, TargetKey } from '../domain/inquiry/inquiry.ts';
import type { TargetToPlan } from '../domain/morning/morning.ts';
import type { Pieces } from '../domain/pieces.ts';
import type { ServingDay } from '../domain/promoter/serving.ts';
import { insertRows } from './bulk-insert.ts';
import type { Prismatic } from './client.ts';
import type { Prisma } from './generated/client.ts';
import { inquiryWhole, toInquiry } from './inquiries.ts';
import { type OwedTarget, type Owing, readOwedTargets } from './owed-targets.ts';
import { readTargetsToPlan } from './targets-to-plan.ts';

/** An answer to be kept. `fileId` is a file kept before. */
export type NewAnswer = Omit<InquiryAnswer, 'file'> & { readonly fileId: string | null };

export type InquiryTargetTable = {
  /** All of an inquiry, with the answers that count. */
  readonly ofInquiry: (inquiryId: string) => Promise<readonly InquiryTarget[]>;
  /** The same of several inquiries. */
  readonly ofInquiries: (inquiryIds: readonly string[]) => Promise<readonly InquiryTarget[]>;
  /** Of all inquiries that are open: those of these sections, and those for which this person was named. */
  readonly open: (whose: {
    readonly sectionIds: readonly string[];
    readonly delegateId: string | null;
  }) => Promise<readonly InquiryTarget[]>;
  /** What is open for somebody on a day, or may be: whose it is, `responsibleFor` says. */
  readonly owed: (owing: Owing, serving: ServingDay) => Promise<readonly OwedTarget[]>;
  /** All of these inquiries with who was told, as mornings are planned from them, read in pieces. */
  readonly toPlan: (inquiryIds: readonly string[], pieces?: Pieces) => Promise<readonly TargetToPlan[]>;
  /** Of these, who is asked, each with the inquiry. */
  readonly withInquiry: (
    keys: readonly TargetKey[],
  ) => Promise<readonly { readonly inquiry: Inquiry; readonly target: InquiryTarget }[]>;
  /** Of these sections what is open, and what was asked from `day` on and is over; not what was 取りやめ. The newest first. */
  readonly ofSectionsSince: (
    sectionIds: readonly string[],
    day: LocalDate,
  ) => Promise<readonly { readonly inquiry: Inquiry; readonly target: InquiryTarget }[]>;
  readonly find: (key: TargetKey) => Promise<InquiryTarget | undefined>;
  /** Finds it and holds it until the transaction ends. */
  readonly findToChange: (key: TargetKey) => Promise<InquiryTarget | undefined>;
  /** Adds those asked; who is asked already is left as they are. */
  readonly add: (inquiryId: string, asked: readonly Asked[]) => Promise<void>;
  /** Keeps an answer as the one that counts. */
  readonly answer: (answer: NewAnswer) => Promise<void>;
  /** Opens it again (差戻し). */
  readonly putReturned: (key: TargetKey, returned: NonNullable<InquiryTarget['returned']>) => Promise<void>;
  readonly putDelegate: (key: TargetKey, personId: string | null) => Promise<void>;
  /** Every answer of one who is asked, the newest first. */
  readonly answersOf: (key: TargetKey) => Promise<readonly InquiryAnswer[]>;
  /** Every answer of an inquiry, in the order in which they came. */
  readonly answersOfInquiry: (inquiryId: string) => Promise<readonly InquiryAnswer[]>;
  /** Notes who hears of it, for whom it is the first time. */
  readonly tell: (
    told: readonly (TargetKey & { readonly slackId: string })[],
    on: LocalDate,
  ) => Promise<void>;
};

const fileName = { select: { id: true, name: true } } as const;

const answerWhole = { file: fileName } as const satisfies Prisma.InquiryAnswerInclude;
type AnswerRow = Prisma.InquiryAnswerGetPayload<{ include: typeof answerWhole }>;

const toAnswer = ({
  workspaceId: _,
  fileId: __,
  receivedBy,
  receivedOn,
  ...row
}: AnswerRow): InquiryAnswer => ({
  ...row,
  received:
    receivedBy === null || receivedOn === null ? null : { by: receivedBy, on: fromUtcMidnight(receivedOn) },
});

/** With every answer, of which one counts: those that were returned are few. */
const targetWhole = { answers: { include: answerWhole } } as const satisfies Prisma.InquiryTargetInclude;
type TargetRow = Prisma.InquiryTargetGetPayload<{ include: typeof targetWhole }>;

const answerThatCounts = ({ answerId, answers }: TargetRow): InquiryAnswer | null => {
  const row = answers.find(({ id }) => id === answerId);
  return row === undefined ? null : toAnswer(row);
};

const toTarget = (row: TargetRow): InquiryTarget => {
  const {
    workspaceId: _,
    answerId: __,
    answers: ___,
    returnedAt,
    returnedBy,
    returnReason,
    returnDueOn,
    ...facts
  } = row;
  return {
    ...facts,
    answer: answerThatCounts(row),
    returned:
      returnedAt === null || returnDueOn === null
        ? null
        : { at: returnedAt, by: returnedBy, reason: returnReason, dueOn: fromUtcMidnight(returnDueOn) },
  };
};

const TOLD = {
  workspace_id: 'text',
  inquiry_id: 'uuid',
  section_id: 'uuid',
  role: 'promoter_role',
  slack_id: 'text',
  told_on: 'date',
} as const;

export const createInquiryTargetTable = (prisma: Prismatic, workspaceId: string): InquiryTargetTable => {
  const listAnswers = async (
    where: Prisma.InquiryAnswerWhereInput,
    order: 'asc' | 'desc',
  ): Promise<readonly InquiryAnswer[]> =>
    (
      await prisma.inquiryAnswer.findMany({
        where: { ...where, workspaceId },
        include: answerWhole,
        orderBy: [{ at: order }, { id: order }],
      })
    ).map(toAnswer);
  const list = async (where: Prisma.InquiryTargetWhereInput): Promise<readonly InquiryTarget[]> =>
    (
      await prisma.inquiryTarget.findMany({
        where: { ...where, workspaceId },
        include: targetWhole,
        orderBy: [{ inquiryId: 'asc' }, { sectionId: 'asc' }, { role: 'asc' }],
      })
    ).map(toTarget);
  const listWithInquiry = async (where: Prisma.InquiryTargetWhereInput) =>
    (
      await prisma.inquiryTarget.findMany({
        where: { ...where, workspaceId },
        include: { ...targetWhole, inquiry: { include: inquiryWhole } },
        orderBy: [
          { inquiry: { fiscalYear: 'desc' } },
          { inquiry: { number: 'desc' } },
          { sectionId: 'asc' },
          { role: 'asc' },
        ],
      })
    ).map(({ inquiry, ...row }) => ({ inquiry: toInquiry(inquiry), target: toTarget(row) }));
  const keyed = ({ inquiryId, sectionId, role }: TargetKey) => ({ inquiryId, sectionId, role });
  const put = async (key: TargetKey, data: Prisma.InquiryTargetUncheckedUpdateInput): Promise<void> => {
    await prisma.inquiryTarget.update({
      where: { workspaceId_inquiryId_sectionId_role: { workspaceId, ...keyed(key) } },
      data,
    });
  };
  const find = async (key: TargetKey): Promise<InquiryTarget | undefined> => (await list(keyed(key)))[0];
  return {
    ofInquiry: (inquiryId) => list({ inquiryId }),
    ofInquiries: (inquiryIds) => list({ inquiryId: { in: [...inquiryIds] } }),
    open: ({ sectionIds, delegateId }) =>
      list({
        inquiry: { state: 'open' },
        OR: [{ sectionId: { in: [...sectionIds] } }, ...(delegateId === null ? [] : [{ delegateId }])],
      }),
    owed: (owing, day) => readOwedTargets(prisma, workspaceId, owing, day),
    toPlan: (inquiryIds, pieces) => readTargetsToPlan(prisma, workspaceId, inquiryIds, pieces),
    withInquiry: async (keys) => (keys.length === 0 ? [] : listWithInquiry({ OR: keys.map(keyed) })),
    ofSectionsSince: (sectionIds, day) =>
      listWithInquiry({
        sectionId: { in: [...sectionIds] },
        inquiry: {
          OR: [
            { state: 'open' },
            { state: { in: ['closed', 'tallied'] }, askedOn: { gte: utcMidnight(day) } },
          ],
        },
      }),
    find,
    findToChange: async (key) => {
      await prisma.$queryRaw`
        select 1 from inquiry_target where workspace_id = ${workspaceId} and inquiry_id = ${key.inquiryId}::uuid
          and section_id = ${key.sectionId}::uuid and role = ${key.role}::promoter_role for update`;
      return find(key);
    },
    add: async (inquiryId, asked) => {
      await prisma.inquiryTarget.createMany({
        data: asked.map(({ sectionId, role }) => ({ workspaceId, inquiryId, sectionId, role })),
        skipDuplicates: true,
      });
    },
    answer: async ({ received, ...answer }) => {
      await prisma.inquiryAnswer.create({
        data: {
          ...answer,
          workspaceId,
          receivedBy: received?.by ?? null,
          receivedOn: received === null ? null : utcMidnight(received.on),
        },
      });
      await put(answer, { answerId: answer.id });
    },
    putReturned: (key, { at, by, reason, dueOn }) =>
      put(key, {
        answerId: null,
        returnedAt: at,
        returnedBy: by,
        returnReason: reason,
        returnDueOn: utcMidnight(dueOn),
      }),
    putDelegate: (key, delegateId) => put(key, { delegateId }),
    answersOf: (key) => listAnswers(keyed(key), 'desc'),
    answersOfInquiry: (inquiryId) => listAnswers({ inquiryId }, 'asc'),
    tell: async (told, on) => {
      await insertRows(
        prisma,
        'inquiry_told',
        TOLD,
        told.map(({ inquiryId, sectionId, role, slackId }) => ({
          workspace_id: workspaceId,
          inquiry_id: inquiryId,
          section_id: sectionId,
          role,
          slack_id: slackId,
          told_on: on,
        })),
        'on conflict do nothing',
      );
    },
  };
};
