import type { ActionItem } from '../domain/action-item/action-item.ts';
import {
  fromUtcMidnight,
  instantInTokyo,
  type LocalDate,
  utcMidnight,
} from '../domain/calendar/local-date.ts';
import { type Subject, subjectOf } from '../domain/subject.ts';
import type { Memory } from './ask-once.ts';
import type { Prismatic } from './client.ts';
import type { Prisma } from './generated/client.ts';
import { toPerson } from './people.ts';
import { toRecordDate } from './record-date.ts';
import { toRecordedFor } from './recorded-for.ts';

/** One as written: who is responsible by id, the section or the person. */
export type ActionFacts = Pick<ActionItem, 'text' | 'dueOn'> & {
  readonly sectionId: string | null;
  readonly personId: string | null;
};

export type ActionItemTable = {
  readonly find: (id: string) => Promise<ActionItem | undefined>;
  /** Finds it and holds it until the transaction ends, so that what is decided from it stays true. */
  readonly findToChange: (id: string) => Promise<ActionItem | undefined>;
  readonly ofIds: (ids: readonly string[]) => Promise<readonly ActionItem[]>;
  /** All that are open, of meetings that are not cancelled, by due day. */
  readonly open: () => Promise<readonly ActionItem[]>;
  /** The names of all of a meeting. */
  readonly refsOf: (meetingId: string) => Promise<readonly Subject[]>;
  /** All of a meeting, in the order in which they were registered. */
  readonly ofMeeting: (meetingId: string) => Promise<readonly ActionItem[]>;
  /**
   * 前回からの対応事項 of a meeting that begins on `day`: of the body's meetings that began before and are not cancelled, what is open, and
   * what was settled since the last of these meetings. By due day.
   */
  readonly ofEarlierMeetings: (bodyId: string, day: LocalDate) => Promise<readonly ActionItem[]>;
  readonly create: (
    id: string,
    meetingId: string,
    facts: ActionFacts,
    registered: { readonly by: string; readonly at: Date },
  ) => Promise<void>;
  readonly put: (id: string, facts: ActionFacts) => Promise<void>;
  /** Settles it, or with null opens it again. */
  readonly settle: (id: string, settled: ActionItem['settled']) => Promise<void>;
};

const whole = {
  meeting: {
    select: {
      id: true,
      bodyId: true,
      fiscalYear: true,
      way: true,
      precision: true,
      heldOn: true,
      heldUntil: true,
      note: true,
      recordedBy: true,
      cancelledAt: true,
      cancelReason: true,
      sectionId: true,
      section: { select: { departmentId: true } },
    },
  },
  section: { select: { departmentId: true } },
  person: true,
} as const satisfies Prisma.ActionItemInclude;
type Row = Prisma.ActionItemGetPayload<{ include: typeof whole }>;

const toMeeting = ({ cancelledAt, cancelReason, ...row }: Row['meeting']) => ({
  id: row.id,
  bodyId: row.bodyId,
  fiscalYear: row.fiscalYear,
  way: row.way,
  date: toRecordDate(row),
  note: row.note,
  recordedBy: row.recordedBy,
  recordedFor: toRecordedFor(row),
  cancelled: cancelledAt === null ? null : { at: cancelledAt, reason: cancelReason },
});

const responsibleOf = ({ id, sectionId, section, person }: Row): ActionItem['responsible'] => {
  if (sectionId !== null && section !== null)
    return { kind: 'section', sectionId, departmentId: section.departmentId };
  if (person === null) throw new Error(`${id} has nobody responsible`);
  return { kind: 'person', person: toPerson(person) };
};

const settledOf = ({ outcome, settledAt, settledBy, settledWord }: Row): ActionItem['settled'] =>
  outcome === null || settledAt === null || settledBy === null
    ? null
    : { outcome, at: settledAt, by: settledBy, word: settledWord };

const toItem = (row: Row): ActionItem => ({
  id: row.id,
  meeting: toMeeting(row.meeting),
  text: row.text,
  responsible: responsibleOf(row),
  dueOn: fromUtcMidnight(row.dueOn),
  createdAt: row.createdAt,
  settled: settledOf(row),
  revision: row.revision,
});

export const createActionItemTable = (prisma: Prismatic, workspaceId: string): ActionItemTable => {
  const list = async (
    where: Prisma.ActionItemWhereInput,
    first: 'dueOn' | 'createdAt' = 'dueOn',
  ): Promise<readonly ActionItem[]> =>
    (
      await prisma.actionItem.findMany({
        where: { ...where, workspaceId },
        include: whole,
        orderBy: [{ [first]: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
      })
    ).map(toItem);
  const put = async (id: string, data: Prisma.ActionItemUncheckedUpdateInput): Promise<void> => {
    await prisma.actionItem.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { ...data, revision: { increment: 1 } },
    });
  };
  return {
    find: async (id) => (await list({ id }))[0],
    findToChange: async (id) => {
      await prisma.$queryRaw`
        select 1 from action_item where workspace_id = ${workspaceId} and id = ${id}::uuid for no key update`;
      return (await list({ id }))[0];
    },
    ofIds: async (ids) => (ids.length === 0 ? [] : list({ id: { in: [...ids] } })),
    open: () => list({ outcome: null, meeting: { cancelledAt: null } }),
    refsOf: async (meetingId) =>
      (await prisma.actionItem.findMany({ where: { workspaceId, meetingId }, select: { id: true } })).map(
        ({ id }) => subjectOf('action-item', id),
      ),
    ofMeeting: (meetingId) => list({ meetingId }, 'createdAt'),
    ofEarlierMeetings: async (bodyId, day) => {
      const before = { bodyId, cancelledAt: null, heldOn: { lt: utcMidnight(day) } };
      const last = await prisma.meeting.findFirst({
        where: { ...before, workspaceId },
        orderBy: { heldOn: 'desc' },
        select: { heldOn: true },
      });
      if (last === null) return [];
      const since = instantInTokyo(fromUtcMidnight(last.heldOn), '00:00');
      return list({ meeting: before, OR: [{ outcome: null }, { settledAt: { gte: since } }] });
    },
    create: async (id, meetingId, { dueOn, ...facts }, { by, at }) => {
      await prisma.actionItem.create({
        data: {
          workspaceId,
          id,
          meetingId,
          ...facts,
          dueOn: utcMidnight(dueOn),
          createdBy: by,
          createdAt: at,
        },
      });
    },
    put: (id, { dueOn, ...facts }) => put(id, { ...facts, dueOn: utcMidnight(dueOn) }),
    settle: (id, settled) =>
      put(id, {
        outcome: settled?.outcome ?? null,
        settledAt: settled?.at ?? null,
        settledBy: settled?.by ?? null,
        settledWord: settled?.word ?? '',
      }),
  };
};

/** 対応事項 that are open; those of some ids are among them, or else are read. */
export const askActionsOnce = (
  { open, ofIds }: ActionItemTable,
  memory: Memory,
): Pick<ActionItemTable, 'open' | 'ofIds'> => {
  let known: ReturnType<ActionItemTable['open']> | undefined;
  memory.whenForgotten(() => {
    known = undefined;
  });
  return {
    open: () => {
      known ??= memory.keep(open());
      return known;
    },
    ofIds: async (ids) => {
      const there = ((await known) ?? []).filter(({ id }) => ids.includes(id));
      const others = ids.filter((wanted) => there.every(({ id }) => id !== wanted));
      return [...there, ...(await ofIds(others))];
    },
  };
};
