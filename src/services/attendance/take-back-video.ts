import type { Actor } from '../../domain/actor.ts';
import { ownWord, takingBackEntry } from '../../domain/attendance/own.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Takes one's own 受講しました back: 欠席 is entered and the message asks again. Nobody takes back what others have entered. */
export const takeBackVideo = async (
  { clock, db }: ServiceDeps,
  sessionId: string,
  actor: Actor,
): Promise<Result<null, Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('training', sessionId);
  return db.act<null, Refusal>({ actor, action: 'take-back-video', at, subject }, async (record) => {
    await record.attendances.lock(actor.id);
    const session = await record.trainings.findToAttend({ id: sessionId });
    const { personId } = actor;
    if (session === undefined || session.cancelled !== null || personId === null)
      return refuse({ kind: 'gone' });
    const attendance = await record.attendances.find(sessionId, personId);
    const own = { attendance, events: await record.attendances.eventsOf(sessionId, personId) };
    if (ownWord(own, 'button') === undefined) return refuse({ kind: 'gone' });
    const entry = takingBackEntry(own, { sessionId, personId, at, by: actor.id, source: 'button' });
    await record.attendances.enter([entry]);
    await record.audit({
      subject,
      before: { personId, state: attendance?.state },
      after: { personId, state: entry.state },
    });
    await record.deliveries.refresh(subject, [actor.id]);
    return succeed(null);
  });
};
