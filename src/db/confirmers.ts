import { z } from 'zod';
import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Prismatic } from './client.ts';

/** What the names of rows begin with. */
const MEETING = subjectOf('meeting', '');
const TRAINING = subjectOf('training', '');
const APPOINTMENT = subjectOf('appointment', '');

const Confirmers = z.array(z.object({ subject: z.string(), by: z.string().nullable() }));

/**
 * Who confirmed the meetings, trainings and appointments of some years, by row, as far as they were not confirmed in being recorded: whoever did
 * what changed the row at that moment. null where no audit line tells it.
 */
export const readConfirmers = async (
  prisma: Prismatic,
  workspaceId: string,
  years: readonly FiscalYear[],
): Promise<ReadonlyMap<string, string | null>> => {
  const of = [...years];
  const rows = await prisma.$queryRaw`
    with confirmed as (
      select ${MEETING}::text || id as subject, confirmed_at from meeting
      where workspace_id = ${workspaceId} and fiscal_year = any(${of}::int[]) and cancelled_at is null and confirmed_at <> recorded_at
      union all
      select ${TRAINING}::text || id, confirmed_at from training_session
      where workspace_id = ${workspaceId} and fiscal_year = any(${of}::int[]) and cancelled_at is null and confirmed_at <> recorded_at
      union all
      select ${APPOINTMENT}::text || id, confirmed_at from appointment
      where workspace_id = ${workspaceId} and fiscal_year = any(${of}::int[]) and cancelled_at is null and confirmed_at <> recorded_at
    )
    select distinct on (confirmed.subject) confirmed.subject, line.actor as by
    from confirmed left join audit_line line
      on line.workspace_id = ${workspaceId} and line.subject = confirmed.subject and line.at = confirmed.confirmed_at
    order by confirmed.subject, line.id desc`;
  return new Map(Confirmers.parse(rows).map(({ subject, by }) => [subject, by]));
};
