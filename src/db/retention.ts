import { z } from 'zod';
import type { PastHoldings, RetentionLimit } from '../domain/person/retention.ts';
import { ERASED_NAME } from '../domain/person/retention.ts';
import type { Prismatic } from './client.ts';
import { forgetWords, WORDS_OF_CHAPTER5 } from './forget-words.ts';
import { Prisma } from './generated/client.ts';
import { tableNamed } from './workspace-holdings.ts';

/** What of the record is past 保存期間. `keeping` are Slack ids of who is of the secretariat now, whatever else they hold. */
export type RetentionTable = {
  /** Lets one erase at a time, and nobody appoint meanwhile, until the transaction ends. */
  readonly lock: () => Promise<void>;
  readonly past: (limit: RetentionLimit, keeping: readonly string[]) => Promise<PastHoldings>;
  /** Erases it: see decision 66. Inside a transaction, after the lock. Gives what there was. */
  readonly erase: (limit: RetentionLimit, keeping: readonly string[], at: Date) => Promise<PastHoldings>;
};

const Counted = z.tuple([
  z.object({
    appointments: z.number(),
    attendances: z.number(),
    typedNames: z.number(),
    files: z.number(),
    deliveries: z.number(),
  }),
]);
const People = z.array(z.object({ id: z.string(), name: z.string(), slackId: z.string().nullable() }));
const Kept = z.tuple([z.object({ count: z.number() })]);

/** Who holds nothing now, has nothing open and did nothing within the time, and yet was something before. */
const pastPeople = (workspaceId: string, { firstKept, from }: RetentionLimit, keeping: readonly string[]) =>
  Prisma.sql`
    select p.id, p.name, p.slack_id as "slackId" from person p
    where p.workspace_id = ${workspaceId} and p.erased_at is null
      and (p.slack_id is null or not p.slack_id = any(${[...keeping]}::text[]))
      and (p.created_at < ${from}::date
        or exists (select from appointment a where a.workspace_id = p.workspace_id and a.person_id = p.id)
        or exists (select from attendance a where a.workspace_id = p.workspace_id and a.person_id = p.id)
        or exists (select from body_member m where m.workspace_id = p.workspace_id and m.person_id = p.id))
      and not exists (select from appointment a where a.workspace_id = p.workspace_id and a.person_id = p.id
        and a.cancelled_at is null and a.ends_on >= ${from}::date)
      and not exists (select from body_member m where m.workspace_id = p.workspace_id and m.person_id = p.id
        and m.cancelled_at is null and (m.ends_on is null or m.ends_on >= ${from}::date))
      and not exists (select from attendance a join training_session s on s.workspace_id = a.workspace_id and s.id = a.session_id
        where a.workspace_id = p.workspace_id and a.person_id = p.id and s.fiscal_year >= ${firstKept})
      and not exists (select from session_invitee i join training_session s on s.workspace_id = i.workspace_id and s.id = i.session_id
        where i.workspace_id = p.workspace_id and i.person_id = p.id and s.fiscal_year >= ${firstKept})
      and not exists (select from action_item i where i.workspace_id = p.workspace_id and i.person_id = p.id
        and (i.outcome is null or i.settled_at >= ${from}::date))
      and not exists (select from inquiry_target t join inquiry i on i.workspace_id = t.workspace_id and i.id = t.inquiry_id
        where t.workspace_id = p.workspace_id and t.delegate_id = p.id
          and (i.state in ('draft', 'open', 'closed') or i.fiscal_year >= ${firstKept}))
      and not exists (select from written_voter v join written_meeting m on m.workspace_id = v.workspace_id and m.id = v.meeting_id
        where v.workspace_id = p.workspace_id and v.person_id = p.id
          and (m.state not in ('announced', 'cancelled') or m.due_on >= ${from}::date))
      and (p.slack_id is null or not exists (select from delivery d where d.workspace_id = p.workspace_id
        and d.recipient = p.slack_id and d.state in ('planned', 'sending')))
      and (p.slack_id is null or not exists (select from audit_line l where l.workspace_id = p.workspace_id
        and l.actor = p.slack_id and l.at >= ${from}::date))
    order by p.name, p.id`;

export const createRetentionTable = (prisma: Prismatic, workspaceId: string): RetentionTable => {
  const countsOf = async ({ firstKept, from }: RetentionLimit, accounts: readonly string[]) => {
    const [counts] = Counted.parse(
      await prisma.$queryRaw`
        select
          (select count(*)::int from appointment a join person p on p.workspace_id = a.workspace_id and p.id = a.person_id
            where a.workspace_id = ${workspaceId} and a.fiscal_year < ${firstKept} and p.erased_at is null) as appointments,
          (select count(*)::int from attendance a
            join training_session s on s.workspace_id = a.workspace_id and s.id = a.session_id
            join person p on p.workspace_id = a.workspace_id and p.id = a.person_id
            where a.workspace_id = ${workspaceId} and s.fiscal_year < ${firstKept} and p.erased_at is null) as attendances,
          (select coalesce(sum(cardinality(array_remove(attendees_without_slack, ${ERASED_NAME}))), 0)::int from meeting
            where workspace_id = ${workspaceId} and fiscal_year < ${firstKept}) + (
            select count(*)::int from meeting_absence b join meeting m on m.workspace_id = b.workspace_id and m.id = b.meeting_id
            where b.workspace_id = ${workspaceId} and m.fiscal_year < ${firstKept} and b.member <> ${ERASED_NAME}) as "typedNames",
          (select count(*)::int from stored_file where workspace_id = ${workspaceId} and stored_at < ${from}::date) as files,
          (select count(*)::int from delivery where workspace_id = ${workspaceId} and recipient = any(${[...accounts]}::text[])) as deliveries`,
    );
    return counts;
  };
  const keptOf = async (names: readonly string[]): Promise<number> => {
    if (names.length === 0) return 0;
    const places = WORDS_OF_CHAPTER5.map(
      ([table, column]) => Prisma.sql`
        select count(*) as count from ${tableNamed(table)} t where workspace_id = ${workspaceId}
          and exists (select from unnest(${[...names]}::text[]) as name where position(name in t.${tableNamed(column)}) > 0)`,
    );
    const [{ count }] = Kept.parse(
      await prisma.$queryRaw`select sum(count)::int as count from (${Prisma.join(places, ' union all ')}) counted`,
    );
    return count;
  };
  const peopleOf = async (limit: RetentionLimit, keeping: readonly string[]) =>
    People.parse(await prisma.$queryRaw(pastPeople(workspaceId, limit, keeping)));
  const holdingsOf = async (limit: RetentionLimit, people: z.infer<typeof People>): Promise<PastHoldings> => {
    const names = people.map(({ name }) => name);
    const accounts = people.flatMap(({ slackId }) => slackId ?? []);
    const counts = await countsOf(limit, accounts);
    return { names, counts: { people: people.length, ...counts }, kept: await keptOf(names) };
  };
  /** Who was appointed or came in a year is counted on as somebody of that year, whom nothing joins to who it was. */
  const countOn = async ({ firstKept }: RetentionLimit, at: Date): Promise<void> => {
    const held = await prisma.$queryRaw`
      select person_id as "personId", fiscal_year as year, gen_random_uuid() as id from (
        select person_id, fiscal_year from appointment where workspace_id = ${workspaceId}
        union
        select a.person_id, s.fiscal_year from attendance a
        join training_session s on s.workspace_id = a.workspace_id and s.id = a.session_id
        where a.workspace_id = ${workspaceId}
      ) held
      join person p on p.workspace_id = ${workspaceId} and p.id = held.person_id
      where fiscal_year < ${firstKept} and p.erased_at is null`;
    const nobody = Prisma.sql`
      jsonb_to_recordset(${JSON.stringify(held)}::jsonb) as nobody("personId" uuid, year int, id uuid)`;
    await prisma.$executeRaw`
      insert into person (workspace_id, id, name, created_at, erased_at)
      select ${workspaceId}, id, ${ERASED_NAME}, ${at}, ${at} from ${nobody}`;
    await prisma.$executeRaw`
      update appointment a set person_id = nobody.id from ${nobody}
      where a.workspace_id = ${workspaceId} and a.person_id = nobody."personId" and a.fiscal_year = nobody.year`;
    await prisma.$executeRaw`
      delete from session_invitee i using training_session s
      where i.workspace_id = ${workspaceId} and s.workspace_id = i.workspace_id and s.id = i.session_id and s.fiscal_year < ${firstKept}`;
    // Its entries follow; of these the newest alone counts.
    await prisma.$executeRaw`
      update attendance a set person_id = nobody.id, note = '' from ${nobody}, training_session s
      where a.workspace_id = ${workspaceId} and a.person_id = nobody."personId"
        and s.workspace_id = a.workspace_id and s.id = a.session_id and s.fiscal_year = nobody.year`;
    await prisma.$executeRaw`
      delete from attendance_event e using ${nobody}, attendance_event later
      where e.workspace_id = ${workspaceId} and e.person_id = nobody.id and later.workspace_id = e.workspace_id
        and later.session_id = e.session_id and later.person_id = e.person_id and later.id > e.id`;
    await prisma.$executeRaw`
      update attendance_event e set note = '' from ${nobody} where e.workspace_id = ${workspaceId} and e.person_id = nobody.id`;
  };
  /** Names that somebody typed, and what was put into forms. */
  const eraseTyped = async ({ firstKept, from }: RetentionLimit, at: Date): Promise<void> => {
    await prisma.$executeRaw`
      update meeting set attendees_without_slack = array_fill(${ERASED_NAME}::text, array[cardinality(attendees_without_slack)])
      where workspace_id = ${workspaceId} and fiscal_year < ${firstKept}`;
    await prisma.$executeRaw`
      update meeting_absence b set member = ${ERASED_NAME}, proxy_name = case when proxy_name is not null then ${ERASED_NAME} end
      from meeting m where b.workspace_id = ${workspaceId} and m.workspace_id = b.workspace_id and m.id = b.meeting_id
        and m.fiscal_year < ${firstKept}`;
    const ofMeeting = Prisma.sql`from written_meeting m where o.workspace_id = ${workspaceId} and m.workspace_id = o.workspace_id
      and m.id = o.meeting_id and m.state in ('announced', 'cancelled') and m.due_on < ${from}::date`;
    await prisma.$executeRaw`update written_voter o set name = ${ERASED_NAME} ${ofMeeting}`;
    await prisma.$executeRaw`update written_answer o set proxy_name = ${ERASED_NAME} ${ofMeeting} and o.proxy_name is not null`;
    await prisma.$executeRaw`
      update written_meeting set voters_without_slack = '' where workspace_id = ${workspaceId}
        and state in ('announced', 'cancelled') and due_on < ${from}::date`;
    await prisma.$executeRaw`
      delete from away_period where workspace_id = ${workspaceId} and ends_on < ${from}::date`;
    await prisma.$executeRaw`
      delete from roster_file where workspace_id = ${workspaceId} and read_at < ${at}::timestamptz - interval '1 day'`;
    await prisma.$executeRaw`
      update submission set outcome = null
      where workspace_id = ${workspaceId} and created_at < ${at}::timestamptz - interval '1 day'`;
    const old = Prisma.sql`(select id from stored_file where workspace_id = ${workspaceId} and stored_at < ${from}::date)`;
    for (const [table, column] of [
      ['inquiry', 'file_id'],
      ['inquiry_answer', 'file_id'],
      ['article', 'photo_id'],
      ['article_version', 'photo_id'],
      ['article_proposal', 'photo_id'],
    ] as const)
      await prisma.$executeRaw`
        update ${tableNamed(table)} set ${tableNamed(column)} = null
        where workspace_id = ${workspaceId} and ${tableNamed(column)} in ${old}`;
    await prisma.$executeRaw`
      delete from written_document where workspace_id = ${workspaceId} and file_id in ${old}`;
    await prisma.$executeRaw`
      delete from stored_file where workspace_id = ${workspaceId} and stored_at < ${from}::date`;
  };
  const erasePeople = async (people: z.infer<typeof People>, at: Date): Promise<void> => {
    const accounts = people.flatMap(({ slackId }) => slackId ?? []);
    await prisma.$executeRaw`
      with gone as (select id from delivery where workspace_id = ${workspaceId} and recipient = any(${accounts}::text[]))
      delete from delivery where workspace_id = ${workspaceId} and (id in (select id from gone) or thread_of in (select id from gone))`;
    for (const table of ['postponed_line', 'wrong_code'])
      await prisma.$executeRaw`
        delete from ${tableNamed(table)} where workspace_id = ${workspaceId} and slack_id = any(${accounts}::text[])`;
    // In one statement, so that of two who bear one name neither keeps it for the other. A trigger notes what is forgotten.
    await prisma.$executeRaw`
      update person set id = gen_random_uuid(), slack_id = null, email = null, name = ${ERASED_NAME}, name_from_slack = false,
        deactivated_at = null, sought_at = null, claimant = null, claim_left = false, erased_at = ${at}
      where workspace_id = ${workspaceId} and id = any(${people.map(({ id }) => id)}::uuid[])`;
    await forgetWords(prisma, workspaceId);
  };
  return {
    lock: async () => {
      await prisma.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId} retention`}, 0))`;
    },
    past: async (limit, keeping) => holdingsOf(limit, await peopleOf(limit, keeping)),
    erase: async (limit, keeping, at) => {
      const people = await peopleOf(limit, keeping);
      const holdings = await holdingsOf(limit, people);
      await countOn(limit, at);
      await eraseTyped(limit, at);
      await erasePeople(people, at);
      return holdings;
    },
  };
};
