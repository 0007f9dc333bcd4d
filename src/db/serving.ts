import type { ServingDay } from '../domain/promoter/serving.ts';
import { Prisma } from './generated/client.ts';

/**
 * The appointments by which people serve on a day, as a query without an order: `servingOn` of the domain, where the rule is
 * told, asked of the database.
 */
export const servingOn = (workspaceId: string, { day, carriedFrom }: ServingDay): Prisma.Sql => Prisma.sql`
  select a.* from appointment a
  where a.workspace_id = ${workspaceId} and a.confirmed_at is not null and a.cancelled_at is null
    and (${day}::date between a.starts_on and a.ends_on
      or (${carriedFrom}::date between a.starts_on and a.ends_on and not exists (
        select 1 from appointment b
        where b.workspace_id = a.workspace_id and b.section_id = a.section_id and b.role = a.role
          and b.confirmed_at is not null and b.cancelled_at is null
          and ${day}::date between b.starts_on and b.ends_on)))`;
