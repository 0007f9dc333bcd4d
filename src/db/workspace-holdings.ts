import { z } from 'zod';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import { QUEUES } from '../domain/queues.ts';
import type { Prismatic } from './client.ts';
import { Prisma } from './generated/client.ts';

/** How many rows of a table. */
export type TableRows = { readonly table: string; readonly count: number };

/** What the database holds of a workspace: its rows, by tables that have any, and its jobs in the queue. */
export type Holdings = { readonly rows: readonly TableRows[]; readonly jobs: number };

/** A workspace as who runs the bot sees it: since when it is in the record, and how much is. */
export type WorkspaceSummary = {
  readonly id: string;
  readonly since: Date;
  readonly rows: number;
  /** Confirmed appointments of the day, of either role. */
  readonly promoters: number;
};

const Tables = z.array(z.object({ name: z.string() }));
const Rows = z.array(z.object({ table: z.string(), count: z.number() }));
const Counted = z.tuple([z.object({ count: z.number() })]);
const Summaries = z.array(
  z.object({ id: z.string(), since: z.date(), rows: z.number(), promoters: z.number() }),
);

/** Every table that has rows of workspaces, as the database itself says: none can be forgotten. */
export const workspaceTables = async (prisma: Prismatic): Promise<readonly string[]> => {
  const rows = Tables.parse(
    await prisma.$queryRaw`
      select c.table_name as name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = current_schema() and c.column_name = 'workspace_id' and t.table_type = 'BASE TABLE'
      order by 1`,
  );
  return rows.map(({ name }) => name);
};

/** A table by the name that the database gave. */
export const tableNamed = (name: string): Prisma.Sql => Prisma.raw(`"${name.replaceAll('"', '""')}"`);

const rowsOf = async (prisma: Prismatic, workspaceId: string): Promise<readonly TableRows[]> => {
  const counts = (await workspaceTables(prisma)).map(
    (name) => Prisma.sql`
      select ${name}::text as table, count(*)::int as count from ${tableNamed(name)} where workspace_id = ${workspaceId}`,
  );
  const rows = Rows.parse(await prisma.$queryRaw`${Prisma.join(counts, ' union all ')}`);
  return rows.filter(({ count }) => count > 0);
};

/** The queues by the names of their schemas. */
export const QUEUE_SCHEMAS: readonly Prisma.Sql[] = Object.values(QUEUES).map((name) => Prisma.raw(name));

/** The jobs of a workspace in one queue: whatever they are called, each says in its payload whose it is. */
export const jobsOf = (queue: Prisma.Sql, workspaceId: string): Prisma.Sql => Prisma.sql`
  select id from ${queue}._private_jobs where payload ->> 'workspaceId' = ${workspaceId}`;

export const countJobs = async (prisma: Prismatic, workspaceId: string): Promise<number> => {
  const jobs = QUEUE_SCHEMAS.map((queue) => jobsOf(queue, workspaceId));
  const [{ count }] = Counted.parse(
    await prisma.$queryRaw`select count(*)::int as count from (${Prisma.join(jobs, ' union all ')}) job`,
  );
  return count;
};

/** All that there is of a workspace; nothing of one that is not known. */
export const readHoldings = async (prisma: Prismatic, workspaceId: string): Promise<Holdings> => ({
  rows: await rowsOf(prisma, workspaceId),
  jobs: await countJobs(prisma, workspaceId),
});

/** Every workspace, the first that came first; whose promoters serve on `day`. */
export const summarizeWorkspaces = async (
  prisma: Prismatic,
  day: LocalDate,
): Promise<readonly WorkspaceSummary[]> => {
  const counts = (await workspaceTables(prisma)).map(
    (name) => Prisma.sql`select workspace_id, count(*) as count from ${tableNamed(name)} group by 1`,
  );
  return Summaries.parse(
    await prisma.$queryRaw`
      select id, created_at as since, coalesce(held.rows, 0)::int as rows, coalesce(serving.count, 0)::int as promoters
      from workspace
      left join (
        select workspace_id, sum(count) as rows from (${Prisma.join(counts, ' union all ')}) counted group by 1
      ) held on held.workspace_id = id
      left join (
        select workspace_id, count(*) as count from appointment
        where confirmed_at is not null and cancelled_at is null and ${day}::date between starts_on and ends_on
        group by 1
      ) serving on serving.workspace_id = id
      order by created_at, id`,
  );
};
