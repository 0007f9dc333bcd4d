import type { FiscalYear } from '../calendar/fiscal-year.ts';
import type { RecordDate } from '../occasion/date.ts';
import type { OccasionStanding } from '../occasion/standing.ts';

/** One of the 予定 that a message tells of, as it stands now. */
export type ScheduledOccasion = {
  readonly name: string;
  readonly date: RecordDate;
  /** The date as the report prints it. */
  readonly printed: string;
  readonly standing: OccasionStanding;
};

/** 年間スケジュールを登録しました: all that was recorded together, by date. */
export type ScheduleRecordedContent = {
  readonly kind: 'schedule-recorded';
  readonly year: FiscalYear;
  readonly occasions: readonly ScheduledOccasion[];
  readonly contact: string;
};
