import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import { fromUtcMidnight, utcMidnight } from '../domain/calendar/local-date.ts';
import type { Meeting, MeetingContents, MeetingFacts } from '../domain/meeting/meeting.ts';
import { fieldsOf, fiscalYearOfRecord, recordDateFrom } from '../domain/occasion/date.ts';
import type { Prismatic } from './client.ts';
import type { Prisma } from './generated/client.ts';

export type MeetingTable = {
  readonly find: (id: string) => Promise<Meeting | undefined>;
  /** Finds it and holds it until the transaction ends, so that what is decided from it stays true. */
  readonly findToChange: (id: string) => Promise<Meeting | undefined>;
  /** The year's meetings, by first day, then by time of recording; cancelled ones too. */
  readonly ofYear: (year: FiscalYear) => Promise<readonly Meeting[]>;
  /** Not cancelled, of a body and year, in the same order. */
  readonly standing: (bodyId: string, year: FiscalYear) => Promise<readonly Meeting[]>;
  /** 未確認, not cancelled, of any year. */
  readonly unconfirmed: () => Promise<readonly Meeting[]>;
  /** Entered before their day, neither asked about nor confirmed nor cancelled. */
  readonly toAsk: () => Promise<readonly Meeting[]>;
  /** Whether there is any, not cancelled, of a fiscal year before this one. */
  readonly hasAnyBefore: (year: FiscalYear) => Promise<boolean>;
  readonly create: (
    id: string,
    facts: MeetingFacts,
    recorded: {
      readonly by: string;
      /** The section of the promoter who records. */
      readonly forSection: string | null;
      readonly at: Date;
      readonly confirmed: boolean;
      readonly heldConfirmed: boolean;
    },
  ) => Promise<void>;
  /** New facts; `isToAsk` when its new day is still to come and it is to be asked about after that. */
  readonly putFacts: (
    id: string,
    facts: MeetingFacts,
    held: { readonly heldConfirmedAt: Date | null; readonly isToAsk: boolean },
  ) => Promise<void>;
  readonly putContents: (id: string, contents: MeetingContents) => Promise<void>;
  readonly confirm: (id: string, at: Date) => Promise<void>;
  readonly markHeldAsked: (id: string, at: Date | null) => Promise<void>;
  readonly markHeldConfirmed: (id: string, at: Date | null) => Promise<void>;
  readonly cancel: (id: string, at: Date, reason: string) => Promise<void>;
};

const whole = {
  items: { orderBy: { position: 'asc' } },
  absences: { orderBy: { position: 'asc' } },
} as const satisfies Prisma.MeetingInclude;
type Row = Prisma.MeetingGetPayload<{ include: typeof whole }>;

/** The departments of sections, by section id. */
type Departments = ReadonlyMap<string, string>;

const recordedFor = (sectionId: string | null, departments: Departments): Meeting['recordedFor'] => {
  const departmentId = sectionId === null ? undefined : departments.get(sectionId);
  return sectionId === null || departmentId === undefined ? null : { sectionId, departmentId };
};

const toMeeting = (row: Row, departments: Departments): Meeting => {
  const date = recordDateFrom({
    heldOn: fromUtcMidnight(row.heldOn),
    heldUntil: row.heldUntil === null ? undefined : fromUtcMidnight(row.heldUntil),
    precision: row.precision,
  });
  if (!date.ok) throw new Error(`meeting ${row.id} has a date that no rule allows: ${date.error.kind}`);
  return {
    id: row.id,
    bodyId: row.bodyId,
    fiscalYear: row.fiscalYear,
    way: row.way,
    date: date.value,
    note: row.note,
    place: row.place,
    items: row.items.map(({ text, kind }) => ({ text, kind })),
    contents: {
      time: row.time,
      attendees: row.attendees,
      attendeesWithoutSlack: row.attendeesWithoutSlack,
      absences: row.absences.map(({ member, proxyTitle, proxyName }) => ({
        member,
        proxy: proxyName === null ? null : { title: proxyTitle ?? '', name: proxyName },
      })),
      decisions: row.decisions,
      documents: row.documents,
    },
    recordedBy: row.recordedBy,
    recordedFor: recordedFor(row.sectionId, departments),
    recordedAt: row.recordedAt,
    confirmedAt: row.confirmedAt,
    heldAskedAt: row.heldAskedAt,
    heldConfirmedAt: row.heldConfirmedAt,
    cancelled: row.cancelledAt === null ? null : { at: row.cancelledAt, reason: row.cancelReason },
    revision: row.revision,
  };
};

/** The columns of the facts; the fiscal year is kept beside the date so that it can be asked for. */
const columns = ({ bodyId, way, date, note, place }: MeetingFacts) => {
  const { heldOn, heldUntil, precision } = fieldsOf(date);
  return {
    bodyId,
    way,
    note,
    place,
    precision,
    fiscalYear: fiscalYearOfRecord(date),
    heldOn: utcMidnight(heldOn),
    heldUntil: heldUntil === undefined ? null : utcMidnight(heldUntil),
  };
};

export const createMeetingTable = (prisma: Prismatic, workspaceId: string): MeetingTable => {
  const orderBy = [{ heldOn: 'asc' }, { recordedAt: 'asc' }, { id: 'asc' }] as const;
  /** Asked for apart: of three relations of one row the driver would be asked at the same time, which it does not like. */
  const departmentsOf = async (rows: readonly Row[]): Promise<Departments> => {
    const ids = [...new Set(rows.flatMap(({ sectionId }) => sectionId ?? []))];
    if (ids.length === 0) return new Map();
    const sections = await prisma.section.findMany({ where: { workspaceId, id: { in: ids } } });
    return new Map(sections.map(({ id, departmentId }) => [id, departmentId]));
  };
  const list = async (where: Prisma.MeetingWhereInput): Promise<readonly Meeting[]> => {
    const rows = await prisma.meeting.findMany({
      where: { ...where, workspaceId },
      include: whole,
      orderBy: [...orderBy],
    });
    const departments = await departmentsOf(rows);
    return rows.map((row) => toMeeting(row, departments));
  };
  const set = async (id: string, data: Prisma.MeetingUncheckedUpdateInput) => {
    await prisma.meeting.update({
      where: { workspaceId_id: { workspaceId, id } },
      data,
    });
  };
  const putItems = async (id: string, items: MeetingFacts['items']) => {
    await prisma.agendaItem.deleteMany({ where: { workspaceId, meetingId: id } });
    await prisma.agendaItem.createMany({
      data: items.map((item, index) => ({ workspaceId, meetingId: id, position: index + 1, ...item })),
    });
  };
  return {
    find: async (id) => (await list({ id }))[0],
    findToChange: async (id) => {
      await prisma.$queryRaw`
        select 1 from meeting where workspace_id = ${workspaceId} and id = ${id}::uuid for no key update`;
      return (await list({ id }))[0];
    },
    ofYear: (year) => list({ fiscalYear: year }),
    standing: (bodyId, year) => list({ bodyId, fiscalYear: year, cancelledAt: null }),
    unconfirmed: () => list({ confirmedAt: null, cancelledAt: null }),
    toAsk: () => list({ cancelledAt: null, heldAskedAt: null, heldConfirmedAt: null }),
    hasAnyBefore: async (year) =>
      (await prisma.meeting.findFirst({
        where: { workspaceId, cancelledAt: null, fiscalYear: { lt: year } },
        select: { id: true },
      })) !== null,
    create: async (id, facts, { by, forSection, at, confirmed, heldConfirmed }) => {
      await prisma.meeting.create({
        data: {
          ...columns(facts),
          workspaceId,
          id,
          attendees: [],
          attendeesWithoutSlack: [],
          recordedBy: by,
          sectionId: forSection,
          recordedAt: at,
          confirmedAt: confirmed ? at : null,
          heldConfirmedAt: heldConfirmed ? at : null,
        },
      });
      await putItems(id, facts.items);
    },
    putFacts: async (id, facts, { heldConfirmedAt, isToAsk }) => {
      await set(id, {
        ...columns(facts),
        revision: { increment: 1 },
        heldConfirmedAt,
        ...(isToAsk ? { heldAskedAt: null } : {}),
      });
      await putItems(id, facts.items);
    },
    putContents: async (id, { absences, attendees, attendeesWithoutSlack, ...texts }) => {
      await set(id, {
        ...texts,
        revision: { increment: 1 },
        attendees: [...attendees],
        attendeesWithoutSlack: [...attendeesWithoutSlack],
      });
      await prisma.meetingAbsence.deleteMany({ where: { workspaceId, meetingId: id } });
      await prisma.meetingAbsence.createMany({
        data: absences.map(({ member, proxy }, index) => ({
          workspaceId,
          meetingId: id,
          position: index + 1,
          member,
          proxyTitle: proxy?.title ?? null,
          proxyName: proxy?.name ?? null,
        })),
      });
    },
    confirm: (id, at) => set(id, { confirmedAt: at }),
    markHeldAsked: (id, at) => set(id, { heldAskedAt: at }),
    markHeldConfirmed: (id, at) => set(id, { heldConfirmedAt: at }),
    cancel: (id, at, reason) => set(id, { cancelledAt: at, cancelReason: reason }),
  };
};
