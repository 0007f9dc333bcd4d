import type { LocalDate } from '../calendar/local-date.ts';
import { dayKnownOf, hasBegun, lastDayOfRecord } from './date.ts';
import type { OccasionRecord } from './record.ts';

/** What stands between a record and chapter 5: 取消し, 予定 (its day, or its result in writing, has not come), 未確認, or nothing. */
export type OccasionStanding = 'cancelled' | 'planned' | 'unconfirmed' | 'settled';

/**
 * Whether its day is still to come. Of months alone no day is known: what was planned in them and nobody has said was held is to come
 * until they are over; what was recorded in them as held is not. E.g. a 予定 of 令和8年11月 until 30 November.
 */
const isToCome = (
  { date, heldConfirmedAt }: Pick<OccasionRecord, 'date' | 'heldConfirmedAt'>,
  today: LocalDate,
): boolean =>
  !hasBegun(date, today) ||
  (dayKnownOf(date) === undefined && heldConfirmedAt === null && today <= lastDayOfRecord(date));

/** How a meeting or training stands on `today` (in Japan). Only a settled one is numbered and printed. */
export const standingOf = (
  record: Pick<OccasionRecord, 'cancelled' | 'date' | 'confirmedAt' | 'heldConfirmedAt'> & {
    /** Of a meeting that is being decided in writing. */
    readonly begunInWritingId?: string | null;
  },
  today: LocalDate,
): OccasionStanding => {
  const { cancelled, confirmedAt, begunInWritingId = null } = record;
  if (cancelled !== null) return 'cancelled';
  if (begunInWritingId !== null || isToCome(record, today)) return 'planned';
  return confirmedAt === null ? 'unconfirmed' : 'settled';
};
