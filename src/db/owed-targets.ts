import { z } from 'zod';
import { PROMOTER_ROLES } from '../domain/actor.ts';
import { fromUtcMidnight, type LocalDate, todayInTokyo } from '../domain/calendar/local-date.ts';
import type { InquiryTarget, TargetKey } from '../domain/inquiry/inquiry.ts';
import type { TargetToPlan } from '../domain/morning/morning.ts';
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
  /** Of these departments also all that is due by this day: they hear of it before that and after. */
  readonly dueBy?: LocalDate;
};

/** One of those asked, as far as it is asked here whose it is and when it is due. */
export type OwedTarget = TargetKey &
  Pick<InquiryTarget, 'delegateId'> &
  Pick<TargetToPlan, 'returned'> & { readonly askedOn: LocalDate; readonly dueOn: LocalDate };

const Owed = z.array(
  z.object({
    inquiryId: z.uuid(),
    sectionId: z.uuid(),
    role: z.enum(PROMOTER_ROLES),
    delegateId: z.uuid().nullable(),
    askedOn: z.date().transform(fromUtcMidnight),
    dueOn: z.date().transform(fromUtcMidnight),
    returnedAt: z.date().nullable(),
    returnDueOn: z.date().nullable(),
  }),
);

const toOwed = ({ returnedAt, returnDueOn, ...row }: z.infer<typeof Owed>[number]): OwedTarget => ({
  ...row,
  returned:
    returnedAt === null || returnDueOn === null
      ? null
      : { on: todayInTokyo(returnedAt), dueOn: fromUtcMidnight(returnDueOn) },
});

/** Order in which what is owed stands: by due day, then in the order of sections. */
const BY_DUE_DAY = Prisma.sql`
  order by greatest(i.due_on, t.return_due_on), i.fiscal_year, i.number, d.position, s.position, t.role`;

/** Something is left to be answered by a section that is asked about 評価・意見: they are not all cancelled. */
const ASKED_STILL = Prisma.sql`
  exists (
    select 1 from inquiry_question q
    join opinion o on o.workspace_id = q.workspace_id and o.id = q.opinion_id
    where q.workspace_id = t.workspace_id and q.inquiry_id = t.inquiry_id and q.section_id = t.section_id
      and o.cancelled_at is null)`;

/**
 * Unanswered of inquiries that are open and were asked by `day`: of these sections, of what the person was named for, and of
 * overseen departments what nobody serves for whom Slack reaches, and what is due by `dueBy`. By due day, then in the order of sections. Who serves is
 * looked up once and not for each of those asked, of whom there may be tens of thousands.
 */
export const readOwedTargets = async (
  prisma: Prismatic,
  workspaceId: string,
  { sectionIds, personId, overseen, dueBy }: Owing,
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
  const due =
    dueBy === undefined ? Prisma.empty : Prisma.sql`greatest(i.due_on, t.return_due_on) <= ${dueBy}::date or`;
  const fallen =
    overseen.length === 0
      ? Prisma.empty
      : Prisma.sql`or (${here} and (${due} (t.section_id, t.role) not in (${held})))`;
  return Owed.parse(
    await prisma.$queryRaw`
      select t.inquiry_id as "inquiryId", t.section_id as "sectionId", t.role, t.delegate_id as "delegateId",
        i.asked_on as "askedOn", i.due_on as "dueOn", t.returned_at as "returnedAt", t.return_due_on as "returnDueOn"
      from inquiry i
      join inquiry_target t on t.workspace_id = i.workspace_id and t.inquiry_id = i.id
      join section s on s.workspace_id = t.workspace_id and s.id = t.section_id
      join department d on d.workspace_id = s.workspace_id and d.id = s.department_id
      where i.workspace_id = ${workspaceId} and i.state = 'open' and i.asked_on <= ${day}::date
        and t.answer_id is null and (${own} ${fallen})
        and (i.audience <> 'related' or ${ASKED_STILL})
      ${BY_DUE_DAY}`,
  ).map(toOwed);
};
