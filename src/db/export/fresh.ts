import type pg from 'pg';
import type { TableRows } from '../workspace-holdings.ts';
import { named } from './columns.ts';

/** What a bot's first start writes by itself, of each table the rows that are no more than that. */
const FRESH: Readonly<Record<string, string>> = {
  audit_line: `action = 'start-workspace'`,
  body: 'true',
  body_year: 'example',
  programme: 'true',
  programme_year: 'example',
  job_slot: 'true',
  delivery: `kind = 'job-report'`,
};

/** What of a workspace is more than a first start writes, by tables. */
export const beyondFresh = async (
  client: pg.Client,
  tables: readonly string[],
  workspaceId: string,
): Promise<readonly TableRows[]> => {
  const counts = tables.map(
    (table) =>
      `select '${table}' as table, count(*)::int as count from ${named(table)}
       where workspace_id = $1 and not (${FRESH[table] ?? 'false'})`,
  );
  const { rows } = await client.query<TableRows>(counts.join(' union all '), [workspaceId]);
  return rows.filter(({ count }) => count > 0);
};

/** Takes a fresh workspace out, so that what is put back is all there is; the installation that serves it stays, and is given. */
export const takeOut = async (
  client: pg.Client,
  tables: readonly string[],
  workspaceId: string,
): Promise<string | null> => {
  // At once, since PostgreSQL asks only at the end of a statement who still refers to what; audit lines go with the workspace itself.
  const deletions = tables
    .filter((table) => table !== 'audit_line')
    .map((table) => `${named(`gone_${table}`)} as (delete from ${named(table)} where workspace_id = $1)`);
  await client.query(`with ${deletions.join(', ')} select 1`, [workspaceId]);
  const { rows } = await client.query<{ installation_id: string | null }>(
    'delete from workspace where id = $1 returning installation_id',
    [workspaceId],
  );
  return rows[0]?.installation_id ?? null;
};
