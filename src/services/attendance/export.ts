import type { Actor } from '../../domain/actor.ts';
import type { Attendance } from '../../domain/attendance/attendance.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { DepartmentWithSections } from '../../domain/department.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { RecordDate } from '../../domain/occasion/date.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { TrainingSession } from '../../domain/training/training.ts';
import { readAttendance, type Seated } from '../../queries/attendance.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** One attendance with whose it is and of what. */
export type ExportedAttendance = Seated &
  Pick<Attendance, 'state' | 'note'> & { readonly session: TrainingSession; readonly sessionName: string };

/** The attendance of one training or of a fiscal year. */
export type AttendanceExport = {
  readonly of:
    | { readonly kind: 'year'; readonly year: FiscalYear }
    | { readonly kind: 'training'; readonly name: string; readonly date: RecordDate };
  readonly departments: readonly DepartmentWithSections[];
  readonly attendances: readonly ExportedAttendance[];
};

/**
 * 受講者をCSVで受け取る: of one training, or of all of a fiscal year by date, as far as the reader may see it: the secretariat all, a 主任
 * the 協働推進員 of the department, everybody themselves.
 */
export const exportAttendance = async (
  { clock, db }: ServiceDeps,
  wanted: { readonly sessionId: string } | { readonly year: FiscalYear },
  actor: Actor,
): Promise<Result<AttendanceExport, Refusal>> => {
  const record = db.record(actor.workspaceId);
  const all =
    'year' in wanted
      ? await record.trainings.ofYear(wanted.year)
      : [await record.trainings.find(wanted.sessionId)];
  const sessions = all.flatMap((session) =>
    session === undefined || session.cancelled !== null ? [] : [session],
  );
  const reading = await readAttendance(record, sessions, todayInTokyo(clock.now()), actor);
  const bySession = groupBy(reading.attendances, ({ sessionId }) => sessionId);
  const [first] = sessions;
  const of =
    'year' in wanted
      ? ({ kind: 'year', year: wanted.year } as const)
      : first && ({ kind: 'training', name: reading.nameOf(first), date: first.date } as const);
  if (of === undefined) return refuse({ kind: 'gone' });
  return succeed({
    of,
    departments: reading.departments,
    attendances: sessions.flatMap((session) => {
      const byPerson = new Map((bySession.get(session.id) ?? []).map((one) => [one.personId, one]));
      return reading.seenAt(session, byPerson.keys()).flatMap((seated) => {
        const attendance = byPerson.get(seated.person.id);
        if (attendance === undefined) return [];
        const { state, note } = attendance;
        return [{ ...seated, state, note, session, sessionName: reading.nameOf(session) }];
      });
    }),
  });
};
