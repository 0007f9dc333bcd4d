import { z } from 'zod';
import { PROMOTER_ROLES } from '../domain/actor.ts';
import type { InquiryTarget, TargetKey } from '../domain/inquiry/inquiry.ts';
import type { ServingDay } from '../domain/promoter/serving.ts';
import type { Prismatic } from './client.ts';
import { Prisma } from './generated/client.ts';
import { servingOn } from './serving.ts';

/** Whose open matters are looked for. */
export type Owing = {
  readonly sectionIds: readonly string[];
  /** Their row in the record, for what they were named for. */
  readonly personId: string | null;
  /** Departments of which they get what reaches nobody, or all. */
  readonly overseen: readonly string[] | 'all';
};

/** One of those asked, as far as it is asked here whose it is. */
export type OwedTarget = TargetKey & Pick<InquiryTarget, 'delegateId'>;

const Owed = z.array(
  z.object({
    inquiryId: z.uuid(),
    sectionId: z.uuid(),
    role: z.enum(PROMOTER_ROLES),
    delegateId: z.uuid().nullable(),
  }),
);

/** Order in which what is owed stands: by due day, then in the order of sections. */
const BY_DUE_DAY = Prisma.sql`
  order by greatest(i.due_on, t.return_due_on), i.fiscal_year, i.number, d.position, s.position, t.role`;

/**
 * Unanswered of inquiries that are open and were asked by `day`: of these sections, of what the person was named for, and of
 * overseen departments what nobody serves for whom Slack reaches. By due day, then in the order of sections. Who serves is
 * looked up once and not for each of those asked, of whom there may be tens of thousands.
 */
export const readOwedTargets = async (
  prisma: Prismatic,
  workspaceId: string,
  { sectionIds, personId, overseen }: Owing,
  serving: ServingDay,
): Promise<readonly OwedTarget[]> => {
  const { day } = serving;
  const own = Prisma.sql`
    t.section_id = any(${[...sectionIds]}::uuid[]) or t.delegate_id = ${personId}::uuid`;
  const held = Prisma.sql`
    select a.section_id, a.role from (${servingOn(workspaceId, serving)}) a
    join person p on p.workspace_id = a.workspace_id and p.id = a.person_id
    where p.slack_id is not null and p.deactivated_at is null`;
  const here =
    overseen === 'all' ? Prisma.sql`true` : Prisma.sql`s.department_id = any(${[...overseen]}::uuid[])`;
  const fallen =
    overseen.length === 0
      ? Prisma.empty
      : Prisma.sql`or (${here} and (t.section_id, t.role) not in (${held}))`;
  return Owed.parse(
    await prisma.$queryRaw`
      select t.inquiry_id as "inquiryId", t.section_id as "sectionId", t.role, t.delegate_id as "delegateId"
      from inquiry i
      join inquiry_target t on t.workspace_id = i.workspace_id and t.inquiry_id = i.id
      join section s on s.workspace_id = t.workspace_id and s.id = t.section_id
      join department d on d.workspace_id = s.workspace_id and d.id = s.department_id
      where i.workspace_id = ${workspaceId} and i.state = 'open' and i.asked_on <= ${day}::date
        and t.answer_id is null and (${own} ${fallen})
      ${BY_DUE_DAY}`,
  );
};
