import { fromUtcMidnight, type LocalDate } from '../domain/calendar/local-date.ts';
import type { DatePrecision } from '../domain/occasion/date.ts';
import type { Scope } from '../domain/permission.ts';
import type { NamedInYears, SearchQuery } from '../domain/search/query.ts';
import type { Prismatic } from './client.ts';
import { Prisma } from './generated/client.ts';
import { toRecordDate } from './record-date.ts';
import { calledSo, each, following, inYear, msOf, ofYear } from './search-parts.ts';
import type {
  FoundArticle,
  FoundInquiry,
  FoundMeeting,
  FoundOpinion,
  FoundTraining,
  FoundWritten,
} from './search-rows.ts';

export type SearchTable = {
  /** Not cancelled; `contents` is whose contents are searched, but those whose result is told after a moment. */
  readonly meetings: (
    query: SearchQuery,
    seen: { readonly contents: Scope; readonly named: NamedInYears; readonly untoldAfter: Date | null },
  ) => Promise<readonly FoundMeeting[]>;
  /** 書面開催 without a result that were asked by a day; where none is said also drafts, and those that are still to be asked. */
  readonly written: (
    query: SearchQuery,
    seen: { readonly askedBy: LocalDate | null; readonly named: NamedInYears },
  ) => Promise<readonly FoundWritten[]>;
  /** Not cancelled. */
  readonly trainings: (query: SearchQuery, named: NamedInYears) => Promise<readonly FoundTraining[]>;
  /** Not withdrawn, and out; of what is not out one's own, or with `all` what the secretariat may choose. */
  readonly articles: (query: SearchQuery, unpublished: Scope) => Promise<readonly FoundArticle[]>;
  /** Sent and asked by a day, of those asked within the scope or named; with `all` every one. */
  readonly inquiries: (
    query: SearchQuery,
    seen: { readonly asked: Scope; readonly personId: string | null; readonly askedBy: LocalDate },
  ) => Promise<readonly FoundInquiry[]>;
  /** Not cancelled; unless `all`, those that are 公表済 in a year, and of 市の調査・検討 what is 公表済. */
  readonly opinions: (query: SearchQuery, all: boolean) => Promise<readonly FoundOpinion[]>;
};

/**
 * Opinions of a year are recorded in one moment, from a file: those of the newest year come first, and in it No 2 before No 10 and 3-1
 * before 3-2, by the first two numbers that there are.
 */
const NUMBERED = Prisma.sql`(p.fiscal_year * 1e9 - coalesce(substring(normalize(p.number, nfkc) from '[0-9]{1,5}'), '99999')::float8 * 1e4
  - coalesce(substring(normalize(p.number, nfkc) from '[0-9]+[^0-9]+([0-9]{1,4})'), '0')::float8)`;

const [HELD, DUE, WRITTEN_AT, CREATED] = ['o.held_on', 'w.due_on', 'a.written_at', 'i.created_at'].map(
  (column) => msOf(Prisma.raw(column)),
) as [Prisma.Sql, Prisma.Sql, Prisma.Sql, Prisma.Sql];

const OCCASION = Prisma.sql`o.id, ${HELD} as at, o.fiscal_year as "fiscalYear", o.precision, o.held_on as "heldOn",
  o.held_until as "heldUntil", o.place, o.confirmed_at as "confirmedAt", o.held_confirmed_at as "heldConfirmedAt"`;

type Dated = { readonly precision: DatePrecision; readonly heldOn: Date; readonly heldUntil: Date | null };

const withDate = <Row extends Dated & { readonly id: string }>(row: Row) => {
  const { precision: _, heldOn: __, heldUntil: ___, ...rest } = row;
  return { ...rest, date: toRecordDate(row) };
};

/** What is within reach of somebody, of rows that have an owner, a section and a body. */
const within = (
  { all, owner, departmentIds, sectionIds, bodyIds }: Scope,
  workspaceId: string,
): Prisma.Sql =>
  all
    ? Prisma.sql`true`
    : Prisma.sql`(o.recorded_by = ${owner} or o.body_id = any(${[...bodyIds]}::uuid[])
        or o.section_id = any(${[...sectionIds]}::uuid[]) or o.section_id in (
          select s.id from section s where s.workspace_id = ${workspaceId} and s.department_id = any(${[...departmentIds]}::uuid[])))`;

export const createSearchTable = (prisma: Prismatic, workspaceId: string): SearchTable => ({
  meetings: async (query, { contents, named, untoldAfter }) => {
    const sees =
      untoldAfter === null
        ? within(contents, workspaceId)
        : Prisma.sql`(${within(contents, workspaceId)} and o.id not in (
            select w.record_id from written_meeting w
            where w.workspace_id = ${workspaceId} and w.record_id is not null and w.announced_at > ${untoldAfter}))`;
    const rows = await prisma.$queryRaw<readonly (Omit<FoundMeeting, 'date'> & Dated)[]>`
      select found.*,
        (select w.id from written_meeting w where w.workspace_id = ${workspaceId} and w.planned_id = found.id
           and w.state in ('open', 'closed') limit 1) as "begunInWritingId",
        array(select g.text from agenda_item g where g.workspace_id = ${workspaceId} and g.meeting_id = found.id order by g.position) as items
      from (
        select ${OCCASION}, o.body_id as "bodyId", o.way, o.note, case when ${sees} then o.decisions else '' end as decisions
        from meeting o
        where o.workspace_id = ${workspaceId} and o.cancelled_at is null
          and ${ofYear(query, 'o')}
          and ${each(
            query.words,
            (word) => Prisma.sql`strpos(o.searched, ${word}) > 0
              or o.id in (select g.meeting_id from agenda_item g where g.workspace_id = ${workspaceId} and strpos(g.searched, ${word}) > 0)
              or ${calledSo(named, word, Prisma.sql`o.body_id`, Prisma.sql`o.fiscal_year`)}
              or (strpos(o.searched_contents, ${word}) > 0 and ${sees})`,
          )}
          and ${following(query, HELD, Prisma.sql`o.id`)}
        order by at desc, o.id limit ${query.most}::int) found
      order by found.at desc, found.id`;
    return rows.map(withDate);
  },
  written: async (query, { askedBy, named }) => {
    const asked =
      askedBy === null
        ? Prisma.sql`w.state in ('draft', 'open', 'closed')`
        : Prisma.sql`w.state in ('open', 'closed') and w.asked_on <= ${askedBy}::date`;
    const year = Prisma.sql`extract(year from w.due_on - interval '3 months')::int`;
    const stands = Prisma.sql`not exists (
      select 1 from written_item n where n.workspace_id = t.workspace_id and n.meeting_id = t.meeting_id and n.position = t.position
        and n.version > t.version)`;
    const rows = await prisma.$queryRaw<readonly (Omit<FoundWritten, 'dueOn'> & { readonly dueOn: Date })[]>`
      select w.id, ${DUE} as at, w.body_id as "bodyId", w.state, w.due_on as "dueOn",
        array(select t.text from written_item t where t.workspace_id = ${workspaceId} and t.meeting_id = w.id and ${stands}
          order by t.position) as items
      from written_meeting w
      where w.workspace_id = ${workspaceId} and ${asked} and ${inYear(query, Prisma.sql`w.due_on`)}
        and ${each(
          query.words,
          (word) => Prisma.sql`${calledSo(named, word, Prisma.sql`w.body_id`, year)}
            or w.id in (select t.meeting_id from written_item t
              where t.workspace_id = ${workspaceId} and strpos(t.searched, ${word}) > 0 and ${stands})`,
        )}
        and ${following(query, DUE, Prisma.sql`w.id`)}
      order by at desc, w.id limit ${query.most}::int`;
    return rows.map((row) => ({ ...row, dueOn: fromUtcMidnight(row.dueOn) }));
  },
  trainings: async (query, named) => {
    const rows = await prisma.$queryRaw<readonly (Omit<FoundTraining, 'date'> & Dated)[]>`
      select ${OCCASION}, o.programme_id as "programmeId", o.other_name as "otherName", o.lecturer, o.content
      from training_session o
      where o.workspace_id = ${workspaceId} and o.cancelled_at is null
        and ${ofYear(query, 'o')}
        and ${each(
          query.words,
          (word) => Prisma.sql`strpos(o.searched, ${word}) > 0
            or ${calledSo(named, word, Prisma.sql`o.programme_id`, Prisma.sql`o.fiscal_year`)}`,
        )}
        and ${following(query, HELD, Prisma.sql`o.id`)}
      order by at desc, o.id limit ${query.most}::int`;
    return rows.map(withDate);
  },
  articles: (query, { all, owner }) => {
    const isOffered = Prisma.sql`a.source_author is null or a.source_author = a.written_by or a.agreed_at is not null`;
    const out = Prisma.sql`from issue_article x
      join newsletter_issue n on n.workspace_id = x.workspace_id and n.id = x.issue_id
      where x.workspace_id = ${workspaceId} and n.state = 'published'`;
    return prisma.$queryRaw<readonly FoundArticle[]>`
      select found.*, (select n.id ${out} and x.article_id = found.id order by n.published_at desc limit 1) as "issueId"
      from (
        select a.id, ${WRITTEN_AT} as at, a.title, a.body, a.photo_text as "photoText", a.written_at as "writtenAt"
        from article a
        where a.workspace_id = ${workspaceId} and a.withdrawn_at is null
          and ${inYear(query, Prisma.sql`(a.written_at at time zone 'Asia/Tokyo')::date`)}
          and ${each(query.words, (word) => Prisma.sql`strpos(a.searched, ${word}) > 0`)}
          and (a.written_by = ${owner} or (${all}::boolean and (${isOffered})) or a.id in (select x.article_id ${out}))
          and ${following(query, WRITTEN_AT, Prisma.sql`a.id`)}
        order by at desc, a.id limit ${query.most}::int) found
      order by found.at desc, found.id`;
  },
  inquiries: (query, { asked, personId, askedBy }) => {
    const own = Prisma.sql`(t.section_id = any(${[...asked.sectionIds]}::uuid[]) or t.delegate_id = ${personId}::uuid)`;
    const targets = Prisma.sql`from inquiry_target t join section s on s.workspace_id = t.workspace_id and s.id = t.section_id
      where t.workspace_id = ${workspaceId} and (${own} or s.department_id = any(${[...asked.departmentIds]}::uuid[]))`;
    const isSeen = asked.all
      ? Prisma.sql`true`
      : Prisma.sql`i.state in ('open', 'closed', 'tallied') and i.asked_on <= ${askedBy}::date and i.id in (select t.inquiry_id ${targets})`;
    return prisma.$queryRaw<readonly FoundInquiry[]>`
      select found.*, one."sectionId", one."departmentId", one.role
      from (
        select i.id, ${CREATED} as at, i.title, i.document_number as "documentNumber", i.requester, i.content, i.state, i.created_at as "createdAt"
        from inquiry i
        where i.workspace_id = ${workspaceId} and ${isSeen}
          and ${ofYear(query, 'i')}
          and ${each(query.words, (word) => Prisma.sql`strpos(i.searched, ${word}) > 0`)}
          and ${following(query, CREATED, Prisma.sql`i.id`)}
        order by at desc, i.id limit ${query.most}::int) found
      left join lateral (
        select t.section_id as "sectionId", s.department_id as "departmentId", t.role
        ${targets} and t.inquiry_id = found.id order by ${own} desc nulls last, s.position, t.role limit 1) one on true
      order by found.at desc, found.id`;
  },
  opinions: (query, all) => {
    const years = Prisma.sql`from opinion_year y
      where y.workspace_id = ${workspaceId} and (${all}::boolean or y.published_at is not null)`;
    return prisma.$queryRaw<readonly FoundOpinion[]>`
      select found.*, array(select y.consideration ${years} and y.opinion_id = found.id order by y.fiscal_year desc) as considerations
      from (
        select p.id, ${NUMBERED} as at, p.fiscal_year as "fiscalYear", p.number, p.item, p.words
        from opinion p
        where p.workspace_id = ${workspaceId} and p.cancelled_at is null
          and (${all}::boolean or p.id in (select y.opinion_id ${years}))
          and ${ofYear(query, 'p')}
          and ${each(
            query.words,
            (word) => Prisma.sql`strpos(p.searched, ${word}) > 0
              or p.id in (select y.opinion_id ${years} and strpos(y.searched, ${word}) > 0)`,
          )}
          and ${following(query, NUMBERED, Prisma.sql`p.id`)}
        order by at desc, p.id limit ${query.most}::int) found
      order by found.at desc, found.id`;
  },
});
