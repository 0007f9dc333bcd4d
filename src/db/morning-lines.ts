import type { LocalDate } from '../domain/calendar/local-date.ts';
import { LINE_KINDS, type MorningLine } from '../domain/morning/morning.ts';
import { isSubject, subjectOf } from '../domain/subject.ts';
import type { Prismatic } from './client.ts';

export type MorningLineTable = {
  /** The lines of a message, in order. */
  readonly of: (deliveryId: string) => Promise<readonly MorningLine[]>;
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

const readLine = ({ kind, ref }: { readonly kind: string; readonly ref: string }): MorningLine => {
  const known = LINE_KINDS.find((candidate) => candidate === kind);
  if (known === undefined) throw new Error(`a line is of an unknown kind: ${kind}`);
  if (!isSubject(ref)) throw new Error(`a line is about something of an unknown kind: ${ref}`);
  return { kind: known, ref };
};

export const createMorningLineTable = (prisma: Prismatic, workspaceId: string): MorningLineTable => ({
  of: async (deliveryId) =>
    (
      await prisma.morningLine.findMany({
        where: { workspaceId, deliveryId },
        orderBy: { position: 'asc' },
      })
    ).map(readLine),
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
