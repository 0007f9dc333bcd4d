import type { WorkspaceRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Body } from '../../domain/body/body.ts';
import { type FiscalYear, fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { factsOf, type Meeting } from '../../domain/meeting/meeting.ts';
import { maySeeContents } from '../../domain/meeting/permission.ts';
import { standingOf } from '../../domain/occasion/standing.ts';
import { may } from '../../domain/permission.ts';
import {
  type EntryName,
  inOrderOfDate,
  type Schedule,
  type ScheduleEntry,
} from '../../domain/schedule/entry.ts';
import type { EntryChanges } from '../../domain/schedule/event.ts';
import type { Settings } from '../../domain/settings.ts';
import { type Subject, subjectOf } from '../../domain/subject.ts';
import type { TrainingSession } from '../../domain/training/training.ts';
import { wasAsked } from '../../domain/written-meeting/asking.ts';
import { recordedFrom } from '../../domain/written-meeting/result.ts';
import type { WrittenMeeting, WrittenMeetingState } from '../../domain/written-meeting/written-meeting.ts';

type Sources = Pick<
  WorkspaceRecord,
  'bodies' | 'didNotMeet' | 'meetings' | 'programmes' | 'settings' | 'trainings' | 'writtenMeetings'
>;

/** For whom a schedule is read, and when. */
type Reader = { readonly actor: Actor; readonly now: Date };

/** The rows of a date that was recorded as a meeting: its own, and those of each 書面開催 that was begun from it or became it. */
const rowsOfMeeting = (
  id: string,
  written: string | null,
  unrecorded: readonly WrittenMeeting[],
): readonly Subject[] => {
  const begun = unrecorded.filter(({ plannedId }) => plannedId === id).map((one) => one.id);
  return [
    subjectOf('meeting', id),
    ...new Set(
      [...(written === null ? [] : [written]), ...begun].map((one) => subjectOf('written-meeting', one)),
    ),
  ];
};

/** Where something is held is told to those who may see what is held there. */
const meetingEntry = (
  meeting: Meeting,
  unrecorded: readonly WrittenMeeting[],
  body: Body,
  { actor, now }: Reader,
): ScheduleEntry => ({
  kind: 'meeting',
  id: meeting.id,
  title: body.name,
  standing: standingOf(meeting, todayInTokyo(now)),
  isCalledOff: meeting.cancelled !== null && meeting.heldConfirmedAt === null,
  uid: meeting.id,
  rows: rowsOfMeeting(meeting.id, meeting.writtenMeetingId, unrecorded),
  facts: { ...factsOf(meeting), place: maySeeContents(actor, meeting) ? meeting.place : '' },
});

const trainingEntry = (session: TrainingSession, name: string, today: LocalDate): ScheduleEntry => {
  const { programmeId, otherName, way, date, place, audience, headCount } = session;
  return {
    kind: 'training',
    id: session.id,
    title: name,
    standing: standingOf(session, today),
    isCalledOff: session.cancelled !== null && session.heldConfirmedAt === null,
    uid: session.id,
    rows: [subjectOf('training', session.id)],
    facts: { programmeId, otherName, way, date, place, audience, headCount },
  };
};

/** A 書面開催 that is no meeting of the record. */
type Unrecorded = WrittenMeeting & {
  readonly state: Extract<WrittenMeetingState, 'open' | 'closed' | 'cancelled'>;
};
const UNRECORDED: readonly WrittenMeetingState[] = ['open', 'closed', 'cancelled'];
const isUnrecorded = (meeting: WrittenMeeting): meeting is Unrecorded => UNRECORDED.includes(meeting.state);

/** One that nobody is asked about yet, or ever was, is the secretariat's alone. */
const maySeeWritten = (meeting: WrittenMeeting, settings: Settings, { actor, now }: Reader): boolean =>
  meeting.askedOn !== null && (may(actor, 'manage-written-meeting') || wasAsked(meeting, settings, now));

const writtenEntry = (
  meeting: Unrecorded,
  unrecorded: readonly WrittenMeeting[],
  body: Body,
): ScheduleEntry => ({
  kind: 'written-meeting',
  id: meeting.id,
  title: body.name,
  standing: meeting.state,
  isCalledOff: meeting.state === 'cancelled',
  uid: meeting.plannedId ?? meeting.id,
  rows:
    meeting.plannedId === null
      ? [subjectOf('written-meeting', meeting.id)]
      : rowsOfMeeting(meeting.plannedId, meeting.id, unrecorded),
  facts: recordedFrom(meeting, body),
});

/** All that the record has of a year's dates, cancelled ones too, as far as its reader may know of them. */
export const readSchedule = async (record: Sources, year: FiscalYear, reader: Reader): Promise<Schedule> => {
  const [bodies, meetings, written, didNotMeet, programmes, sessions, cancelled, notHeld, settings] =
    await Promise.all([
      record.bodies.nameable(year),
      record.meetings.ofYear(year),
      record.writtenMeetings.inState(UNRECORDED),
      record.didNotMeet.ofYear(year),
      record.programmes.nameable(year),
      record.trainings.ofYear(year),
      record.trainings.cancelledOf(year),
      record.programmes.notHeldIn(year),
      record.settings.read(),
    ]);
  const today = todayInTokyo(reader.now);
  const asked = written
    .filter(isUnrecorded)
    .filter((meeting) => fiscalYearOf(meeting.dueOn) === year && maySeeWritten(meeting, settings, reader));
  // A 予定 that is being decided in writing is that one date.
  const begun = asked.flatMap(({ state, plannedId }) => (state === 'cancelled' ? [] : (plannedId ?? [])));
  // One that was called off leaves the 予定 it was begun from.
  const own = asked.filter(({ state, plannedId }) => state !== 'cancelled' || plannedId === null);
  const all = [...sessions, ...cancelled];
  const entries = [
    ...bodies.flatMap((body) => [
      ...meetings
        .filter(({ id, bodyId }) => bodyId === body.id && !begun.includes(id))
        .map((one) => meetingEntry(one, written, body, reader)),
      ...own.filter(({ bodyId }) => bodyId === body.id).map((one) => writtenEntry(one, written, body)),
    ]),
    ...programmes.flatMap(({ id, name }) =>
      all
        .filter(({ programmeId }) => programmeId === id)
        .map((session) => trainingEntry(session, name, today)),
    ),
    ...all
      .filter(({ programmeId }) => programmeId === null)
      .map((session) => trainingEntry(session, session.otherName, today)),
  ];
  return {
    entries: inOrderOfDate(entries),
    notHeld: [
      ...bodies.filter(({ id }) => didNotMeet.some(({ bodyId }) => bodyId === id)),
      ...programmes.filter(({ id }) => notHeld.includes(id)),
    ].map(({ name }) => name),
  };
};

const readMeeting = async (
  record: Sources,
  id: string,
  reader: Reader,
): Promise<ScheduleEntry | undefined> => {
  const [meeting, written] = await Promise.all([
    record.meetings.find(id),
    record.writtenMeetings.inState(UNRECORDED),
  ]);
  const body = meeting && (await record.bodies.find(meeting.bodyId, meeting.fiscalYear));
  return meeting && body && meetingEntry(meeting, written, body, reader);
};

const readTraining = async (
  record: Sources,
  id: string,
  { now }: Reader,
): Promise<ScheduleEntry | undefined> => {
  const session = await record.trainings.find(id);
  if (session === undefined) return undefined;
  const { programmeId, fiscalYear, otherName } = session;
  const programme = programmeId === null ? undefined : await record.programmes.find(programmeId, fiscalYear);
  return trainingEntry(session, programme?.name ?? otherName, todayInTokyo(now));
};

/** Of one whose result is in the record that meeting, which has its due day and its name in calendars. */
const readWritten = async (
  record: Sources,
  id: string,
  reader: Reader,
): Promise<ScheduleEntry | undefined> => {
  const [meeting, settings] = await Promise.all([record.writtenMeetings.find(id), record.settings.read()]);
  if (meeting === undefined || !maySeeWritten(meeting, settings, reader)) return undefined;
  const { recordId, state, plannedId } = meeting;
  const rowId = recordId ?? (state === 'cancelled' ? plannedId : null);
  if (rowId !== null) return readMeeting(record, rowId, reader);
  const [body, written] = await Promise.all([
    record.bodies.find(meeting.bodyId, fiscalYearOf(meeting.dueOn)),
    record.writtenMeetings.inState(UNRECORDED),
  ]);
  return body && isUnrecorded(meeting) ? writtenEntry(meeting, written, body) : undefined;
};

/** One date as it stands now, also where it is cancelled; undefined where there is none, or none that its reader may know of. */
export const readScheduleEntry = (
  record: Sources,
  { kind, id }: EntryName,
  reader: Reader,
): Promise<ScheduleEntry | undefined> => {
  switch (kind) {
    case 'meeting':
      return readMeeting(record, id, reader);
    case 'training':
      return readTraining(record, id, reader);
    case 'written-meeting':
      return readWritten(record, id, reader);
  }
};

/** How often each of these dates was changed since it was recorded, and when last, in their order. */
export const readEntryChanges = async (
  record: Pick<WorkspaceRecord, 'auditLines'>,
  entries: readonly ScheduleEntry[],
): Promise<readonly EntryChanges[]> => {
  const changes = await record.auditLines.changesOf(entries.flatMap(({ rows }) => rows));
  return entries.map((entry) => {
    const known = entry.rows.flatMap((row) => changes.get(row) ?? []);
    const lines = known.reduce((sum, { count }) => sum + count, 0);
    const [last] = known
      .map(({ lastAt }) => lastAt)
      .toSorted((one, other) => other.getTime() - one.getTime());
    return { changes: Math.max(lines - 1, 0), changedAt: last ?? null };
  });
};
