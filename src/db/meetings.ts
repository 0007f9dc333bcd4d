import { z } from 'zod';
import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import { type LocalDate, utcMidnight } from '../domain/calendar/local-date.ts';
import type { Meeting, MeetingContents, MeetingFacts } from '../domain/meeting/meeting.ts';
import { fieldsOf, firstDayOfRecord, fiscalYearOfRecord, type RecordDate } from '../domain/occasion/date.ts';
import type { DidNotMeet } from '../domain/occasion/did-not-meet.ts';
import { UNDER_WAY } from '../domain/written-meeting/written-meeting.ts';
import type { Prismatic } from './client.ts';
import type { Prisma } from './generated/client.ts';
import { wherePending } from './pending.ts';
import { toRecordDate } from './record-date.ts';
import { toRecordedFor } from './recorded-for.ts';

export type MeetingTable = {
  readonly find: (id: string) => Promise<Meeting | undefined>;
  /** Finds it and holds it until the transaction ends, so that what is decided from it stays true. */
  readonly findToChange: (id: string) => Promise<Meeting | undefined>;
  readonly ofIds: (ids: readonly string[]) => Promise<readonly Meeting[]>;
  /** The year's meetings, by first day, then by time of recording; cancelled ones too. */
  readonly ofYear: (year: FiscalYear) => Promise<readonly Meeting[]>;
  /** Of several years at once, not cancelled, in the same order. */
  readonly ofYears: (years: readonly FiscalYear[]) => Promise<readonly Meeting[]>;
  /** Not cancelled, of a body and year, in the same order. */
  readonly standing: (bodyId: string, year: FiscalYear) => Promise<readonly Meeting[]>;
  /**
   * What a meeting of a body on this date would stand beside, in one question where there is nothing, for every recording asks: 開催なし
   * of its year, and the meetings that begin on its first day and are not cancelled, in the same order.
   */
  readonly beside: (
    bodyId: string,
    date: RecordDate,
  ) => Promise<{
    readonly didNotMeet: Pick<DidNotMeet, 'fiscalYear'> | undefined;
    readonly meetings: readonly Meeting[];
  }>;
  /**
   * Not cancelled, with something still to come, in the same order: the first day is after `day`, it is 未確認, or nobody has
   * said yet that it was held.
   */
  readonly pending: (day: LocalDate) => Promise<readonly Meeting[]>;
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
  /** 委員長確認済, or not any more: a form that was opened before is refused, because it did not say so. */
  readonly putChairConfirmed: (id: string, at: Date | null) => Promise<void>;
  readonly confirm: (id: string, at: Date) => Promise<void>;
  readonly markHeldAsked: (id: string, at: Date | null) => Promise<void>;
  readonly markHeldConfirmed: (id: string, at: Date | null) => Promise<void>;
  readonly cancel: (id: string, at: Date, reason: string) => Promise<void>;
  /** Takes the cancellation back: all else is as it was. */
  readonly restore: (id: string) => Promise<void>;
};

const whole = {
  items: { orderBy: { position: 'asc' } },
  absences: { orderBy: { position: 'asc' } },
  section: { select: { departmentId: true } },
  written: { select: { id: true } },
  begunInWriting: {
    where: { state: { in: [...UNDER_WAY] } },
    select: { id: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 1,
  },
} as const satisfies Prisma.MeetingInclude;
type Row = Prisma.MeetingGetPayload<{ include: typeof whole }>;

const toMeeting = (row: Row): Meeting => {
  return {
    id: row.id,
    bodyId: row.bodyId,
    fiscalYear: row.fiscalYear,
    way: row.way,
    date: toRecordDate(row),
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
    recordedFor: toRecordedFor(row),
    recordedAt: row.recordedAt,
    confirmedAt: row.confirmedAt,
    heldAskedAt: row.heldAskedAt,
    heldConfirmedAt: row.heldConfirmedAt,
    chairConfirmedAt: row.chairConfirmedAt,
    writtenMeetingId: row.written?.id ?? null,
    begunInWritingId: row.heldConfirmedAt === null ? (row.begunInWriting[0]?.id ?? null) : null,
    cancelled: row.cancelledAt === null ? null : { at: row.cancelledAt, reason: row.cancelReason },
    revision: row.revision,
  };
};

const Beside = z.tuple([z.object({ didNotMeet: z.boolean(), meetings: z.array(z.uuid()) })]);

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
  const list = async (where: Prisma.MeetingWhereInput): Promise<readonly Meeting[]> =>
    (
      await prisma.meeting.findMany({
        where: { ...where, workspaceId },
        include: whole,
        orderBy: [...orderBy],
      })
    ).map(toMeeting);
  const set = async (id: string, data: Prisma.MeetingUncheckedUpdateInput) => {
    await prisma.meeting.update({
      where: { workspaceId_id: { workspaceId, id } },
      data,
    });
  };
  const createItems = async (id: string, items: MeetingFacts['items']) => {
    await prisma.agendaItem.createMany({
      data: items.map((item, index) => ({ workspaceId, meetingId: id, position: index + 1, ...item })),
    });
  };
  const putItems = async (id: string, items: MeetingFacts['items']) => {
    await prisma.agendaItem.deleteMany({ where: { workspaceId, meetingId: id } });
    await createItems(id, items);
  };
  return {
    find: async (id) => (await list({ id }))[0],
    findToChange: async (id) => {
      await prisma.$queryRaw`
        select 1 from meeting where workspace_id = ${workspaceId} and id = ${id}::uuid for no key update`;
      return (await list({ id }))[0];
    },
    ofIds: async (ids) => (ids.length === 0 ? [] : list({ id: { in: [...ids] } })),
    ofYear: (year) => list({ fiscalYear: year }),
    ofYears: (years) => list({ fiscalYear: { in: [...years] }, cancelledAt: null }),
    standing: (bodyId, year) => list({ bodyId, fiscalYear: year, cancelledAt: null }),
    beside: async (bodyId, date) => {
      const fiscalYear = fiscalYearOfRecord(date);
      const [{ didNotMeet, meetings }] = Beside.parse(
        await prisma.$queryRaw`
          select
            exists (select from did_not_meet where workspace_id = ${workspaceId} and body_id = ${bodyId}::uuid
              and fiscal_year = ${fiscalYear}) as "didNotMeet",
            array(select id from meeting where workspace_id = ${workspaceId} and body_id = ${bodyId}::uuid
              and fiscal_year = ${fiscalYear} and held_on = ${firstDayOfRecord(date)}::date and cancelled_at is null) as meetings`,
      );
      return {
        didNotMeet: didNotMeet ? { fiscalYear } : undefined,
        meetings: meetings.length === 0 ? [] : await list({ id: { in: meetings } }),
      };
    },
    pending: (day) => list(wherePending(day)),
    create: async (id, facts, { by, forSection, at, confirmed, heldConfirmed }) => {
      const { heldOn, heldUntil, precision } = fieldsOf(facts.date);
      const items = facts.items.map((item, index) => ({ position: index + 1, ...item }));
      await prisma.$executeRaw`
        with made as (
          insert into meeting (workspace_id, id, body_id, fiscal_year, way, precision, held_on, held_until, note, place, attendees,
            attendees_without_slack, recorded_by, section_id, recorded_at, confirmed_at, held_confirmed_at)
          values (${workspaceId}, ${id}::uuid, ${facts.bodyId}::uuid, ${fiscalYearOfRecord(facts.date)}, ${facts.way}::meeting_way,
            ${precision}::date_precision, ${heldOn}::date, ${heldUntil ?? null}::date, ${facts.note}, ${facts.place}, '{}', '{}',
            ${by}, ${forSection}::uuid, ${at}, ${confirmed ? at : null}, ${heldConfirmed ? at : null})
        )
        insert into agenda_item (workspace_id, meeting_id, position, text, kind)
        select ${workspaceId}, ${id}::uuid, position, text, kind::agenda_kind
        from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as item(position int, text text, kind text)`;
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
    putChairConfirmed: (id, at) => set(id, { chairConfirmedAt: at, revision: { increment: 1 } }),
    confirm: (id, at) => set(id, { confirmedAt: at }),
    markHeldAsked: (id, at) => set(id, { heldAskedAt: at }),
    markHeldConfirmed: (id, at) => set(id, { heldConfirmedAt: at }),
    cancel: (id, at, reason) => set(id, { cancelledAt: at, cancelReason: reason }),
    restore: (id) => set(id, { cancelledAt: null, cancelReason: '' }),
  };
};
