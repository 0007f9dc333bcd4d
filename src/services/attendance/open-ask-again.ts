import type { Actor } from '../../domain/actor.ts';
import type { AttendanceProblem } from '../../domain/attendance/attendance.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isAskedToWatch } from '../../domain/morning/duties.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { TrainingSession } from '../../domain/training/training.ts';
import { readAskedToWatch } from '../../queries/attendance.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A video training, and how many are to be asked once more whether they have watched it. */
export type AskingToWatch = {
  readonly session: TrainingSession;
  readonly name: string;
  readonly people: number;
};

/** Opens もう一度お願いする of a video training; refused where nobody is asked about it any more, or yet. */
export const openAskToWatchAgain = async (
  { clock, db }: ServiceDeps,
  sessionId: string,
  actor: Actor,
): Promise<Result<AskingToWatch, AttendanceProblem | Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('training', sessionId);
  const act = { actor, action: 'open-attendance-form', at, subject };
  return db.look<AskingToWatch, AttendanceProblem | Refusal>(act, async (record) => {
    if (!may(actor, 'manage')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const session = await record.trainings.find(sessionId);
    if (session === undefined || session.cancelled !== null) return refuse({ kind: 'gone' });
    const calendar = calendarOf(await record.settings.read());
    if (!isAskedToWatch(session, todayInTokyo(at), calendar))
      return refuse({ field: 'sending', kind: 'not-asked-to-watch' });
    const { programmeId, fiscalYear, otherName } = session;
    const programme =
      programmeId === null ? undefined : await record.programmes.find(programmeId, fiscalYear);
    const people = await readAskedToWatch(record, session);
    return succeed({ session, name: programme?.name ?? otherName, people: people.length });
  });
};
