import { z } from 'zod';
import { firstDayOf, lastDayOf } from '../domain/calendar/fiscal-year.ts';
import { GOES_ON } from '../domain/opinion/opinion.ts';
import type { YearTurn } from '../domain/rollover.ts';
import type { Prismatic } from './client.ts';

const count = z.number().int();
const Found = z.tuple([
  z.object({
    /** Of the next year, not cancelled; and those of them that are not confirmed. */
    appointments: count,
    unconfirmed: count,
    hasMeetings: z.boolean(),
    hasTrainings: z.boolean(),
    /** The bodies that have 委員 in the next year, also from a day after its first on. */
    withMembers: z.array(z.string()),
    /** Texts of chapter 5 that are written for the closing year. */
    texts: count,
    actionItemsDue: count,
    actionItemsGoOn: count,
    inquiriesDue: count,
    inquiriesGoOn: count,
    /** 書面開催 that are asked and whose result nobody was told: the first due first. */
    writtenDue: z.array(z.string()),
    writtenGoOn: count,
    opinionsDue: count,
    opinionsGoOn: count,
  }),
]);

/** What there is of each kind that 年度替わりの準備 waits for. */
export type RolloverRows = Readonly<z.infer<typeof Found>[0]>;

export type RolloverTable = {
  /** Counts all of it in one statement. Opinions considered in the closing year are those on the year before it, and what goes on of earlier ones. */
  readonly rows: (turn: YearTurn) => Promise<RolloverRows>;
};

export const createRolloverTable = (prisma: Prismatic, workspaceId: string): RolloverTable => ({
  rows: async ({ closing, next }) => {
    const [last, first] = [lastDayOf(closing), firstDayOf(next)];
    const [found] = Found.parse(
      await prisma.$queryRaw`
        with roster as (
          select confirmed_at from appointment
          where workspace_id = ${workspaceId} and fiscal_year = ${next} and cancelled_at is null
        ), action as (
          select a.due_on from action_item a
          join meeting m on m.workspace_id = a.workspace_id and m.id = a.meeting_id and m.cancelled_at is null
          where a.workspace_id = ${workspaceId} and a.settled_at is null
        ), asked as (
          select due_on from inquiry where workspace_id = ${workspaceId} and state = 'open'
        ), written as (
          select id::text as id, due_on from written_meeting
          where workspace_id = ${workspaceId} and state in ('open', 'closed')
        ), considered as (
          select o.fiscal_year = ${closing - 1} as own,
            (select y.response::text from opinion_year y where y.workspace_id = o.workspace_id and y.opinion_id = o.id
              and y.fiscal_year = ${closing - 1}) as now,
            (select y.response::text from opinion_year y where y.workspace_id = o.workspace_id and y.opinion_id = o.id
              and y.fiscal_year < ${closing - 1} order by y.fiscal_year desc limit 1) as before
          from opinion o
          where o.workspace_id = ${workspaceId} and o.cancelled_at is null and o.fiscal_year < ${closing}
        )
        select
          (select count(*)::int from roster) as appointments,
          (select count(*)::int from roster where confirmed_at is null) as unconfirmed,
          exists (select from meeting where workspace_id = ${workspaceId} and fiscal_year = ${next}
            and cancelled_at is null) as "hasMeetings",
          exists (select from training_session where workspace_id = ${workspaceId} and fiscal_year = ${next}
            and cancelled_at is null) as "hasTrainings",
          array(select distinct body_id::text from body_member where workspace_id = ${workspaceId} and cancelled_at is null
            and starts_on <= ${lastDayOf(next)}::date and (ends_on is null or ends_on >= ${first}::date)) as "withMembers",
          (select count(*)::int from chapter_text where workspace_id = ${workspaceId} and fiscal_year = ${closing}
            and text <> '') as texts,
          (select count(*)::int from action where due_on <= ${last}::date) as "actionItemsDue",
          (select count(*)::int from action where due_on > ${last}::date) as "actionItemsGoOn",
          (select count(*)::int from asked where due_on <= ${last}::date) as "inquiriesDue",
          (select count(*)::int from asked where due_on > ${last}::date) as "inquiriesGoOn",
          array(select id from written where due_on <= ${last}::date order by due_on, id) as "writtenDue",
          (select count(*)::int from written where due_on > ${last}::date) as "writtenGoOn",
          (select count(*)::int from considered
            where now is null and (own or before = any(${[...GOES_ON]}::text[]))) as "opinionsDue",
          (select count(*)::int from considered where now = any(${[...GOES_ON]}::text[])) as "opinionsGoOn"`,
    );
    return found;
  },
});
