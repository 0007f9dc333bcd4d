import type { WorkspaceRecord } from '../../db/database.ts';
import { isTakenBack } from '../../domain/attendance/own.ts';
import { fiscalYearOf, lastDayOf } from '../../domain/calendar/fiscal-year.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { InquiryToPlan, MorningWorld, VideoToPlan } from '../../domain/morning/morning.ts';
import { firstDayOfRecord, hasBegun, lastDayOfRecord } from '../../domain/occasion/date.ts';
import { isStillToAsk } from '../../domain/occasion/held.ts';
import type { Appointment } from '../../domain/promoter/appointment.ts';
import { calendarOf } from '../../domain/settings.ts';
import { audienceOf } from '../../domain/training/audience.ts';
import type { TrainingSession } from '../../domain/training/training.ts';

/** The tables a morning is planned from. */
type Sources = Pick<
  WorkspaceRecord,
  | 'appointments'
  | 'attendances'
  | 'awayPeriods'
  | 'departments'
  | 'inquiries'
  | 'inquiryTargets'
  | 'meetings'
  | 'morningLines'
  | 'people'
  | 'postponedLines'
  | 'settings'
  | 'trainings'
>;

/** Which days are to be planned: the last morning that was, and the last day that is planned. */
export type DaysToPlan = { readonly after: LocalDate; readonly first: LocalDate; readonly last: LocalDate };

/** Inquiries that are open, by due day, each with those asked and who was told. */
const readInquiries = async (record: Sources): Promise<readonly InquiryToPlan[]> => {
  const open = (await record.inquiries.inState(['open'])).flatMap(({ id, dueOn, collectBy, askedOn }) =>
    askedOn === null ? [] : [{ id, dueOn, collectBy, askedOn }],
  );
  const targets = groupBy(
    await record.inquiryTargets.toPlan(open.map(({ id }) => id)),
    ({ inquiryId }) => inquiryId,
  );
  return open
    .map((inquiry) => ({ ...inquiry, targets: targets.get(inquiry.id) ?? [] }))
    .toSorted((one, other) => (one.dueOn === other.dueOn ? 0 : one.dueOn < other.dueOn ? -1 : 1));
};

/** Confirmed video trainings of the years of these days. */
const readVideoSessions = async (
  record: Pick<Sources, 'trainings'>,
  { first, last }: Pick<DaysToPlan, 'first' | 'last'>,
): Promise<readonly TrainingSession[]> => {
  const years = [...new Set([first, last].map(fiscalYearOf))];
  const sessions = await Promise.all(years.map((year) => record.trainings.ofYear(year)));
  return sessions.flat().filter(({ way, confirmedAt }) => way === 'video' && confirmedAt !== null);
};

/** Each with the 対象者 of whom nothing is recorded. */
const readVideos = async (
  record: Pick<Sources, 'attendances'>,
  sessions: readonly TrainingSession[],
  appointments: readonly Appointment[],
): Promise<readonly VideoToPlan[]> => {
  const people = groupBy(
    await record.attendances.peopleOf(sessions.map(({ id }) => id)),
    ({ sessionId }) => sessionId,
  );
  return sessions.map((session) => {
    const { id, date } = session;
    const here = people.get(id) ?? [];
    const invitees = here.filter(({ isInvited }) => isInvited).map(({ personId }) => personId);
    const settled = new Set(
      here
        .filter(({ newest }) => newest !== null && !isTakenBack({ events: [newest] }))
        .map(({ personId }) => personId),
    );
    const audience = audienceOf(session, invitees, appointments);
    return { id, date, personIds: new Set([...audience].filter((personId) => !settled.has(personId))) };
  });
};

/** Confirmed video trainings that run on a day. No question is asked of anybody where there is none. */
export const readRunningVideos = async (
  record: Pick<Sources, 'attendances' | 'trainings'>,
  day: LocalDate,
  appointments: readonly Appointment[],
): Promise<readonly VideoToPlan[]> => {
  const sessions = await readVideoSessions(record, { first: day, last: day });
  const running = sessions.filter(({ date }) => hasBegun(date, day) && day <= lastDayOfRecord(date));
  return running.length === 0 ? [] : readVideos(record, running, appointments);
};

/** Reads all that mornings of these days are planned from. `secretariat` is who it is by Slack id. */
export const readMorningWorld = async (
  record: Sources,
  { after, first, last }: DaysToPlan,
  secretariat: readonly string[],
): Promise<MorningWorld> => {
  const settings = await record.settings.read();
  const meetings = (await record.meetings.pending(first)).filter(isStillToAsk);
  const trainings = (await record.trainings.pending(first)).filter(isStillToAsk);
  const videos = await readVideoSessions(record, { first, last });
  const lastVideo =
    videos
      .map(({ date }) => firstDayOfRecord(date))
      .toSorted()
      .at(-1) ?? last;
  // From the end of the year before, by which 選任報告 goes.
  const appointments = await record.appointments.between(
    lastDayOf(fiscalYearOf(first) - 1),
    lastVideo > last ? lastVideo : last,
  );
  return {
    calendar: calendarOf(settings),
    rosterReportUntil: settings.rosterReportUntil,
    departments: await record.departments.all(),
    appointments: appointments.filter(({ startsOn }) => startsOn <= last),
    people: await record.people.all(),
    secretariat,
    away: await record.awayPeriods.notOver(after),
    inquiries: await readInquiries(record),
    postponed: await record.postponedLines.from(after),
    videos: await readVideos(record, videos, appointments),
    held: [
      ...meetings.map(({ id, date, recordedBy }) => ({
        kind: 'held-meeting' as const,
        id,
        date,
        recordedBy,
      })),
      ...trainings.map(({ id, date, recordedBy }) => ({
        kind: 'held-training' as const,
        id,
        date,
        recordedBy,
      })),
    ],
    unsent: (await record.morningLines.unsentOf(after, first)).map(({ slackId, line }) => ({
      slackId,
      line,
    })),
  };
};
