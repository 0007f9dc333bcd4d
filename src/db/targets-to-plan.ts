import { z } from 'zod';
import { PROMOTER_ROLES } from '../domain/actor.ts';
import { fromUtcMidnight, type LocalDate, localDate, todayInTokyo } from '../domain/calendar/local-date.ts';
import type { TargetToPlan } from '../domain/morning/morning.ts';
import type { Prismatic } from './client.ts';

const Targets = z.array(
  z.object({
    inquiryId: z.string(),
    sectionId: z.string(),
    role: z.enum(PROMOTER_ROLES),
    isAnswered: z.boolean(),
    returnedAt: z.date().nullable(),
    returnDueOn: z.date().nullable(),
    delegateId: z.string().nullable(),
    told: z.record(z.string(), z.string()).nullable(),
  }),
);

const NOBODY_TOLD: ReadonlyMap<string, LocalDate> = new Map();

const toTarget = ({
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
  told:
    told === null
      ? NOBODY_TOLD
      : new Map(Object.entries(told).map(([slackId, day]) => [slackId, localDate(day)])),
});

/** Those asked by these inquiries, in the order of sections, each with who was told: one query, for there may be thousands. */
export const readTargetsToPlan = async (
  prisma: Prismatic,
  workspaceId: string,
  inquiryIds: readonly string[],
): Promise<readonly TargetToPlan[]> =>
  Targets.parse(
    await prisma.$queryRaw`
      select t.inquiry_id as "inquiryId", t.section_id as "sectionId", t.role, t.answer_id is not null as "isAnswered",
        t.returned_at as "returnedAt", t.return_due_on as "returnDueOn", t.delegate_id as "delegateId",
        (select jsonb_object_agg(told.slack_id, told.told_on) from inquiry_told told
          where told.workspace_id = t.workspace_id and told.inquiry_id = t.inquiry_id
            and told.section_id = t.section_id and told.role = t.role) as told
      from inquiry_target t
      join section s on s.workspace_id = t.workspace_id and s.id = t.section_id
      join department d on d.workspace_id = s.workspace_id and d.id = s.department_id
      where t.workspace_id = ${workspaceId} and t.inquiry_id = any(${[...inquiryIds]}::uuid[])
      order by t.inquiry_id, d.position, s.position, t.role`,
  ).map(toTarget);
