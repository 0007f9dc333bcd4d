import {
  fromUtcMidnight,
  instantInTokyo,
  type LocalDate,
  utcMidnight,
} from '../domain/calendar/local-date.ts';
import type { KeptResult } from '../domain/written-meeting/decision.ts';
import type {
  ItemVersion,
  WrittenItem,
  WrittenMeeting,
  WrittenMeetingFacts,
  WrittenMeetingState,
} from '../domain/written-meeting/written-meeting.ts';
import type { Prismatic } from './client.ts';
import type { Prisma } from './generated/client.ts';

/** What of its course changes; its revision counts itself. */
export type WrittenMeetingCourse = Partial<{
  readonly state: WrittenMeetingState;
  readonly dueOn: LocalDate;
  readonly dueBefore: LocalDate;
  readonly sentAt: Date;
  readonly askedOn: LocalDate;
  readonly endedAt: Date | null;
  readonly endReason: string;
  readonly announcedAt: Date;
  readonly recordId: string;
  readonly plannedId: string;
}>;

type Made = { readonly by: string; readonly at: Date };

export type WrittenMeetingTable = {
  readonly find: (id: string) => Promise<WrittenMeeting | undefined>;
  /** Finds it and holds it until the transaction ends, so that what is decided from it stays true. */
  readonly findToChange: (id: string) => Promise<WrittenMeeting | undefined>;
  /** The same, together with others who only answer it. */
  readonly findToAnswer: (id: string) => Promise<WrittenMeeting | undefined>;
  /** In these states, the earliest due day first. */
  readonly inState: (states: readonly WrittenMeetingState[]) => Promise<readonly WrittenMeeting[]>;
  /** Told since a day in Japan, of these bodies, the newest first, with those whose record was cancelled. */
  readonly announcedSince: (day: LocalDate, bodyIds: readonly string[]) => Promise<readonly WrittenMeeting[]>;
  /** Those whose result is told after a moment. */
  readonly toldAfter: (moment: Date) => Promise<readonly WrittenMeeting[]>;
  /** A draft. */
  readonly create: (
    id: string,
    facts: WrittenMeetingFacts,
    items: readonly WrittenItem[],
    made: Made & { readonly plannedId?: string | undefined },
  ) => Promise<void>;
  /** What a draft says now; its 案件 are those of the form, each in its first version. */
  readonly putDraft: (
    id: string,
    facts: WrittenMeetingFacts,
    items: readonly WrittenItem[],
    made: Made,
  ) => Promise<void>;
  /** The files of a draft, in order. */
  readonly putFiles: (id: string, fileIds: readonly string[]) => Promise<void>;
  readonly putCourse: (id: string, course: WrittenMeetingCourse) => Promise<void>;
  /** The next version of a 案件, and why. */
  readonly amend: (id: string, item: WrittenItem, made: Made & { readonly reason: string }) => Promise<void>;
  /** A result, in place of what was. */
  readonly putResult: (id: string, result: KeptResult) => Promise<void>;
  /** Every version of its 案件, in order. */
  readonly versionsOf: (id: string) => Promise<readonly ItemVersion[]>;
  /** Removes a draft. */
  readonly remove: (id: string) => Promise<void>;
};

const byVersion = [
  { position: 'asc' },
  { version: 'asc' },
] as const satisfies Prisma.WrittenItemOrderByWithRelationInput[];
const whole = {
  items: { orderBy: [...byVersion] },
  decisions: { orderBy: { position: 'asc' } },
  files: { orderBy: { position: 'asc' }, include: { file: { select: { id: true, name: true } } } },
  record: { select: { cancelledAt: true } },
} as const satisfies Prisma.WrittenMeetingInclude;
type Row = Prisma.WrittenMeetingGetPayload<{ include: typeof whole }>;

const toItem = ({ position, version, text, kind }: Row['items'][number]): WrittenItem => ({
  position,
  version,
  text,
  kind,
});

/** Of each 案件 the last version: rows are read in order of position and version. */
const asTheyStand = (rows: Row['items']): readonly WrittenItem[] => [
  ...new Map(rows.map((row) => [row.position, toItem(row)])).values(),
];

const dayOrNull = (date: Date | null): LocalDate | null => (date === null ? null : fromUtcMidnight(date));

const toWrittenMeeting = ({
  workspaceId: _,
  items,
  decisions,
  files,
  dueOn,
  dueBefore,
  askedOn,
  resultAnswers: answers,
  resultQuorum: quorum,
  resultUnanswered: unanswered,
  resultTie: tie,
  record,
  ...row
}: Row): WrittenMeeting => ({
  ...row,
  basis:
    answers === null || quorum === null || unanswered === null || tie === null
      ? null
      : { answers, quorum, unanswered, tie },
  items: asTheyStand(items),
  decisions: decisions.map(({ position, result, reply }) => ({ position, result, reply })),
  files: files.map(({ file }) => file),
  dueOn: fromUtcMidnight(dueOn),
  dueBefore: dayOrNull(dueBefore),
  askedOn: dayOrNull(askedOn),
  recordCancelledAt: record?.cancelledAt ?? null,
});

const columnsOf = ({ dueOn, voters, ...facts }: WrittenMeetingFacts) => ({
  ...facts,
  voters: [...voters],
  dueOn: utcMidnight(dueOn),
});

const courseOf = ({ dueOn, dueBefore, askedOn, ...course }: WrittenMeetingCourse) => ({
  ...course,
  ...(dueOn === undefined ? {} : { dueOn: utcMidnight(dueOn) }),
  ...(dueBefore === undefined ? {} : { dueBefore: utcMidnight(dueBefore) }),
  ...(askedOn === undefined ? {} : { askedOn: utcMidnight(askedOn) }),
});

export const createWrittenMeetingTable = (prisma: Prismatic, workspaceId: string): WrittenMeetingTable => {
  const list = async (where: Prisma.WrittenMeetingWhereInput): Promise<readonly WrittenMeeting[]> =>
    (
      await prisma.writtenMeeting.findMany({
        where: { ...where, workspaceId },
        include: whole,
        orderBy: [{ dueOn: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
      })
    ).map(toWrittenMeeting);
  const find = async (id: string): Promise<WrittenMeeting | undefined> => (await list({ id }))[0];
  const put = async (id: string, data: Prisma.WrittenMeetingUncheckedUpdateInput): Promise<void> => {
    await prisma.writtenMeeting.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { ...data, revision: { increment: 1 } },
    });
  };
  const addItems = async (meetingId: string, items: readonly WrittenItem[], made: Made): Promise<void> => {
    await prisma.writtenItem.createMany({
      data: items.map((item) => ({ ...item, ...made, workspaceId, meetingId })),
    });
  };
  return {
    find,
    findToChange: async (id) => {
      await prisma.$queryRaw`
        select 1 from written_meeting where workspace_id = ${workspaceId} and id = ${id}::uuid for update`;
      return find(id);
    },
    findToAnswer: async (id) => {
      await prisma.$queryRaw`
        select 1 from written_meeting where workspace_id = ${workspaceId} and id = ${id}::uuid for share`;
      return find(id);
    },
    inState: (states) => list({ state: { in: [...states] } }),
    toldAfter: (moment) => list({ announcedAt: { gt: moment } }),
    announcedSince: async (day, bodyIds) =>
      (
        await list({
          announcedAt: { gte: instantInTokyo(day, '00:00') },
          bodyId: { in: [...bodyIds] },
        })
      ).toReversed(),
    create: async (id, facts, items, { by, at, plannedId }) => {
      await prisma.writtenMeeting.create({
        data: {
          ...columnsOf(facts),
          workspaceId,
          id,
          plannedId: plannedId ?? null,
          createdBy: by,
          createdAt: at,
        },
      });
      await addItems(id, items, { by, at });
    },
    putDraft: async (id, facts, items, made) => {
      await put(id, columnsOf(facts));
      await prisma.writtenItem.deleteMany({ where: { workspaceId, meetingId: id } });
      await addItems(id, items, made);
    },
    putFiles: async (meetingId, fileIds) => {
      await prisma.writtenDocument.deleteMany({ where: { workspaceId, meetingId } });
      await prisma.writtenDocument.createMany({
        data: fileIds.map((fileId, index) => ({ workspaceId, meetingId, position: index + 1, fileId })),
      });
    },
    putCourse: (id, course) => put(id, courseOf(course)),
    amend: async (id, item, { by, at, reason }) => {
      await put(id, {});
      await prisma.writtenItem.create({ data: { ...item, workspaceId, meetingId: id, by, at, reason } });
    },
    putResult: async (meetingId, { decisions, notice, noticeOffered, basis }) => {
      await put(meetingId, {
        notice,
        noticeOffered,
        resultAnswers: basis?.answers ?? null,
        resultQuorum: basis?.quorum ?? null,
        resultUnanswered: basis?.unanswered ?? null,
        resultTie: basis?.tie ?? null,
      });
      await prisma.writtenDecision.deleteMany({ where: { workspaceId, meetingId } });
      await prisma.writtenDecision.createMany({
        data: decisions.map((decision) => ({ ...decision, workspaceId, meetingId })),
      });
    },
    versionsOf: async (meetingId) =>
      (await prisma.writtenItem.findMany({ where: { workspaceId, meetingId }, orderBy: [...byVersion] })).map(
        (row) => ({ ...toItem(row), at: row.at, reason: row.reason }),
      ),
    remove: async (id) => {
      await prisma.writtenMeeting.deleteMany({ where: { workspaceId, id, state: 'draft' } });
    },
  };
};

/** The order in which they are listed. */
export const earliestDueFirst = (one: WrittenMeeting, other: WrittenMeeting): number =>
  one.dueOn.localeCompare(other.dueOn) ||
  one.createdAt.getTime() - other.createdAt.getTime() ||
  one.id.localeCompare(other.id);
