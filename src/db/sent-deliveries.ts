import { z } from 'zod';
import { type LocalDate, LocalDateSchema } from '../domain/calendar/local-date.ts';
import type { SentOnDay } from '../domain/delivery/sent.ts';
import type { Prismatic } from './client.ts';
import { kindOf } from './delivery-row.ts';

/** What went out, in numbers. */
export type SentByDay = {
  /** How many messages of each kind were posted on each day from `first` to `last`, in order of the days. */
  readonly sentByDay: (span: {
    readonly first: LocalDate;
    readonly last: LocalDate;
  }) => Promise<readonly SentOnDay[]>;
};

const Rows = z.array(z.object({ kind: z.string(), day: LocalDateSchema, count: z.number() }));

/** Counts them where the rows are: there may be a hundred thousand in a year. */
export const readSentByDay = async (
  prisma: Prismatic,
  workspaceId: string,
  { first, last }: Parameters<SentByDay['sentByDay']>[0],
): ReturnType<SentByDay['sentByDay']> => {
  const rows = Rows.parse(
    await prisma.$queryRaw`
      select kind, (sending_at at time zone 'Asia/Tokyo')::date::text as day, count(*)::int as count
      from delivery
      where workspace_id = ${workspaceId} and state = 'sent' and sending_at is not null
        and (sending_at at time zone 'Asia/Tokyo')::date between ${first}::date and ${last}::date
      group by 1, 2
      order by 2, 1`,
  );
  return rows.map(({ kind, ...row }) => ({ ...row, kind: kindOf(kind) }));
};
