import type { WorkspaceRecord } from '../../db/database.ts';
import { isTakenBack } from '../../domain/attendance/own.ts';
import { fiscalYearOf, lastDayOf } from '../../domain/calendar/fiscal-year.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { InquiryToPlan, MorningWorld, VideoToPlan } from '../../domain/morning/morning.ts';
import { firstDayOfRecord } from '../../domain/occasion/date.ts';
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
  const inquiries: InquiryToPlan[] = [];
  for (const { id, dueOn, askedOn } of await record.inquiries.inState(['open'])) {
    if (askedOn === null) continue;
    inquiries.push({ id, dueOn, askedOn, targets: await record.inquiryTargets.toPlan(id) });
  }
  return inquiries.toSorted((one, other) =>
    one.dueOn === other.dueOn ? 0 : one.dueOn < other.dueOn ? -1 : 1,
  );
};

/** Confirmed video trainings of the years, with the 対象者 of whom nothing is recorded. */
const readVideos = async (
  record: Sources,
  { first, last }: Pick<DaysToPlan, 'first' | 'last'>,
): Promise<readonly VideoToPlan[]> => {
  const years = [...new Set([first, last].map(fiscalYearOf))];
  const sessions: TrainingSession[] = [];
  for (const year of years) sessions.push(...(await record.trainings.ofYear(year)));
  const videos: VideoToPlan[] = [];
  for (const session of sessions) {
    const { id, date, way, confirmedAt } = session;
    if (way !== 'video' || confirmedAt === null) continue;
    const firstDay = firstDayOfRecord(date);
    const invitees = await record.trainings.inviteesOf(id);
    const audience = audienceOf(session, invitees, await record.appointments.between(firstDay, firstDay));
    const recorded = await record.attendances.ofSession(id);
    const events = groupBy(await record.attendances.eventsOfSession(id), ({ personId }) => personId);
    const settled = new Set(
      recorded
        .map(({ personId }) => personId)
        .filter((personId) => !isTakenBack({ events: events.get(personId) ?? [] })),
    );
    videos.push({ id, date, personIds: new Set([...audience].filter((personId) => !settled.has(personId))) });
  }
  return videos;
};

/** Reads all that mornings of these days are planned from. `secretariat` is who it is by Slack id. */
export const readMorningWorld = async (
  record: Sources,
  { after, first, last }: DaysToPlan,
  secretariat: readonly string[],
): Promise<MorningWorld> => {
  const settings = await record.settings.read();
  const meetings = await record.meetings.toAsk();
  const trainings = await record.trainings.toAsk();
  return {
    calendar: calendarOf(settings),
    departments: await record.departments.all(),
    // From the end of the year before, by which 選任報告 goes.
    appointments: await record.appointments.between(lastDayOf(fiscalYearOf(first) - 1), last),
    people: await record.people.all(),
    secretariat,
    away: await record.awayPeriods.notOver(after),
    inquiries: await readInquiries(record),
    postponed: await record.postponedLines.from(after),
    videos: await readVideos(record, { first, last }),
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
