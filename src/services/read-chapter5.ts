import type { Attendance } from '../domain/attendance/attendance.ts';
import type { Body } from '../domain/body/body.ts';
import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../domain/calendar/local-date.ts';
import { type ListedMeeting, numbered } from '../domain/meeting/meeting.ts';
import { firstDayOfRecord } from '../domain/occasion/date.ts';
import { type OccasionStanding, standingOf } from '../domain/occasion/standing.ts';
import { type Appointed, appointedIn } from '../domain/promoter/appointed.ts';
import { promotersOn } from '../domain/promoter/appointment.ts';
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
  readonly attendances: readonly Attendance[];
  readonly promoters: ReadonlySet<string>;
};

/** One 研修の種類, or what was held under one name of its own, for chapter 5. */
export type ProgrammeChapter = ProgrammeInYear<ChapterSession>;

/**
 * The facts of a year's chapter 5: bodies and programmes in order, with all that is recorded of them but what was
 * cancelled, and how many 協働推進員 were appointed.
 */
export type Chapter5Facts = {
  readonly year: FiscalYear;
  readonly bodies: readonly BodyChapter[];
  readonly programmes: readonly ProgrammeChapter[];
  readonly appointed: Appointed;
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
  const chapters = bodies.map((body) => ({
    body,
    meetings: numbered(
      meetings.filter(({ bodyId, cancelled }) => bodyId === body.id && cancelled === null),
      today,
    ),
    didNotMeet: didNotMeet.some(({ bodyId }) => bodyId === body.id),
  }));
  return chapters.filter(
    (chapter) => chapter.body.since <= year || chapter.meetings.length > 0 || chapter.didNotMeet,
  );
};

const readTraining = async ({
  record,
  year,
  today,
}: Reading): Promise<Pick<Chapter5Facts, 'programmes' | 'appointed'>> => {
  const [programmes, sessions, notHeld, appointments] = await Promise.all([
    record.programmes.nameable(year),
    record.trainings.ofYear(year),
    record.programmes.notHeldIn(year),
    record.appointments.ofYear(year),
  ]);
  const attendances = await record.attendances.ofSessions(sessions.map(({ id }) => id));
  const chapters = sessions.map((session) => ({
    session,
    standing: standingOf(session, today),
    attendances: attendances.filter(({ sessionId }) => sessionId === session.id),
    promoters: promotersOn(appointments, firstDayOfRecord(session.date)),
  }));
  return {
    programmes: byProgramme(programmes, chapters, notHeld, year),
    appointed: appointedIn(year, appointments, today),
  };
};

/** Reads what chapter 5 of a year is written from. */
export const readChapter5 = async (
  { clock, db }: ServiceDeps,
  workspaceId: string,
  year: FiscalYear,
): Promise<Chapter5Facts> => {
  const reading = { record: db.record(workspaceId), year, today: todayInTokyo(clock.now()) };
  const [bodies, training] = await Promise.all([readBodies(reading), readTraining(reading)]);
  return { year, bodies, ...training };
};
