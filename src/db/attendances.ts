import type { Attendance, AttendanceEvent } from '../domain/attendance.ts';
import type { Recorded } from '../domain/training.ts';
import type { Prismatic } from './client.ts';

export type AttendanceTable = {
  /**
   * Enters attendances with their events. One person has one attendance of a session, whichever way comes first; entries
   * at the same moment from two ways wait for each other.
   */
  readonly enter: (events: readonly AttendanceEvent[]) => Promise<void>;
  readonly ofSession: (sessionId: string) => Promise<readonly Attendance[]>;
  /** Of several sessions at once, by session, then by person. */
  readonly ofSessions: (sessionIds: readonly string[]) => Promise<readonly Attendance[]>;
  readonly ofPerson: (personId: string) => Promise<readonly Attendance[]>;
  readonly find: (sessionId: string, personId: string) => Promise<Attendance | undefined>;
  /** Every entry of one person's attendance, oldest first. */
  readonly eventsOf: (sessionId: string, personId: string) => Promise<readonly AttendanceEvent[]>;
  /** How many are recorded in each state, by session. */
  readonly counts: (sessionIds: readonly string[]) => Promise<ReadonlyMap<string, Recorded>>;
};

const NOBODY: Recorded = { present: 0, partial: 0, absent: 0 };

export const createAttendanceTable = (prisma: Prismatic, workspaceId: string): AttendanceTable => {
  const select = { sessionId: true, personId: true, state: true, note: true } as const;
  return {
    enter: async (events) => {
      for (const { sessionId, personId, state, note, at, by, source } of events) {
        await prisma.$executeRaw`
          insert into attendance (workspace_id, session_id, person_id, state, note, updated_at)
          values (${workspaceId}, ${sessionId}::uuid, ${personId}::uuid, ${state}::attendance_state, ${note}, ${at})
          on conflict (workspace_id, session_id, person_id)
            do update set state = excluded.state, note = excluded.note, updated_at = excluded.updated_at`;
        await prisma.attendanceEvent.create({
          data: { workspaceId, sessionId, personId, state, note, at, by, source },
        });
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
    ofPerson: (personId) =>
      prisma.attendance.findMany({ where: { workspaceId, personId }, select, orderBy: { sessionId: 'asc' } }),
    find: async (sessionId, personId) =>
      (await prisma.attendance.findUnique({
        where: { workspaceId_sessionId_personId: { workspaceId, sessionId, personId } },
        select,
      })) ?? undefined,
    eventsOf: (sessionId, personId) =>
      prisma.attendanceEvent.findMany({
        where: { workspaceId, sessionId, personId },
        select: { ...select, at: true, by: true, source: true },
        orderBy: { id: 'asc' },
      }),
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
  };
};
