import { z } from 'zod';
import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import { type LocalDate, LocalDateSchema } from '../domain/calendar/local-date.ts';
import type { InquiryInTime } from '../domain/inquiry/in-time.ts';
import type { Prismatic } from './client.ts';

const Rows = z.array(
  z.object({
    id: z.uuid(),
    fiscalYear: z.number(),
    number: z.number(),
    title: z.string(),
    askedOn: LocalDateSchema.nullable(),
    dueOn: LocalDateSchema,
    createdBy: z.string(),
    asked: z.number(),
    inTime: z.number(),
  }),
);

/**
 * The inquiries of these years that are closed, or whose due day is over on `today`; not what was 取りやめ. Answers are counted where the
 * rows are, by the rule of 期限後: the day on which it came, or was received, and the later due day of who had it returned.
 */
export const readInquiriesInTime = async (
  prisma: Prismatic,
  workspaceId: string,
  years: readonly FiscalYear[],
  today: LocalDate,
): Promise<readonly InquiryInTime[]> =>
  Rows.parse(
    await prisma.$queryRaw`
      select inquiry.id, inquiry.fiscal_year as "fiscalYear", inquiry.number, inquiry.title, inquiry.asked_on::text as "askedOn",
        inquiry.due_on::text as "dueOn", inquiry.created_by as "createdBy", count(target.section_id)::int as asked,
        count(answer.id) filter (
          where coalesce(answer.received_on, (answer.at at time zone 'Asia/Tokyo')::date)
            <= greatest(inquiry.due_on, target.return_due_on)
        )::int as "inTime"
      from inquiry
      left join inquiry_target target
        on target.workspace_id = inquiry.workspace_id and target.inquiry_id = inquiry.id
      left join inquiry_answer answer
        on answer.workspace_id = inquiry.workspace_id and answer.id = target.answer_id
      where inquiry.workspace_id = ${workspaceId} and inquiry.fiscal_year = any(${[...years]}::int[])
        and (inquiry.state in ('closed', 'tallied') or (inquiry.state = 'open' and inquiry.due_on < ${today}::date))
      group by inquiry.workspace_id, inquiry.id
      order by inquiry.fiscal_year, inquiry.number`,
  );
