import { type FiscalYear, firstDayOf } from '../calendar/fiscal-year.ts';
import { type LocalDate, monthOf, yearMonth } from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-day.ts';
import { groupBy } from '../group-by.ts';
import type { AgendaItem } from '../meeting/agenda.ts';
import { compareRecordDates, dayKnownOf, firstDayOfRecord, type RecordDate } from '../occasion/date.ts';
import type { OccasionName } from '../occasion/record.ts';
import { isLagging, type Lag, lagBetween } from '../training/lag.ts';
import { dateFromDay, lastWorkingDay, likeDate, monthsBetween, type YearToPlan } from './like-date.ts';
import { mattersOf, shareMatter } from './matter.ts';

/** A meeting or 研修 of the year taken as base, as far as a proposal is made from it. */
export type BaseOccasion = OccasionName & {
  /** What it is one of: the id of its body or programme, or the name under which it was held (その他). */
  readonly of: string;
  readonly name: string;
  readonly date: RecordDate;
  readonly items: readonly AgendaItem[];
  /** 協働推進員研修. */
  readonly forPromoters: boolean;
};

/** Why a proposal is not simply the like of its date: it keeps its distance to another, or promoters waited long for it. */
export type ProposalReason =
  | {
      readonly kind: 'follows';
      readonly name: string;
      readonly date: RecordDate;
      readonly workingDays: number;
    }
  | { readonly kind: 'training-lag'; readonly lag: Lag };

/** The proposal that one occasion gives. Of a month the day is to be chosen. */
export type Proposal = {
  readonly occasion: BaseOccasion;
  readonly date: RecordDate;
  readonly reason: ProposalReason | null;
};

/** Which year is planned from which. */
export type PlannedYears = {
  readonly baseYear: FiscalYear;
  readonly year: FiscalYear;
  readonly calendar: WorkingCalendar;
};

/** What comes more working days after another than that is no answer to it. */
const MOST_BETWEEN = 60;

/** What an occasion follows, and how many working days after it. */
type Leader = { readonly occasion: BaseOccasion; readonly workingDays: number };

/** Of each meeting that follows one of another body about the same 案件, the nearest before it. */
const leadersOf = (
  occasions: readonly BaseOccasion[],
  names: readonly string[],
  { workingDaysBetween }: Pick<WorkingCalendar, 'workingDaysBetween'>,
): ReadonlyMap<string, Leader> => {
  const meetings = occasions.flatMap((occasion) => {
    const day = dayKnownOf(occasion.date);
    return occasion.kind === 'training' || day === undefined
      ? []
      : [{ occasion, day, matters: mattersOf(occasion.items, names) }];
  });
  return new Map(
    meetings.flatMap((one) => {
      const nearest = meetings
        .filter((other) => other.occasion.of !== one.occasion.of && other.day < one.day)
        .filter((other) => shareMatter(one.matters, other.matters))
        .toSorted((first, second) => second.day.localeCompare(first.day))
        .map(({ occasion, day }) => ({
          occasion,
          workingDays: Math.max(1, workingDaysBetween(day, one.day)),
        }))
        .find(({ workingDays }) => workingDays <= MOST_BETWEEN);
      return nearest === undefined ? [] : [[one.occasion.id, nearest] as const];
    }),
  );
};

/** By how many months promoters' trainings come earlier than a year later: the first of them comes in June, if none was before October. */
const monthsSooner = (occasions: readonly BaseOccasion[], baseYear: FiscalYear): number => {
  const dates = occasions.filter(({ forPromoters }) => forPromoters).map(({ date }) => date);
  const [first] = dates.toSorted(compareRecordDates);
  return first !== undefined && isLagging(baseYear, dates)
    ? monthsBetween(yearMonth(`${baseYear}-06`), monthOf(firstDayOfRecord(first)))
    : 0;
};

/**
 * The proposals that the record of a base year gives for another, one for each occasion and in their order: the like of each date
 * (`likeDate`), what followed another at its distance in working days, and promoters' trainings of the second half from June on.
 * `names` are those of all bodies. Where a distance would lead out of the year, both come earlier.
 */
export const proposeSchedule = (
  occasions: readonly BaseOccasion[],
  names: readonly string[],
  { baseYear, year, calendar }: PlannedYears,
): readonly Proposal[] => {
  const within: YearToPlan = { year, calendar };
  const yearLater = (year - baseYear) * 12;
  const sooner = monthsSooner(occasions, baseYear);
  const leaders = leadersOf(occasions, names, calendar);
  const followersOf = groupBy(leaders, ([, { occasion }]) => occasion.id);
  const [earliest, latest] = [calendar.onOrAfter(firstDayOf(year)), lastWorkingDay(within)];

  /** How many working days the last of those comes after it that follow it, and each other. */
  const reach = (id: string): number =>
    Math.max(
      0,
      ...(followersOf.get(id) ?? []).map(([follower, { workingDays }]) => workingDays + reach(follower)),
    );
  const dayOf = (occasion: BaseOccasion, like: LocalDate): LocalDate => {
    const leader = leaders.get(occasion.id);
    if (leader !== undefined) {
      const after = calendar.addWorkingDays(proposedDay(leader.occasion), leader.workingDays);
      return after > latest ? latest : after;
    }
    const last = calendar.addWorkingDays(latest, -reach(occasion.id));
    if (like <= last) return like;
    return last < earliest ? earliest : last;
  };
  const proposedDay = (occasion: BaseOccasion): LocalDate =>
    dayOf(occasion, firstDayOfRecord(likeDate(occasion.date, yearLater, within)));
  const reasonOf = ({ id, date, forPromoters }: BaseOccasion): ProposalReason | null => {
    const leader = leaders.get(id);
    if (leader !== undefined) {
      const { occasion, workingDays } = leader;
      const led = dateFromDay(likeDate(occasion.date, yearLater, within), proposedDay(occasion), within);
      return { kind: 'follows', name: occasion.name, date: led, workingDays };
    }
    return forPromoters && sooner > 0
      ? { kind: 'training-lag', lag: lagBetween(firstDayOf(baseYear), date) }
      : null;
  };
  return occasions.map((occasion) => {
    const months = yearLater - (occasion.forPromoters ? sooner : 0);
    const like = likeDate(occasion.date, months, within);
    const day = occasion.kind === 'training' ? undefined : dayKnownOf(like);
    const date = day === undefined ? like : dateFromDay(like, dayOf(occasion, day), within);
    return { occasion, date, reason: reasonOf(occasion) };
  });
};
