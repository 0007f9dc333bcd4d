import { z } from 'zod';
import { type LocalDate, LocalDateSchema } from './calendar/local-date.ts';

/** 不在: a person is away on these days, both included. No reason is asked or kept. */
export type AwayPeriod = {
  readonly id: string;
  readonly personId: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly recordedBy: string;
};

/** The form 不在期間を登録, as it arrives. */
export const AwayDraft = z.object({ startsOn: LocalDateSchema, endsOn: LocalDateSchema });
export type AwayDraft = z.infer<typeof AwayDraft>;

/** Why a period can't be entered so. */
export type AwayProblem =
  | { readonly field: 'endsOn'; readonly kind: 'away-ends-before-start' | 'away-is-past' | 'away-too-long' }
  | { readonly field: 'startsOn'; readonly kind: 'away-overlaps' };

/** Whether the period has `day` in it. */
export const isAwayOn = (
  { startsOn, endsOn }: Pick<AwayPeriod, 'startsOn' | 'endsOn'>,
  day: LocalDate,
): boolean => startsOn <= day && day <= endsOn;
