import type { FiscalYear } from '../calendar/fiscal-year.ts';
import type { LocalDate } from '../calendar/local-date.ts';

/** An inquiry whose due day is over, or that is closed, in numbers. */
export type InquiryInTime = {
  readonly id: string;
  readonly fiscalYear: FiscalYear;
  readonly number: number;
  readonly title: string;
  /** The day on which it was first asked. */
  readonly askedOn: LocalDate | null;
  readonly dueOn: LocalDate;
  /** Slack id of who made it. */
  readonly createdBy: string;
  /** How many were asked. */
  readonly asked: number;
  /** Of those, how many answered until their due day (期限内), be it in their place. */
  readonly inTime: number;
};
