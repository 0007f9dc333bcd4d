import type { Actor } from '../../domain/actor.ts';
import { ownWord, takingBackEntry } from '../../domain/attendance/own.ts';
import { isReceptionOpen } from '../../domain/attendance/reception-code.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { TrainingSession } from '../../domain/training/training.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A check-in that was taken back. */
export type TakenBack = { readonly session: TrainingSession; readonly name: string; readonly at: Date };

/**
 * Takes one's own check-in back, on the session's days only: 欠席 is entered, and nothing of the history is lost. Nobody
 * takes back what others have entered.
 */
export const takeBackCheckIn = async (
  { clock, db }: ServiceDeps,
  sessionId: string,
  actor: Actor,
): Promise<Result<TakenBack, Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('training', sessionId);
  return db.act<TakenBack, Refusal>({ actor, action: 'take-back-check-in', at, subject }, async (record) => {
    await record.attendances.lock(actor.id);
    const session = await record.trainings.findToAttend({ id: sessionId });
    if (session === undefined || session.cancelled !== null) return refuse({ kind: 'gone' });
    const { personId } = actor;
    if (personId === null || !isReceptionOpen(session.date, todayInTokyo(at)))
      return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const attendance = await record.attendances.find(sessionId, personId);
    const own = { attendance, events: await record.attendances.eventsOf(sessionId, personId) };
    if (ownWord(own, 'code') === undefined) return refuse({ kind: 'gone' });
    const entry = takingBackEntry(own, { sessionId, personId, at, by: actor.id, source: 'code' });
    await record.attendances.enter([entry]);
    await record.audit({
      subject,
      before: { personId, state: attendance?.state },
      after: { personId, state: entry.state },
    });
    const programme =
      session.programmeId === null
        ? undefined
        : await record.programmes.find(session.programmeId, session.fiscalYear);
    return succeed({ session, name: programme?.name ?? session.otherName, at });
  });
};
