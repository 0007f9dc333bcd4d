import { type LocalDate, utcMidnight } from '../domain/calendar/local-date.ts';
import { isPending } from '../domain/occasion/held.ts';
import type { Memory } from './ask-once.ts';
import type { Prisma } from './generated/client.ts';

/**
 * Which meetings and trainings still have something to come after `day`, as `isPending` says of one of them: not cancelled, and
 * the first day is after `day`, it is 未確認, or nobody has said yet that it was held.
 */
export const wherePending = (
  day: LocalDate,
): Prisma.MeetingWhereInput & Prisma.TrainingSessionWhereInput => ({
  cancelledAt: null,
  OR: [{ heldOn: { gt: utcMidnight(day) } }, { confirmedAt: null }, { heldConfirmedAt: null }],
});

/** Meetings or trainings, as far as they are read as pending. */
type PendingTable<T> = {
  readonly pending: (day: LocalDate) => Promise<readonly T[]>;
  readonly find: (id: string) => Promise<T | undefined>;
};

/** What is pending on a day is so on every day before it: of later days nobody asks again, nor of one that is among them. */
export const askPendingOnce = <T extends Parameters<typeof isPending>[0] & { readonly id: string }>(
  { pending, find }: PendingTable<T>,
  memory: Memory,
): PendingTable<T> => {
  const known: { readonly day: LocalDate; readonly rows: Promise<readonly T[]> }[] = [];
  memory.whenForgotten(() => {
    known.length = 0;
  });
  return {
    pending: async (day) => {
      const there = known.find((one) => one.day <= day)?.rows;
      const rows = there ?? memory.keep(pending(day));
      if (there === undefined) known.push({ day, rows });
      return (await rows).filter((one) => isPending(one, day));
    },
    find: async (id) => {
      const read = (await Promise.all(known.map(({ rows }) => rows))).flat();
      return read.find((one) => one.id === id) ?? find(id);
    },
  };
};
