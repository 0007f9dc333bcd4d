import { z } from 'zod';
import { PROMOTER_ROLES } from '../domain/actor.ts';
import { audienceOf } from '../domain/attendance.ts';
import { fiscalYearOf, lastDayOf } from '../domain/calendar/fiscal-year.ts';
import { fromUtcMidnight, type LocalDate, todayInTokyo } from '../domain/calendar/local-date.ts';
import { groupBy } from '../domain/group-by.ts';
import type { InquiryToPlan, MorningWorld, TargetToPlan, VideoToPlan } from '../domain/morning.ts';
import { isTakenBack } from '../domain/own-attendance.ts';
import { firstDayOfRecord } from '../domain/record-date.ts';
import { calendarOf } from '../domain/settings.ts';
import type { TrainingSession } from '../domain/training.ts';
import type { Prismatic } from './client.ts';
import type { WorkspaceRecord } from './database.ts';

/** The tables a morning is planned from. */
type Sources = Pick<
  WorkspaceRecord,
  | 'appointments'
  | 'attendances'
  | 'awayPeriods'
  | 'departments'
  | 'meetings'
  | 'morningLines'
  | 'people'
  | 'postponedLines'
  | 'settings'
  | 'trainings'
>;

/** Which days are to be planned: the last morning that was, and the last day that is planned. */
export type DaysToPlan = { readonly after: LocalDate; readonly first: LocalDate; readonly last: LocalDate };

const Targets = z.array(
  z.object({
    inquiryId: z.uuid(),
    dueOn: z.date().transform(fromUtcMidnight),
    askedOn: z.date().transform(fromUtcMidnight),
    sectionId: z.uuid(),
    role: z.enum(PROMOTER_ROLES),
    isAnswered: z.boolean(),
    returnedAt: z.date().nullable(),
    returnDueOn: z.date().nullable(),
    delegateId: z.uuid().nullable(),
    told: z.record(z.string(), z.string()),
  }),
);

/** Inquiries that are open, each with those asked and who was told: one query, for there may be tens of thousands. */
const readInquiries = async (prisma: Prismatic, workspaceId: string): Promise<readonly InquiryToPlan[]> => {
  const rows = Targets.parse(
    await prisma.$queryRaw`
      select i.id as "inquiryId", i.due_on as "dueOn", i.asked_on as "askedOn", t.section_id as "sectionId",
        t.role, t.answer_id is not null as "isAnswered", t.returned_at as "returnedAt",
        t.return_due_on as "returnDueOn", t.delegate_id as "delegateId", coalesce(told.who, '{}') as told
      from inquiry i
      join inquiry_target t on t.workspace_id = i.workspace_id and t.inquiry_id = i.id
      left join lateral (
        select jsonb_object_agg(slack_id, told_on) as who from inquiry_told o
        where o.workspace_id = t.workspace_id and o.inquiry_id = t.inquiry_id
          and o.section_id = t.section_id and o.role = t.role
      ) told on true
      where i.workspace_id = ${workspaceId} and i.state = 'open' and i.asked_on is not null
      order by i.due_on, i.id, t.section_id, t.role`,
  );
  return [...groupBy(rows, ({ inquiryId }) => inquiryId).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { inquiryId: id, dueOn, askedOn } = first;
    return [{ id, dueOn, askedOn, targets: group.map(toTarget) }];
  });
};

const toTarget = ({
  dueOn: _,
  askedOn: __,
  returnedAt,
  returnDueOn,
  told,
  ...row
}: z.infer<typeof Targets>[number]): TargetToPlan => ({
  ...row,
  returned:
    returnedAt === null || returnDueOn === null
      ? null
      : { on: todayInTokyo(returnedAt), dueOn: fromUtcMidnight(returnDueOn) },
  told: new Map(Object.entries(told).map(([slackId, day]) => [slackId, fromUtcMidnight(new Date(day))])),
});

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
  prisma: Prismatic,
  record: Sources & { readonly workspaceId: string },
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
    inquiries: await readInquiries(prisma, record.workspaceId),
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
