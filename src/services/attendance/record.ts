import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import {
  type Attendance,
  type AttendanceDraft,
  type AttendanceProblem,
  promoterRate,
  type Rate,
} from '../../domain/attendance/attendance.ts';
import {
  type AttendanceAsked,
  AttendanceQuestion,
  outsideReach,
  unknownAmong,
  whoIsChosen,
} from '../../domain/attendance/chosen.ts';
import {
  mayRecordAttendanceOf,
  mayRecordSomeAttendance,
  type Seats,
  seatsOn,
} from '../../domain/attendance/reach.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { firstDayOfRecord, hasBegun } from '../../domain/occasion/date.ts';
import { type AskedOfSlack, strangersAmong } from '../../domain/person/chosen.ts';
import type { Person, UnknownName } from '../../domain/person/person.ts';
import { type Appointment, promotersOn } from '../../domain/promoter/appointment.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { audienceOf } from '../../domain/training/audience.ts';
import { type Recorded, recordedOf, type TrainingSession } from '../../domain/training/training.ts';
import type { People } from '../../slack/people.ts';
import type { AnswerInput, FormInput, ServiceDeps } from '../service-deps.ts';

/**
 * What stands recorded of a session after the form: what it entered, of how many 対象者 it left what was recorded before, all
 * that is known, and the rate.
 */
export type AttendanceRecorded = {
  readonly session: TrainingSession;
  readonly name: string;
  readonly entered: Recorded;
  readonly left: Recorded;
  readonly recorded: Recorded;
  readonly rate: Rate | null;
};

/** What a form comes to. */
export type AttendanceAnswer = AttendanceAsked | ({ readonly kind: 'recorded' } & AttendanceRecorded);

/** One form at work. */
type Work = {
  readonly record: ActingRecord;
  readonly actor: Actor;
  readonly at: Date;
  readonly draft: AttendanceDraft;
  readonly session: TrainingSession;
  readonly appointments: readonly Appointment[];
  readonly seats: Seats;
};

/** Why nothing is entered. */
type EntryProblem = AttendanceProblem | Refusal;
type Unknown = { readonly unknown: readonly UnknownName[] };

/** 対象者 whose attendance this person may record. */
const readAudience = async (work: Work): Promise<readonly string[]> => {
  const { record, session, appointments, actor, seats } = work;
  const invitees = await record.trainings.inviteesOf(session.id);
  return [...audienceOf(session, invitees, appointments)].filter((id) =>
    mayRecordAttendanceOf(actor, seats(id)),
  );
};

/** What a form enters, and what it leaves as it stands. */
type Entries = { readonly entered: readonly Attendance[]; readonly left: readonly Attendance[] };

/**
 * What the form says of each person, once each: of those chosen, and of the rest of the 対象者 where they are meant. Of the
 * rest, who was recorded before is left: somebody knew more of them than that everybody came.
 */
const readEntries = async (
  work: Work,
  asked: AskedOfSlack,
  isConfirmed: boolean,
): Promise<Result<Entries | Unknown, EntryProblem>> => {
  const { record, actor, draft, session, seats, at } = work;
  const isAllButChosen = draft.mode === 'all-but-chosen';
  const audience = isAllButChosen ? await readAudience(work) : [];
  if (isAllButChosen && audience.length === 0) return refuse({ field: 'mode', kind: 'no-audience' });
  const chosen = whoIsChosen(draft, await record.people.all(), asked, seats);
  if (!chosen.ok) return chosen;
  if (!isAllButChosen && chosen.value.length === 0) return refuse({ field: 'people', kind: 'nobody-chosen' });
  const problem = outsideReach(actor, seats, chosen.value);
  if (problem !== undefined) return refuse(problem);
  const unknown = unknownAmong(seats, chosen.value);
  if (unknown.length > 0 && !isConfirmed) return succeed({ unknown });
  const kept = await record.people.keepAll(
    chosen.value.map(({ named }) => named),
    at,
  );
  const ids = new Set(kept.map(({ id }) => id));
  const rest = new Set(audience.filter((id) => !ids.has(id)));
  const left = (await record.attendances.ofSession(session.id)).filter(({ personId }) => rest.has(personId));
  for (const { personId } of left) rest.delete(personId);
  const entry = (personId: string, state: Attendance['state'], note: string): Attendance => ({
    sessionId: session.id,
    personId,
    state,
    note,
  });
  return succeed({
    entered: [
      ...[...rest].map((id) => entry(id, 'present', '')),
      ...[...ids].map((id) => entry(id, isAllButChosen ? 'absent' : draft.state, draft.note)),
    ],
    left,
  });
};

/** Enters what the form says, with one audit line, and has the messages of whom it concerns show it. */
const enter = async (
  { record, actor, at, session }: Work,
  attendances: readonly Attendance[],
): Promise<void> => {
  const ids = new Set(attendances.map(({ personId }) => personId));
  const before = (await record.attendances.ofSession(session.id)).filter(({ personId }) => ids.has(personId));
  await record.attendances.enter(
    attendances.map((attendance) => ({ ...attendance, at, by: actor.id, source: 'organiser' as const })),
  );
  const subject = subjectOf('training', session.id);
  await record.audit({ subject, before: { attendances: before }, after: { attendances } });
  const slackIds = (await record.people.all())
    .filter(({ id }) => ids.has(id))
    .flatMap(({ slackId }: Person) => slackId ?? []);
  await record.deliveries.refresh(subject, [session.recordedBy, ...slackIds]);
};

const summary = async (
  { record, session, appointments }: Work,
  { entered, left }: Entries,
): Promise<AttendanceRecorded> => {
  const attendances = await record.attendances.ofSession(session.id);
  const programme =
    session.programmeId === null
      ? undefined
      : await record.programmes.find(session.programmeId, session.fiscalYear);
  return {
    session,
    name: programme?.name ?? session.otherName,
    entered: recordedOf(entered),
    left: recordedOf(left),
    recorded: recordedOf(attendances),
    rate: promoterRate(attendances, promotersOn(appointments, firstDayOfRecord(session.date))),
  };
};

/** One form, carried out in its transaction: recorded, or asked about. */
const enterAttendance = async (
  acting: Pick<Work, 'record' | 'actor' | 'at' | 'draft'>,
  asked: AskedOfSlack,
  isConfirmed: boolean,
): Promise<Result<AttendanceRecorded | Unknown, EntryProblem>> => {
  const { record, at, draft } = acting;
  const today = todayInTokyo(at);
  // The roster adds people too: one at a time. It is held before all else, by everybody, so that nobody waits in a ring.
  if (asked.length > 0 || draft.peopleWithoutSlack !== '') await record.appointments.lock();
  const session = await record.trainings.findToChange(draft.session);
  if (session === undefined || session.cancelled !== null)
    return refuse({ field: 'session', kind: 'unknown-session' });
  if (!hasBegun(session.date, today)) return refuse({ field: 'session', kind: 'session-still-to-come' });
  const firstDay = firstDayOfRecord(session.date);
  const appointments = await record.appointments.between(firstDay, today);
  const seats = seatsOn([firstDay, today], await record.departments.all(), appointments);
  const work: Work = { ...acting, session, appointments, seats };
  const entries = await readEntries(work, asked, isConfirmed);
  if (!entries.ok) return entries;
  const { value } = entries;
  if ('unknown' in value) return succeed(value);
  await enter(work, value.entered);
  return succeed(await summary(work, value));
};

/**
 * Records who attended a session, as its organiser knows it; later entries correct earlier ones and all of them are kept. A
 * 協働推進員 enters the people of the own section, a 主任 those of the department, by the session's first day or today.
 * Names that the record does not know are asked about first: nothing is recorded then. The same form arriving again
 * changes nothing.
 */
export const recordAttendance = async (
  { clock, db, people }: ServiceDeps & { readonly people: Pick<People, 'find'> },
  { key, draft }: FormInput<AttendanceDraft>,
  actor: Actor,
): Promise<Result<AttendanceAnswer, EntryProblem>> => {
  const at = clock.now();
  const strangers = strangersAmong(draft.people, await db.record(actor.workspaceId).people.all());
  const asked = await Promise.all(strangers.map(people.find));
  const act = { actor, action: 'record-attendance', at, subject: subjectOf('training', draft.session) };
  // Who comes back from the question may correct what was typed; what is recorded stands.
  const form = { key, content: draft, changes: true };
  return db.submit<AttendanceAnswer, EntryProblem>(act, form, async (record, earlier) => {
    if (!mayRecordSomeAttendance(actor)) return refuse({ kind: 'not-allowed', who: 'promoter' });
    if (earlier?.kind === 'recorded') return refuse({ kind: 'already-recorded' });
    const done = await enterAttendance({ record, actor, at, draft }, asked, false);
    if (!done.ok) return done;
    const { value } = done;
    return succeed(
      'unknown' in value ? { kind: 'asks', draft, asked, ...value } : { kind: 'recorded', ...value },
    );
  });
};

/**
 * Records what was asked about, its new people too. `answers` is the key of the form that was asked about: what was typed there
 * is kept with it, and only that is recorded, once.
 */
export const confirmAttendance = async (
  { clock, db }: ServiceDeps,
  form: AnswerInput,
  actor: Actor,
): Promise<Result<AttendanceRecorded, EntryProblem>> => {
  const at = clock.now();
  const act = { actor, action: 'record-attendance', at };
  const answer = await db.submit<AttendanceAnswer, EntryProblem>(act, form, async (record, earlier) => {
    if (!mayRecordSomeAttendance(actor)) return refuse({ kind: 'not-allowed', who: 'promoter' });
    const question = AttendanceQuestion.safeParse(earlier);
    if (!question.success)
      return refuse(
        earlier?.kind === 'recorded'
          ? { kind: 'already-recorded' }
          : { field: 'session', kind: 'nothing-to-confirm' },
      );
    const { draft, asked } = question.data;
    const done = await enterAttendance({ record, actor, at, draft }, asked, true);
    if (!done.ok) return done;
    return 'unknown' in done.value
      ? refuse({ field: 'session', kind: 'nothing-to-confirm' })
      : succeed({ kind: 'recorded', ...done.value });
  });
  if (!answer.ok) return answer;
  return answer.value.kind === 'recorded'
    ? succeed(answer.value)
    : refuse({ field: 'session', kind: 'nothing-to-confirm' });
};
