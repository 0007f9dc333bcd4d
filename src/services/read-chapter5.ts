import type { EnteredAttendance } from '../domain/attendance/attendance.ts';
import type { Body } from '../domain/body/body.ts';
import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../domain/calendar/local-date.ts';
import type { ChapterItem } from '../domain/chapter5/items.ts';
import type { DepartmentWithSections } from '../domain/department.ts';
import { groupBy } from '../domain/group-by.ts';
import { type ListedMeeting, numbered } from '../domain/meeting/meeting.ts';
import { firstDayOfRecord } from '../domain/occasion/date.ts';
import { type OccasionStanding, standingOf } from '../domain/occasion/standing.ts';
import {
  type Appointed,
  type AppointedRows,
  appointedIn,
  appointedRows,
} from '../domain/promoter/appointed.ts';
import { type Appointment, promotersOn } from '../domain/promoter/appointment.ts';
import type { TrainingSession } from '../domain/training/training.ts';
import { byProgramme, type ProgrammeInYear } from '../domain/training/year.ts';
import type { ServiceDeps } from './service-deps.ts';

/** One body's facts for chapter 5. */
export type BodyChapter = {
  readonly body: Body;
  readonly meetings: readonly ListedMeeting[];
  readonly didNotMeet: boolean;
};

/** A session with who came, and who were 協働推進員 on its first day, by person id. */
export type ChapterSession = {
  readonly session: TrainingSession;
  readonly standing: OccasionStanding;
  readonly attendances: readonly EnteredAttendance[];
  readonly promoters: ReadonlySet<string>;
};

/** One 研修の種類, or what was held under one name of its own, for chapter 5. */
export type ProgrammeChapter = ProgrammeInYear<ChapterSession>;

/** By what the numbers of the chapter are traced: the rows behind them, and who recorded and confirmed. */
export type ChapterSources = {
  /** Not cancelled, of the year; 未確認 ones too. */
  readonly appointments: readonly Appointment[];
  /** Those by which 協働推進員をn名選任 is counted. */
  readonly appointed: AppointedRows<Appointment>;
  readonly departments: readonly DepartmentWithSections[];
  /** Who confirmed what was not confirmed in being recorded, by its name in the record; null where nobody knows. */
  readonly confirmers: ReadonlyMap<string, string | null>;
  /** What those who recorded and confirmed are called, by the id that the audit log has of them; null where the record has no name. */
  readonly names: ReadonlyMap<string, string | null>;
};

/**
 * The facts of a year's chapter 5: bodies and programmes in order, with all that is recorded of them but what was
 * cancelled, how many 協働推進員 were appointed, and 第5章の文章.
 */
export type Chapter5Facts = {
  readonly year: FiscalYear;
  readonly bodies: readonly BodyChapter[];
  readonly programmes: readonly ProgrammeChapter[];
  readonly appointed: Appointed;
  readonly texts: ReadonlyMap<ChapterItem, string>;
  readonly sources: ChapterSources;
};

/** What is read of one year, for one workspace. */
type Reading = {
  readonly record: ReturnType<ServiceDeps['db']['record']>;
  readonly year: FiscalYear;
  readonly today: LocalDate;
};

/** The bodies in force then, and any other that has a record then. */
const readBodies = async ({ record, year, today }: Reading): Promise<readonly BodyChapter[]> => {
  const [bodies, meetings, didNotMeet] = await Promise.all([
    record.bodies.nameable(year),
    record.meetings.ofYear(year),
    record.didNotMeet.ofYear(year),
  ]);
  const ofBody = groupBy(
    meetings.filter(({ cancelled }) => cancelled === null),
    ({ bodyId }) => bodyId,
  );
  const chapters = bodies.map((body) => ({
    body,
    meetings: numbered(ofBody.get(body.id) ?? [], today),
    didNotMeet: didNotMeet.some(({ bodyId }) => bodyId === body.id),
  }));
  return chapters.filter(
    (chapter) => chapter.body.since <= year || chapter.meetings.length > 0 || chapter.didNotMeet,
  );
};

/** The same of every session on one day. */
const rosterByDay = (appointments: readonly Appointment[]): ((day: LocalDate) => ReadonlySet<string>) => {
  const known = new Map<LocalDate, ReadonlySet<string>>();
  return (day) => {
    const promoters = known.get(day) ?? promotersOn(appointments, day);
    known.set(day, promoters);
    return promoters;
  };
};

const readTraining = async (
  { record, year, today }: Reading,
  appointing: Promise<readonly Appointment[]>,
): Promise<readonly ProgrammeChapter[]> => {
  const [programmes, sessions, notHeld, attendances, appointments] = await Promise.all([
    record.programmes.nameable(year),
    record.trainings.ofYear(year),
    record.programmes.notHeldIn(year),
    record.attendances.enteredIn(year),
    appointing,
  ]);
  const ofSession = groupBy(attendances, ({ sessionId }) => sessionId);
  const rosterOn = rosterByDay(appointments);
  const chapters = sessions.map((session) => ({
    session,
    standing: standingOf(session, today),
    attendances: ofSession.get(session.id) ?? [],
    promoters: rosterOn(firstDayOfRecord(session.date)),
  }));
  return byProgramme(programmes, chapters, notHeld, year);
};

/** Whoever recorded or confirmed any of this. */
const whoActed = (
  bodies: readonly BodyChapter[],
  programmes: readonly ProgrammeChapter[],
  { appointments, confirmers }: Pick<ChapterSources, 'appointments' | 'confirmers'>,
): readonly string[] => {
  const sessions = programmes.flatMap((programme) => programme.sessions);
  const acted = [
    ...bodies.flatMap(({ meetings }) => meetings.map(({ meeting }) => meeting.recordedBy)),
    ...sessions.map(({ session }) => session.recordedBy),
    ...sessions.flatMap(({ attendances }) => attendances.map(({ enteredBy }) => enteredBy)),
    ...appointments.map(({ recordedBy }) => recordedBy),
    ...confirmers.values(),
  ];
  return [...new Set(acted)].filter((id) => id !== null);
};

/** Reads what chapter 5 of a year is written from. */
export const readChapter5 = async (
  { clock, db }: ServiceDeps,
  workspaceId: string,
  year: FiscalYear,
): Promise<Chapter5Facts> => {
  const record = db.record(workspaceId);
  const today = todayInTokyo(clock.now());
  const reading = { record, year, today };
  const appointing = record.appointments.ofYear(year);
  const [bodies, appointments, programmes, texts, departments, confirmers] = await Promise.all([
    readBodies(reading),
    appointing,
    readTraining(reading, appointing),
    record.chapterTexts.ofYear(year),
    record.departments.all(),
    record.auditLines.confirmersIn([year]),
  ]);
  const acted = whoActed(bodies, programmes, { appointments, confirmers });
  const named = await record.people.namesOf(acted);
  return {
    year,
    bodies,
    programmes,
    appointed: appointedIn(year, appointments, today),
    texts,
    sources: {
      appointments,
      appointed: appointedRows(year, appointments, today),
      departments,
      confirmers,
      names: new Map(acted.map((id) => [id, named.get(id) ?? null])),
    },
  };
};
