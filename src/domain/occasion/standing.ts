import type { LocalDate } from '../calendar/local-date.ts';
import { hasBegun } from './date.ts';
import type { OccasionRecord } from './record.ts';

/** What stands between a record and chapter 5: 取消し, 予定 (its first day has not come), 未確認, or nothing. */
export type OccasionStanding = 'cancelled' | 'planned' | 'unconfirmed' | 'settled';

/** How a meeting or training stands on `today` (in Japan). Only a settled one is numbered and printed. */
export const standingOf = (
  { cancelled, date, confirmedAt }: Pick<OccasionRecord, 'cancelled' | 'date' | 'confirmedAt'>,
  today: LocalDate,
): OccasionStanding => {
  if (cancelled !== null) return 'cancelled';
  if (!hasBegun(date, today)) return 'planned';
  return confirmedAt === null ? 'unconfirmed' : 'settled';
};
