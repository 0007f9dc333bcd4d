import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { comingEntry, ownWord } from '../../domain/attendance/own.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { firstDayOfRecord, hasBegun } from '../../domain/occasion/date.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { audienceOf } from '../../domain/training/audience.ts';
import type { TrainingSession } from '../../domain/training/training.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Whether the person is one of the 対象者, who alone are asked. */
const isAsked = async (
  record: ActingRecord,
  session: TrainingSession,
  personId: string,
): Promise<boolean> => {
  const firstDay = firstDayOfRecord(session.date);
  const [invitees, appointments] = [
    await record.trainings.inviteesOf(session.id),
    await record.appointments.between(firstDay, firstDay),
  ];
  return audienceOf(session, invitees, appointments).has(personId);
};

/**
 * 受講しました: one of the 対象者 of a video training says of themselves that they have watched it. Pressing twice is one entry.
 * It may be said after the last day too: the evening of that day is no time to press a button.
 */
export const confirmVideo = async (
  { clock, db }: ServiceDeps,
  sessionId: string,
  actor: Actor,
): Promise<Result<null, Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('training', sessionId);
  return db.act<null, Refusal>({ actor, action: 'confirm-video', at, subject }, async (record) => {
    await record.attendances.lock(actor.id);
    const session = await record.trainings.findToAttend({ id: sessionId });
    if (session === undefined || session.cancelled !== null) return refuse({ kind: 'gone' });
    const { personId } = actor;
    const isOpen = session.way === 'video' && hasBegun(session.date, todayInTokyo(at));
    if (personId === null || !isOpen || !(await isAsked(record, session, personId)))
      return refuse({ kind: 'not-allowed', who: 'self' });
    const attendance = await record.attendances.find(sessionId, personId);
    const own = { attendance, events: await record.attendances.eventsOf(sessionId, personId) };
    if (ownWord(own, 'button') !== undefined) return succeed(null);
    const entry = comingEntry(own, { sessionId, personId, at, by: actor.id, source: 'button' });
    await record.attendances.enter([entry]);
    await record.audit({
      subject,
      ...(attendance === undefined ? {} : { before: { personId, state: attendance.state } }),
      after: { personId, state: entry.state },
    });
    await record.deliveries.refresh(subject, [actor.id]);
    return succeed(null);
  });
};
