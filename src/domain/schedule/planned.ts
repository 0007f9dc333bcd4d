import { z } from 'zod';
import { type FiscalYear, firstDayOf, fiscalYearOf, lastDayOf } from '../calendar/fiscal-year.ts';
import { type LocalDate, LocalDateSchema, numbersOf } from '../calendar/local-date.ts';
import type { MeetingFacts } from '../meeting/meeting.ts';
import {
  dayKnownOf,
  fiscalYearOfRecord,
  hasBegun,
  printRecordDate,
  type RecordDate,
} from '../occasion/date.ts';
import { isSameDay } from '../occasion/same-day.ts';
import { type Result, refuse, succeed } from '../result.ts';
import type { TrainingFacts } from '../training/training.ts';
import { dateFromDay, type YearToPlan } from './like-date.ts';
import { itemYearsLater } from './matter.ts';
import { groupOf, type KnownOccasion, type Offer } from './offer.ts';
import type { BaseOccasion } from './propose.ts';

/** The form 年間スケジュールを作成, as it arrives. The fiscal years are read by their own rule. */
export const ScheduleDraft = z.object({
  fiscalYear: z.string().trim().min(1),
  baseYear: z.string().trim().min(1),
});
export type ScheduleDraft = z.infer<typeof ScheduleDraft>;

/** Which year is planned when nobody says another: the next from January on, else the one under way. */
export const yearToSchedule = (today: LocalDate): FiscalYear =>
  numbersOf(today).month <= 3 ? fiscalYearOf(today) + 1 : fiscalYearOf(today);

/** The field 予定日 of an occasion of the base year, by its id. */
type PlannedOnField = `plannedOn:${string}`;
const PREFIX = 'plannedOn:';
export const plannedOnField = ({ id }: Pick<BaseOccasion, 'id'>): PlannedOnField => `${PREFIX}${id}`;
/** Of which occasion such a field is; undefined for another field. */
export const occasionOfField = (field: string): string | undefined =>
  field.startsWith(PREFIX) ? field.slice(PREFIX.length) : undefined;

/** The form 年間スケジュールの案, as it arrives: days by the name of their field. */
export const SchedulePlanDraft = z
  .object({ monthsOnly: z.array(z.literal('months')).default([]) })
  .catchall(LocalDateSchema);

/** What was chosen: by occasion its day, or null where the field was left empty. What is not among them stands as it is offered. */
export type ChosenDays = ReadonlyMap<string, LocalDate | null>;
export type ChosenSchedule = {
  readonly days: ChosenDays;
  /** 年月だけの予定: what is known to its month, and has no day chosen, is 予定 of that month. */
  readonly monthsOnly: boolean;
};

/** Why a schedule can't be drafted or recorded so; a day's own field, or of the whole form. */
export type ScheduleProblem =
  | { readonly field: 'fiscalYear' | 'baseYear'; readonly kind: 'year-unreadable' }
  | { readonly field: 'fiscalYear'; readonly kind: 'scheduled-year-is-over' }
  | { readonly field: 'baseYear'; readonly kind: 'base-year-not-before' }
  | { readonly field: 'baseYear'; readonly kind: 'base-year-empty'; readonly fiscalYear: FiscalYear }
  | {
      readonly field: PlannedOnField;
      readonly kind: 'scheduled-outside-year';
      readonly fiscalYear: FiscalYear;
    }
  | { readonly field: PlannedOnField; readonly kind: 'scheduled-not-to-come' }
  | {
      readonly field: PlannedOnField;
      readonly kind: 'scheduled-twice';
      readonly name: string;
      readonly printed: string;
    }
  | { readonly field: PlannedOnField; readonly kind: 'base-gone' }
  | { readonly kind: 'too-many-days-changed'; readonly most: number }
  | { readonly kind: 'nothing-scheduled' };

/** What becomes 予定, and when. */
export type PlannedOccasion = { readonly occasion: BaseOccasion; readonly date: RecordDate };

/** The date that was chosen for an offer; undefined where it is left out. */
const dateOf = (
  offer: Offer,
  { days, monthsOnly }: ChosenSchedule,
  within: YearToPlan,
): RecordDate | undefined => {
  const chosen = days.get(offer.occasion.id);
  const day = chosen === undefined ? offer.initial : chosen;
  if (day !== null) return dateFromDay(offer.date, day, within);
  const isMonth = dayKnownOf(offer.date) === undefined;
  return monthsOnly && isMonth && offer.leftEmpty?.kind === 'choose' ? offer.date : undefined;
};

/**
 * What of the offers becomes 予定, in their order. Refused where a day is not in the year, is no day to come, or is chosen twice for one
 * body or programme.
 */
export const plannedFrom = (
  offers: readonly Offer[],
  chosen: ChosenSchedule,
  today: LocalDate,
  within: YearToPlan,
): Result<readonly PlannedOccasion[], ScheduleProblem> => {
  const planned: PlannedOccasion[] = [];
  for (const offer of offers) {
    const { occasion } = offer;
    const field = plannedOnField(occasion);
    const day = chosen.days.get(occasion.id);
    if (day != null && (day < firstDayOf(within.year) || day > lastDayOf(within.year)))
      return refuse({ field, kind: 'scheduled-outside-year', fiscalYear: within.year });
    const date = dateOf(offer, chosen, within);
    if (date === undefined) continue;
    if ((day != null && day <= today) || hasBegun(date, today))
      return refuse({ field, kind: 'scheduled-not-to-come' });
    const same = planned.find(
      (other) => groupOf(other.occasion) === groupOf(occasion) && isSameDay(other.date, date),
    );
    if (same !== undefined)
      return refuse({ field, kind: 'scheduled-twice', name: occasion.name, printed: printRecordDate(date) });
    planned.push({ occasion, date });
  }
  return succeed(planned);
};

/** Those of which the record has none of the same body or programme and day yet. */
export const notKnown = (
  planned: readonly PlannedOccasion[],
  known: readonly KnownOccasion[],
): readonly PlannedOccasion[] =>
  planned.filter(
    ({ occasion, date }) =>
      !known.some((one) => groupOf(one) === groupOf(occasion) && isSameDay(one.date, date)),
  );

/** A meeting like one of another year: its 案件 with the years that they name now, decided in writing by a deadline. */
export const meetingLike = (facts: MeetingFacts, date: RecordDate): MeetingFacts => {
  const years = fiscalYearOfRecord(date) - fiscalYearOfRecord(facts.date);
  return {
    ...facts,
    date: facts.way === 'written' && date.kind === 'day' ? { kind: 'until', day: date.day } : date,
    items: facts.items.map((item) => itemYearsLater(item, years)),
  };
};

/** A 研修 like one of another year: who came then says nothing of who is to come. */
export const trainingLike = (
  { programmeId, otherName, way, place, audience }: TrainingFacts,
  date: RecordDate,
): TrainingFacts => ({
  programmeId,
  otherName,
  way,
  date,
  place,
  audience: audience === 'chosen' ? 'open' : audience,
  headCount: null,
});
