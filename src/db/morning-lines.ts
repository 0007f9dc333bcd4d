import { z } from 'zod';
import { fromUtcMidnight, type LocalDate } from '../domain/calendar/local-date.ts';
import { LINE_KINDS, type MorningLine } from '../domain/morning/morning.ts';
import { isSubject, subjectOf } from '../domain/subject.ts';
import type { Prismatic } from './client.ts';
import { Prisma } from './generated/client.ts';

/** A line of a message, and whether it is the newest to that person: none that was posted after it has the line too. */
export type LineCard = MorningLine & { readonly isNewest: boolean };

export type MorningLineTable = {
  /** The lines of a message, in order. */
  readonly of: (deliveryId: string) => Promise<readonly LineCard[]>;
  /** Whether a message with this line was ever planned for somebody, by Slack id. */
  readonly isTold: (slackId: string, ref: string) => Promise<boolean>;
  /** Lines of the messages of mornings from `first` on and before `today` that never left, with the delivery they belong to. */
  readonly unsentOf: (
    first: LocalDate,
    today: LocalDate,
  ) => Promise<
    readonly { readonly deliveryId: string; readonly slackId: string; readonly line: MorningLine }[]
  >;
};

/** What is told as answered is the same line as when it was asked. */
const lineName = (table: string): string => `replace(${table}.kind, 'inquiry-answered', 'inquiry')`;

/** In a statement: whether lines of these two tables are the same, in messages of whatever day. */
export const isSameLine = (one: string, other: string): Prisma.Sql =>
  Prisma.raw(
    `${one}.workspace_id = ${other}.workspace_id and ${one}.ref = ${other}.ref and ${lineName(one)} = ${lineName(other)}`,
  );

const Cards = z.array(
  z.object({
    kind: z.string(),
    ref: z.string(),
    dueOn: z.date().nullable(),
    isNewest: z.boolean(),
  }),
);

const readLine = ({
  kind,
  ref,
  dueOn,
}: {
  readonly kind: string;
  readonly ref: string;
  readonly dueOn: Date | null;
}): MorningLine => {
  const known = LINE_KINDS.find((candidate) => candidate === kind);
  if (known === undefined) throw new Error(`a line is of an unknown kind: ${kind}`);
  if (!isSubject(ref)) throw new Error(`a line is about something of an unknown kind: ${ref}`);
  return { kind: known, ref, ...(dueOn === null ? {} : { dueOn: fromUtcMidnight(dueOn) }) };
};

export const createMorningLineTable = (prisma: Prismatic, workspaceId: string): MorningLineTable => ({
  of: async (deliveryId) =>
    Cards.parse(
      await prisma.$queryRaw`
        select line.kind, line.ref, line.due_on as "dueOn", not exists (
            select from morning_line other
            join delivery newer on newer.workspace_id = other.workspace_id and newer.id = other.delivery_id
            where ${isSameLine('other', 'line')} and newer.recipient = own.recipient
              and newer.ts collate "C" > own.ts collate "C"
          ) as "isNewest"
        from morning_line line
        join delivery own on own.workspace_id = line.workspace_id and own.id = line.delivery_id
        where line.workspace_id = ${workspaceId} and line.delivery_id = ${deliveryId}::uuid
        order by line.position`,
    ).map(({ isNewest, ...row }) => ({ ...readLine(row), isNewest })),
  isTold: async (slackId, ref) =>
    (await prisma.morningLine.findFirst({
      where: { workspaceId, ref, delivery: { recipient: slackId } },
      select: { position: true },
    })) !== null,
  unsentOf: async (first, today) =>
    (
      await prisma.morningLine.findMany({
        where: {
          workspaceId,
          delivery: {
            kind: 'morning',
            state: 'planned',
            subject: { gte: subjectOf('morning', first), lt: subjectOf('morning', today) },
          },
        },
        include: { delivery: { select: { recipient: true } } },
        orderBy: [{ deliveryId: 'asc' }, { position: 'asc' }],
      })
    ).map((row) => ({ deliveryId: row.deliveryId, slackId: row.delivery.recipient, line: readLine(row) })),
});
