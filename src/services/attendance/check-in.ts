import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import type { AttendanceState } from '../../domain/attendance/attendance.ts';
import { comingEntry, ownWord } from '../../domain/attendance/own.ts';
import {
  type CheckinProblem,
  isReceptionOpen,
  MOST_WRONG,
  readCode,
  WRONG_WITHIN_MS,
} from '../../domain/attendance/reception-code.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { TrainingSession } from '../../domain/training/training.ts';
import type { People } from '../../slack/people.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What a check-in has recorded, or had before. */
export type CheckedIn = {
  readonly session: TrainingSession;
  readonly name: string;
  readonly state: AttendanceState;
  readonly at: Date;
  /** false: the same code was taken before, and nothing has changed. */
  readonly isNew: boolean;
};

/** When a hall types at the same moment, the last of them wait rather than being told to try again. */
const WAIT_MS = 60_000;

type CheckInDeps = ServiceDeps & { readonly people: Pick<People, 'find'> };

/** Enters who typed the code of `session`, once. */
const enter = async (
  record: ActingRecord,
  session: TrainingSession,
  personId: string,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<Omit<CheckedIn, 'session' | 'name'>> => {
  const attendance = await record.attendances.find(session.id, personId);
  const events = attendance === undefined ? [] : await record.attendances.eventsOf(session.id, personId);
  const known = ownWord({ attendance, events }, 'code');
  if (known !== undefined) return { state: attendance?.state ?? known.state, at: known.at, isNew: false };
  const entry = comingEntry(
    { attendance, events },
    { sessionId: session.id, personId, at, by, source: 'code' },
  );
  await record.attendances.enter([entry]);
  const { state } = entry;
  await record.audit({
    subject: subjectOf('training', session.id),
    ...(attendance === undefined ? {} : { before: { personId, state: attendance.state } }),
    after: { personId, state },
  });
  return { state, at, isNew: true };
};

/**
 * Records the attendance of who types a session's reception code on one of its days. Anything else is a wrong code, whatever
 * is wrong with it; after `MOST_WRONG` of them within a minute no code is taken from that person until the minute is over.
 */
export const checkIn = async (
  { clock, db, people }: CheckInDeps,
  typed: string,
  actor: Actor,
): Promise<Result<CheckedIn, CheckinProblem>> => {
  const at = clock.now();
  if (typed === '') return refuse({ kind: 'code-not-taken' });
  const code = readCode(typed);
  const person = await people.find(actor.id);
  const account = { slackId: actor.id, email: person?.email ?? null, name: person?.name ?? actor.id };
  // A wrong code is kept count of, and so it is no refusal to the record, which would forget it.
  const act = { actor, action: 'check-in', at, waitMs: WAIT_MS, withinMs: WAIT_MS };
  const outcome = await db.act<Result<Omit<CheckedIn, 'name'>, CheckinProblem>, never>(
    act,
    async (record) => {
      await record.attendances.lock(actor.id);
      const wrong = await record.wrongCodes.since(actor.id, new Date(at.getTime() - WRONG_WITHIN_MS));
      if (wrong >= MOST_WRONG) return succeed(refuse({ kind: 'too-many-wrong-codes' }));
      const session = code === undefined ? undefined : await record.trainings.findToAttend({ code });
      if (session === undefined || !isReceptionOpen(session.date, todayInTokyo(at))) {
        await record.wrongCodes.note(actor.id, at);
        return succeed(refuse({ kind: 'code-not-taken' }));
      }
      const { id: personId, before } = await record.people.ofAccount(account, at);
      if (before !== undefined)
        await record.audit({
          subject: subjectOf('person', personId),
          before,
          after: { slackId: actor.id, deactivatedAt: null },
        });
      return succeed(succeed({ session, ...(await enter(record, session, personId, { at, by: actor.id })) }));
    },
  );
  if (!outcome.ok) return outcome;
  if (!outcome.value.ok) return outcome.value;
  // The rest is read when nobody waits for this transaction any more: hundreds come within seconds.
  const entered = outcome.value.value;
  const { programmeId, otherName, fiscalYear } = entered.session;
  const programme =
    programmeId === null
      ? undefined
      : await db.record(actor.workspaceId).programmes.find(programmeId, fiscalYear);
  return succeed({ ...entered, name: programme?.name ?? otherName });
};
