import type { Actor } from '../../domain/actor.ts';
import { wasThere } from '../../domain/attendance/attendance.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { DepartmentWithSections } from '../../domain/department.ts';
import { isAskedToWatch } from '../../domain/morning/duties.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import { audienceOf } from '../../domain/training/audience.ts';
import type { TrainingSession } from '../../domain/training/training.ts';
import { readAttendance, type Seated } from '../../queries/attendance.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** One of the 対象者 who was not there; `isAbsent` where that is recorded, else nothing is known of them. */
export type MissingPerson = Seated & { readonly isAbsent: boolean };

/** 未受講者 of a session, as far as the reader may see them. */
export type MissingList = {
  readonly session: TrainingSession;
  readonly name: string;
  readonly departments: readonly DepartmentWithSections[];
  /** How many of the 対象者 the reader sees. */
  readonly audience: number;
  readonly missing: readonly MissingPerson[];
  /** Whether the reader may ask once more those of whom nothing is recorded. */
  readonly mayAsk: boolean;
};

/** Who of the 対象者 of a session has not attended it, by department and section, seen by those who see who did. */
export const listMissing = async (
  { clock, db }: ServiceDeps,
  sessionId: string,
  actor: Actor,
): Promise<Result<MissingList, Refusal>> => {
  const today = todayInTokyo(clock.now());
  const record = db.record(actor.workspaceId);
  const session = await record.trainings.find(sessionId);
  if (session === undefined || session.cancelled !== null || session.audience === 'open')
    return refuse({ kind: 'gone' });
  const [reading, invitees, settings] = await Promise.all([
    readAttendance(record, [session], today, actor),
    record.trainings.inviteesOf(sessionId),
    record.settings.read(),
  ]);
  const states = new Map(reading.attendances.map((one) => [one.personId, one]));
  const seen = reading.seenAt(session, audienceOf(session, invitees, reading.appointments));
  return succeed({
    session,
    mayAsk: may(actor, 'manage') && isAskedToWatch(session, today, calendarOf(settings)),
    name: reading.nameOf(session),
    departments: reading.departments,
    audience: seen.length,
    missing: seen.flatMap((seated) => {
      const attendance = states.get(seated.person.id);
      return attendance !== undefined && wasThere(attendance)
        ? []
        : [{ ...seated, isAbsent: attendance !== undefined }];
    }),
  });
};
