import { z } from 'zod';
import {
  ATTENDANCE_SOURCES,
  ATTENDANCE_STATES,
  type Attendance,
  type AttendanceEvent,
  type EnteredAttendance,
  type Rate,
} from '../domain/attendance/attendance.ts';
import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import { NOBODY, type Recorded } from '../domain/training/training.ts';
import type { Prismatic } from './client.ts';

/** One who was chosen for a session one by one, or is recorded at it; `newest` is the entry that counts. */
export type SessionPerson = {
  readonly sessionId: string;
  readonly personId: string;
  readonly isInvited: boolean;
  readonly newest: Pick<AttendanceEvent, 'state' | 'source'> | null;
};

export type AttendanceTable = {
  /** Holds what one person enters of themselves, by Slack id, until the transaction ends: one entry after the other. */
  readonly lock: (slackId: string) => Promise<void>;
  /**
   * Enters attendances with their events. One person has one attendance of a session, whichever way comes first; entries
   * at the same moment from two ways wait for each other.
   */
  readonly enter: (events: readonly AttendanceEvent[]) => Promise<void>;
  readonly ofSession: (sessionId: string) => Promise<readonly Attendance[]>;
  /** Of several sessions at once, by session, then by person. */
  readonly ofSessions: (sessionIds: readonly string[]) => Promise<readonly Attendance[]>;
  /** Of all sessions of a year that are not cancelled, with who entered each, by session, then by person. */
  readonly enteredIn: (year: FiscalYear) => Promise<readonly EnteredAttendance[]>;
  readonly ofPerson: (personId: string) => Promise<readonly Attendance[]>;
  readonly find: (sessionId: string, personId: string) => Promise<Attendance | undefined>;
  /** Every entry of one person's attendance, oldest first. */
  readonly eventsOf: (sessionId: string, personId: string) => Promise<readonly AttendanceEvent[]>;
  /** The same of everybody. */
  readonly eventsOfSession: (sessionId: string) => Promise<readonly AttendanceEvent[]>;
  /** Everybody who was chosen for one of these sessions or is recorded at it. */
  readonly peopleOf: (sessionIds: readonly string[]) => Promise<readonly SessionPerson[]>;
  /** How many are recorded in each state, by session. */
  readonly counts: (sessionIds: readonly string[]) => Promise<ReadonlyMap<string, Recorded>>;
  /**
   * By session, of the 協働推進員 (both roles, confirmed) on a day, how many came. Counted where the rows are: there may
   * be thousands.
   */
  readonly promoters: (
    sessions: readonly { readonly id: string; readonly on: LocalDate }[],
  ) => Promise<ReadonlyMap<string, Rate>>;
};

/** Entries in one statement: a file may hold thousands. */
const A_STATEMENT = 1000;

const Counted = z.array(z.object({ id: z.string(), came: z.number(), of: z.number() }));

const Entered = z.array(
  z.object({
    sessionId: z.string(),
    personId: z.string(),
    state: z.enum(ATTENDANCE_STATES),
    enteredBy: z.string().nullable(),
  }),
);

const SessionPeople = z.array(
  z.object({
    sessionId: z.string(),
    personId: z.string(),
    isInvited: z.boolean(),
    newest: z.object({ state: z.enum(ATTENDANCE_STATES), source: z.enum(ATTENDANCE_SOURCES) }).nullable(),
  }),
);

export const createAttendanceTable = (prisma: Prismatic, workspaceId: string): AttendanceTable => {
  const select = { sessionId: true, personId: true, state: true, note: true } as const;
  const events = (where: {
    readonly sessionId: string;
    readonly personId?: string;
  }): Promise<readonly AttendanceEvent[]> =>
    prisma.attendanceEvent.findMany({
      where: { ...where, workspaceId },
      select: { ...select, at: true, by: true, source: true },
      orderBy: { id: 'asc' },
    });
  return {
    lock: async (slackId) => {
      await prisma.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId} attendance ${slackId}`}, 0))`;
    },
    enter: async (entries) => {
      for (let from = 0; from < entries.length; from += A_STATEMENT) {
        const rows = JSON.stringify(entries.slice(from, from + A_STATEMENT));
        // Of one person's several entries the last is their attendance. In the order of people, so that nobody waits in a ring.
        await prisma.$executeRaw`
          with entry as (
            select * from rows from (jsonb_to_recordset(${rows}::jsonb) as ("sessionId" uuid, "personId" uuid,
              state attendance_state, note text, at timestamptz, by text, source attendance_source))
              with ordinality as entry (session_id, person_id, state, note, at, by, source, place)
          ), standing as (
            insert into attendance (workspace_id, session_id, person_id, state, note, updated_at)
            select distinct on (session_id, person_id) ${workspaceId}, session_id, person_id, state, note, at
            from entry order by session_id, person_id, place desc
            on conflict (workspace_id, session_id, person_id)
              do update set state = excluded.state, note = excluded.note, updated_at = excluded.updated_at
          )
          insert into attendance_event (workspace_id, session_id, person_id, state, note, at, by, source)
          select ${workspaceId}, session_id, person_id, state, note, at, by, source from entry order by place`;
      }
    },
    ofSession: (sessionId) =>
      prisma.attendance.findMany({ where: { workspaceId, sessionId }, select, orderBy: { personId: 'asc' } }),
    ofSessions: (sessionIds) =>
      prisma.attendance.findMany({
        where: { workspaceId, sessionId: { in: [...sessionIds] } },
        select,
        orderBy: [{ sessionId: 'asc' }, { personId: 'asc' }],
      }),
    enteredIn: async (year) =>
      Entered.parse(
        await prisma.$queryRaw`
          select attendance.session_id as "sessionId", attendance.person_id as "personId", attendance.state,
            case when newest.source in ('organiser', 'file') then newest.by end as "enteredBy"
          from attendance
          join training_session session
            on session.workspace_id = attendance.workspace_id and session.id = attendance.session_id
          join lateral (
            select by, source from attendance_event event
            where event.workspace_id = attendance.workspace_id and event.session_id = attendance.session_id
              and event.person_id = attendance.person_id
            order by event.id desc limit 1
          ) newest on true
          where attendance.workspace_id = ${workspaceId} and session.fiscal_year = ${year} and session.cancelled_at is null
          order by attendance.session_id, attendance.person_id`,
      ),
    ofPerson: (personId) =>
      prisma.attendance.findMany({ where: { workspaceId, personId }, select, orderBy: { sessionId: 'asc' } }),
    find: async (sessionId, personId) =>
      (await prisma.attendance.findUnique({
        where: { workspaceId_sessionId_personId: { workspaceId, sessionId, personId } },
        select,
      })) ?? undefined,
    eventsOf: (sessionId, personId) => events({ sessionId, personId }),
    eventsOfSession: (sessionId) => events({ sessionId }),
    peopleOf: async (sessionIds) => {
      const rows = await prisma.$queryRaw`
        with invited as (
          select session_id, person_id, true as "isInvited" from session_invitee
          where workspace_id = ${workspaceId} and session_id = any(${[...sessionIds]}::uuid[])
        ), newest as (
          select distinct on (session_id, person_id) session_id, person_id, state, source from attendance_event
          where workspace_id = ${workspaceId} and session_id = any(${[...sessionIds]}::uuid[])
          order by session_id, person_id, id desc
        )
        select session_id as "sessionId", person_id as "personId", coalesce("isInvited", false) as "isInvited",
          case when state is null then null else json_build_object('state', state, 'source', source) end as newest
        from invited full join newest using (session_id, person_id)`;
      return SessionPeople.parse(rows);
    },
    counts: async (sessionIds) => {
      const rows = await prisma.attendance.groupBy({
        by: ['sessionId', 'state'],
        where: { workspaceId, sessionId: { in: [...sessionIds] } },
        _count: true,
      });
      const counts = new Map<string, Recorded>();
      for (const { sessionId, state, _count } of rows)
        counts.set(sessionId, { ...NOBODY, ...counts.get(sessionId), [state]: _count });
      return counts;
    },
    promoters: async (sessions) => {
      const rows = await prisma.$queryRaw`
        select session.id, count(*)::int as "of",
          count(*) filter (where attendance.state in ('present', 'partial'))::int as came
        from jsonb_to_recordset(${JSON.stringify(sessions)}::jsonb) as session(id uuid, "on" date)
        cross join lateral (
          select distinct person_id from appointment
          where workspace_id = ${workspaceId} and cancelled_at is null and confirmed_at is not null
            and starts_on <= session."on" and ends_on >= session."on"
        ) promoter
        left join attendance on attendance.workspace_id = ${workspaceId}
          and attendance.session_id = session.id and attendance.person_id = promoter.person_id
        group by session.id`;
      return new Map(Counted.parse(rows).map(({ id, came, of }) => [id, { came, of }]));
    },
  };
};
