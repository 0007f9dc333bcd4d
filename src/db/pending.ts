import { type LocalDate, utcMidnight } from '../domain/calendar/local-date.ts';
import type { Prisma } from './generated/client.ts';

/**
 * Which meetings and trainings still have something to come after `day`, as `isPending` says of one of them: not cancelled, and
 * the first day is after `day`, it is 未確認, or nobody has asked yet whether it was held.
 */
export const wherePending = (
  day: LocalDate,
): Prisma.MeetingWhereInput & Prisma.TrainingSessionWhereInput => ({
  cancelledAt: null,
  OR: [
    { heldOn: { gt: utcMidnight(day) } },
    { confirmedAt: null },
    { heldAskedAt: null, heldConfirmedAt: null },
  ],
});
