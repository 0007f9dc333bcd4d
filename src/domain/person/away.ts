import { z } from 'zod';
import { daysBetween, type LocalDate, LocalDateSchema, overlap } from '../calendar/local-date.ts';

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

/** Who is away on `day`, by the id of their record; the periods may be of other days too. */
export const whoIsAwayOn = (
  periods: readonly Pick<AwayPeriod, 'personId' | 'startsOn' | 'endsOn'>[],
  day: LocalDate,
): ReadonlySet<string> =>
  new Set(periods.filter((period) => isAwayOn(period, day)).map(({ personId }) => personId));

/** A year at most, so that a slip of the year is noticed; 366 days, for the year with a 29 February in it. */
const MOST_DAYS = 366;

/** What is wrong with a period, `others` being those the person has already; undefined when nothing is. */
export const awayProblem = (
  draft: AwayDraft,
  today: LocalDate,
  others: readonly AwayPeriod[],
): AwayProblem | undefined => {
  const { startsOn, endsOn } = draft;
  if (endsOn < startsOn) return { field: 'endsOn', kind: 'away-ends-before-start' };
  if (endsOn < today) return { field: 'endsOn', kind: 'away-is-past' };
  if (daysBetween(startsOn, endsOn) + 1 > MOST_DAYS) return { field: 'endsOn', kind: 'away-too-long' };
  return others.some((other) => overlap(draft, other))
    ? { field: 'startsOn', kind: 'away-overlaps' }
    : undefined;
};
