import type { ActingRecord } from '../db/database.ts';
import type { Actor } from '../domain/actor.ts';
import type { Appointment } from '../domain/appointment.ts';
import {
  type Attendance,
  type AttendanceDraft,
  type AttendanceProblem,
  audienceOf,
  promoterRate,
  promotersOn,
  type Rate,
} from '../domain/attendance.ts';
import { whoIsOnLine, writtenLines } from '../domain/attendance-lines.ts';
import { mayRecordAttendanceOf, type Seats, seatsOn } from '../domain/attendance-reach.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { trainingSubject } from '../domain/delivery.ts';
import { chosenPeople, strangersAmong } from '../domain/invited.ts';
import { mayRecordSomeAttendance } from '../domain/permission.ts';
import type { Person } from '../domain/person.ts';
import { indexPeople, type Named } from '../domain/person-match.ts';
import { firstDayOfRecord, hasBegun } from '../domain/record-date.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import { type Recorded, recordedOf, type TrainingSession } from '../domain/training.ts';
import type { People, SlackPerson } from '../slack/people.ts';
import type { FormInput, ServiceDeps } from './service-deps.ts';

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

type Problem = AttendanceProblem | Refusal;

/** Where somebody is found in the people of a form. */
type Chosen = { readonly field: 'people' | 'peopleWithoutSlack'; readonly named: Named };

const readChosen = async (
  { record, draft, seats }: Work,
  asked: readonly (SlackPerson | undefined)[],
): Promise<Result<readonly Chosen[], Problem>> => {
  const rank = ({ id }: Person): number => seats(id)[0]?.rank ?? Number.POSITIVE_INFINITY;
  // In the order of sections: those of one name are told apart by them.
  const people = (await record.people.all()).toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1));
  const picked = chosenPeople(draft.people, people, asked);
  if (picked === undefined) return refuse({ field: 'people', kind: 'people-not-members' });
  const index = indexPeople(people);
  const chosen: Chosen[] = picked.map((named) => ({ field: 'people', named }));
  for (const line of writtenLines(draft.peopleWithoutSlack)) {
    const named = whoIsOnLine(line, index, ({ id }) => seats(id).map(({ name }) => name));
    if (!named.ok) return named;
    chosen.push({ field: 'peopleWithoutSlack', named: named.value });
  }
  return succeed(chosen);
};

/** Those whose attendance this person may not record, by name, at the field in which the first of them stands. */
const outsideReach = ({ actor, seats }: Work, chosen: readonly Chosen[]): AttendanceProblem | undefined => {
  const outside = chosen.filter(
    ({ named }) => !mayRecordAttendanceOf(actor, named.kind === 'known' ? seats(named.person.id) : []),
  );
  const [first] = outside;
  if (first === undefined) return undefined;
  const names = outside
    .filter(({ field }) => field === first.field)
    .map(({ named }) => (named.kind === 'known' ? named.person.name : named.facts.name));
  return { field: first.field, kind: 'outside-reach', names };
};

/** 対象者 whose attendance this person may record. */
const readAudience = async ({
  record,
  session,
  appointments,
  actor,
  seats,
}: Work): Promise<readonly string[]> => {
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
  asked: readonly (SlackPerson | undefined)[],
): Promise<Result<Entries, Problem>> => {
  const { record, draft, session, at } = work;
  const isAllButChosen = draft.mode === 'all-but-chosen';
  const audience = isAllButChosen ? await readAudience(work) : [];
  if (isAllButChosen && audience.length === 0) return refuse({ field: 'mode', kind: 'no-audience' });
  const chosen = await readChosen(work, asked);
  if (!chosen.ok) return chosen;
  if (!isAllButChosen && chosen.value.length === 0) return refuse({ field: 'people', kind: 'nobody-chosen' });
  const problem = outsideReach(work, chosen.value);
  if (problem !== undefined) return refuse(problem);
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
  const subject = trainingSubject(session.id);
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

/**
 * Records who attended a session, as its organiser knows it; later entries correct earlier ones and all of them are kept. A
 * 協働推進員 enters the people of the own section, a 主任 those of the department, by the session's first day or today. The
 * same form arriving again changes nothing.
 */
export const recordAttendance = async (
  { clock, db, people }: ServiceDeps & { readonly people: Pick<People, 'find'> },
  { key, draft }: FormInput<AttendanceDraft>,
  actor: Actor,
): Promise<Result<AttendanceRecorded, Problem>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const strangers = strangersAmong(draft.people, await db.record(actor.workspaceId).people.all());
  const asked = await Promise.all(strangers.map(people.find));
  const act = { actor, action: 'record-attendance', at, subject: trainingSubject(draft.session) };
  return db.submit<AttendanceRecorded, Problem>(act, { key, content: draft }, async (record) => {
    if (!mayRecordSomeAttendance(actor)) return refuse({ kind: 'not-allowed', who: 'promoter' });
    // The roster adds people too: one at a time. It is held before all else, by everybody, so that nobody waits in a ring.
    if (strangers.length > 0 || draft.peopleWithoutSlack !== '') await record.appointments.lock();
    const session = await record.trainings.findToChange(draft.session);
    if (session === undefined || session.cancelled !== null)
      return refuse({ field: 'session', kind: 'unknown-session' });
    if (!hasBegun(session.date, today)) return refuse({ field: 'session', kind: 'session-still-to-come' });
    const firstDay = firstDayOfRecord(session.date);
    const appointments = await record.appointments.between(firstDay, today);
    const seats = seatsOn([firstDay, today], await record.departments.all(), appointments);
    const work: Work = { record, actor, at, draft, session, appointments, seats };
    const entries = await readEntries(work, asked);
    if (!entries.ok) return entries;
    await enter(work, entries.value.entered);
    return succeed(await summary(work, entries.value));
  });
};
