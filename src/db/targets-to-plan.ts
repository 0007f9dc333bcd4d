import { z } from 'zod';
import { PROMOTER_ROLES } from '../domain/actor.ts';
import { type LocalDate, localDate, todayInTokyo } from '../domain/calendar/local-date.ts';
import type { TargetToPlan } from '../domain/morning/morning.ts';
import { HARDLY_DIVIDED, type Pieces } from '../domain/pieces.ts';
import type { Prismatic } from './client.ts';

/** A piece as the database has written it, days and moments as texts. */
const Targets = z.array(
  z.object({
    inquiryId: z.string(),
    sectionId: z.string(),
    role: z.enum(PROMOTER_ROLES),
    isAnswered: z.boolean(),
    returnedAt: z.string().nullable(),
    returnDueOn: z.string().nullable(),
    delegateId: z.string().nullable(),
    told: z.record(z.string(), z.string()).nullable(),
  }),
);
const Written = z.array(z.object({ piece: z.string() }));

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
      : { on: todayInTokyo(new Date(returnedAt)), dueOn: localDate(returnDueOn) },
  told:
    told === null
      ? NOBODY_TOLD
      : new Map(Object.entries(told).map(([slackId, day]) => [slackId, localDate(day)])),
});

/**
 * Those asked by these inquiries, in the order of sections, each with who was told: one query, for there may be thousands, which are read
 * in pieces.
 */
export const readTargetsToPlan = async (
  prisma: Prismatic,
  workspaceId: string,
  inquiryIds: readonly string[],
  { rows, giveWay }: Pieces = HARDLY_DIVIDED,
): Promise<readonly TargetToPlan[]> => {
  const written = Written.parse(
    await prisma.$queryRaw`
      with target as (
        select t.inquiry_id as "inquiryId", t.section_id as "sectionId", t.role, t.answer_id is not null as "isAnswered",
          t.returned_at as "returnedAt", t.return_due_on as "returnDueOn", t.delegate_id as "delegateId",
          (select jsonb_object_agg(told.slack_id, told.told_on) from inquiry_told told
            where told.workspace_id = t.workspace_id and told.inquiry_id = t.inquiry_id
              and told.section_id = t.section_id and told.role = t.role) as told,
          row_number() over (order by t.inquiry_id, d.position, s.position, t.role) - 1 as place
        from inquiry_target t
        join section s on s.workspace_id = t.workspace_id and s.id = t.section_id
        join department d on d.workspace_id = s.workspace_id and d.id = s.department_id
        where t.workspace_id = ${workspaceId} and t.inquiry_id = any(${[...inquiryIds]}::uuid[])
      )
      select json_agg(target order by place)::text as piece from target group by place / ${rows}::int order by min(place)`,
  );
  const targets: TargetToPlan[] = [];
  for (const { piece } of written) {
    targets.push(...Targets.parse(JSON.parse(piece)).map(toTarget));
    await giveWay();
  }
  return targets;
};
