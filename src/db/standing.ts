import { z } from 'zod';
import { type Actor, PROMOTER_ROLES } from '../domain/actor.ts';
import type { ServingDay } from '../domain/promoter/serving.ts';
import type { Prismatic } from './client.ts';
import { Prisma } from './generated/client.ts';
import { servingOn } from './serving.ts';

/** What a person is in the record on a day. */
export type Standing = Pick<Actor, 'posts' | 'memberOf' | 'personId'>;

/** A Slack account: who has it, and by which address they may be in the record already. */
export type Account = { readonly id: string; readonly email: string | null };

/** A row of `standingQuery`. */
export const StandingRow = z.object({
  id: z.uuid(),
  posts: z.array(z.object({ role: z.enum(PROMOTER_ROLES), sectionId: z.uuid(), departmentId: z.uuid() })),
  bodies: z.array(z.uuid()),
});

/**
 * What the person of an account is on a day, as one row: the posts they serve in and the memberships that have that day in them.
 * The row of an account is that with its id, or one with its address that no account has yet, or a stopped one.
 */
export const standingQuery = (
  workspaceId: string,
  { id, email }: Account,
  serving: ServingDay,
): Prisma.Sql => Prisma.sql`
  select p.id,
    coalesce((
      select json_agg(json_build_object('role', a.role, 'sectionId', a.section_id, 'departmentId', s.department_id)
        order by a.starts_on, a.id)
      from (${servingOn(workspaceId, serving)}) a
      join section s on s.workspace_id = a.workspace_id and s.id = a.section_id
      where a.workspace_id = p.workspace_id and a.person_id = p.id
    ), '[]') as posts,
    coalesce((
      select json_agg(distinct m.body_id) from body_member m
      where m.workspace_id = p.workspace_id and m.person_id = p.id and m.cancelled_at is null
        and m.starts_on <= ${serving.day}::date and (m.ends_on is null or m.ends_on >= ${serving.day}::date)
    ), '[]') as bodies
  from person p
  where p.workspace_id = ${workspaceId}
    and (p.slack_id = ${id}
      or ((p.slack_id is null or p.deactivated_at is not null) and p.email = ${email}::text))
  order by p.slack_id = ${id} desc nulls last
  limit 1`;

/** What such a row says; nobody of the record is nothing. */
export const toStanding = (row: z.infer<typeof StandingRow> | null | undefined): Standing =>
  row == null
    ? { posts: [], memberOf: [], personId: null }
    : { posts: row.posts, memberOf: row.bodies, personId: row.id };

/** Reads what the person of an account is on a day. */
export const readStanding = async (
  prisma: Prismatic,
  workspaceId: string,
  account: Account,
  serving: ServingDay,
): Promise<Standing> => {
  const rows = await prisma.$queryRaw(standingQuery(workspaceId, account, serving));
  return toStanding(z.array(StandingRow).parse(rows)[0]);
};
