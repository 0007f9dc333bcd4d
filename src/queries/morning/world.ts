import type { WorkspaceRecord } from '../../db/database.ts';
import { isTakenBack } from '../../domain/attendance/own.ts';
import { fiscalYearOf, lastDayOf } from '../../domain/calendar/fiscal-year.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { WorkingCalendar } from '../../domain/calendar/working-day.ts';
import { groupBy } from '../../domain/group-by.ts';
import { videoAskedUntil } from '../../domain/morning/duties.ts';
import type { InquiryToPlan, MorningWorld, VideoToPlan } from '../../domain/morning/morning.ts';
import { firstDayOfRecord, hasBegun } from '../../domain/occasion/date.ts';
import { isStillToAsk } from '../../domain/occasion/held.ts';
import { HARDLY_DIVIDED, type Pieces } from '../../domain/pieces.ts';
import type { Appointment } from '../../domain/promoter/appointment.ts';
import { calendarOf } from '../../domain/settings.ts';
import { audienceOf } from '../../domain/training/audience.ts';
import type { TrainingSession } from '../../domain/training/training.ts';
import { readUnansweredBallots } from '../written-meeting/unanswered.ts';
import { readPreparations } from './preparation-lines.ts';
import { readEndingInWriting } from './written-lines.ts';

/** The tables a morning is planned from. */
type Sources = Pick<
  WorkspaceRecord,
  | 'actionItems'
  | 'appointments'
  | 'attendances'
  | 'awayPeriods'
  | 'bodies'
  | 'bodyMembers'
  | 'departments'
  | 'inquiries'
  | 'inquiryTargets'
  | 'meetings'
  | 'morningLines'
  | 'people'
  | 'postponedLines'
  | 'settings'
  | 'trainings'
  | 'writtenAnswers'
  | 'writtenMeetings'
>;

/** The tables it is read from who is asked about a video. */
type VideoSources = Pick<Sources, 'appointments' | 'attendances' | 'trainings'>;

/** Which days are to be planned: the last morning that was, and the last day that is planned. */
export type DaysToPlan = { readonly after: LocalDate; readonly first: LocalDate; readonly last: LocalDate };

/** Inquiries that are open, in the order of their numbers, each with those asked and who was told. */
const readInquiries = async (record: Sources, pieces: Pieces): Promise<readonly InquiryToPlan[]> => {
  // They are read newest first.
  const open = (await record.inquiries.inState(['open'])).flatMap(({ id, dueOn, collectBy, askedOn }) =>
    askedOn === null ? [] : [{ id, dueOn, collectBy, askedOn }],
  );
  const targets = groupBy(
    await record.inquiryTargets.toPlan(
      open.map(({ id }) => id),
      pieces,
    ),
    ({ inquiryId }) => inquiryId,
  );
  return open.map((inquiry) => ({ ...inquiry, targets: targets.get(inquiry.id) ?? [] })).toReversed();
};

/** Confirmed video trainings of the years of these days. */
const readVideoSessions = async (
  record: Pick<Sources, 'trainings'>,
  days: readonly LocalDate[],
): Promise<readonly TrainingSession[]> => {
  const years = [...new Set(days.map(fiscalYearOf))];
  const sessions = await Promise.all(years.map((year) => record.trainings.ofYear(year)));
  return sessions.flat().filter(({ way, confirmedAt }) => way === 'video' && confirmedAt !== null);
};

/** The end of the year before a day: from it on 選任報告 goes, and so far back appointments are read. */
const rosterFrom = (day: LocalDate): LocalDate => lastDayOf(fiscalYearOf(day) - 1);

/** Each with the 対象者 of whom nothing is recorded; of those that began before `from`, whose `appointments` are not there, they are read. */
export const readVideos = async (
  record: VideoSources,
  sessions: readonly TrainingSession[],
  { from, appointments }: { readonly from: LocalDate; readonly appointments: readonly Appointment[] },
): Promise<readonly VideoToPlan[]> => {
  const [earliest = from] = sessions.map(({ date }) => firstDayOfRecord(date)).toSorted();
  const before = earliest < from ? await record.appointments.between(earliest, from) : [];
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
    const audience = audienceOf(session, invitees, [...before, ...appointments]);
    return { id, date, personIds: new Set([...audience].filter((personId) => !settled.has(personId))) };
  });
};

/** Confirmed video trainings that are asked about on a day. No more is read where there is none. */
export const readRunningVideos = async (
  record: VideoSources,
  { day, calendar }: { readonly day: LocalDate; readonly calendar: WorkingCalendar },
  appointments: readonly Appointment[],
): Promise<readonly VideoToPlan[]> => {
  const sessions = await readVideoSessions(record, [calendar.addWorkingDays(day, -1), day]);
  const running = sessions.filter(
    ({ date }) => hasBegun(date, day) && day <= videoAskedUntil(date, calendar),
  );
  return running.length === 0 ? [] : readVideos(record, running, { from: rosterFrom(day), appointments });
};

/** Reads all that mornings of these days are planned from, what is many in pieces. `secretariat` is who it is by Slack id. */
export const readMorningWorld = async (
  record: Sources,
  { after, first, last }: DaysToPlan,
  secretariat: readonly string[],
  pieces: Pieces = HARDLY_DIVIDED,
): Promise<MorningWorld> => {
  const settings = await record.settings.read();
  const pending = await record.meetings.pending(first);
  const meetings = pending.filter((meeting) => isStillToAsk(meeting) && meeting.begunInWritingId === null);
  const trainings = (await record.trainings.pending(first)).filter(isStillToAsk);
  const videos = await readVideoSessions(record, [after, first, last]);
  const lastVideo =
    videos
      .map(({ date }) => firstDayOfRecord(date))
      .toSorted()
      .at(-1) ?? last;
  // From the end of the year before, by which 選任報告 goes.
  const appointments = await record.appointments.betweenInPieces(
    rosterFrom(first),
    lastVideo > last ? lastVideo : last,
    pieces,
  );
  return {
    calendar: calendarOf(settings),
    rosterReportUntil: settings.rosterReportUntil,
    departments: await record.departments.all(),
    appointments: appointments.filter(({ startsOn }) => startsOn <= last),
    people: await record.people.allInPieces(pieces),
    secretariat,
    away: await record.awayPeriods.notOver(after),
    inquiries: await readInquiries(record, pieces),
    writtenMeetings: await readUnansweredBallots(record),
    endingInWriting: await readEndingInWriting(record),
    actionItems: await record.actionItems.open(),
    postponed: await record.postponedLines.from(after),
    videos: await readVideos(record, videos, { from: rosterFrom(first), appointments }),
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
    preparations: await readPreparations(record, pending, calendarOf(settings)),
    unsent: (await record.morningLines.unsentOf(after, first)).map(({ slackId, line }) => ({
      slackId,
      line,
    })),
  };
};
