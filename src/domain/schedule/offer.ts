import { daysBetween, type LocalDate, monthOf } from '../calendar/local-date.ts';
import { groupBy } from '../group-by.ts';
import {
  dayKnownOf,
  firstDayOfRecord,
  hasBegun,
  lastDayOfRecord,
  type RecordDate,
} from '../occasion/date.ts';
import { isSameDay } from '../occasion/same-day.ts';
import { mattersOf, shareMatter } from './matter.ts';
import type { BaseOccasion, Proposal } from './propose.ts';

/** A meeting or 研修 that the record has of the year that is planned. */
export type KnownOccasion = Pick<BaseOccasion, 'kind' | 'id' | 'of' | 'date' | 'items'>;

/** Why a proposal is left empty: it is in the record already, it is over, its day is taken, or its day is to be chosen. */
export type LeftEmpty =
  | { readonly kind: 'exists'; readonly date: RecordDate }
  | { readonly kind: 'past' | 'same-day' | 'choose' };

/** A proposal as the form offers it, with the day that is filled in. */
export type Offer = Proposal & { readonly initial: LocalDate | null; readonly leftEmpty: LeftEmpty | null };

/** What it is one of, of whichever kind. */
export const groupOf = ({ kind, of }: Pick<BaseOccasion, 'kind' | 'of'>): string => `${kind} ${of}`;

/** How far from its proposal something may be that is still the same, moved: in days. */
const MOVED_AT_MOST = 45;

type Pair = { readonly proposal: Proposal; readonly known: KnownOccasion };

const isInMonths = (date: RecordDate, other: RecordDate): boolean =>
  dayKnownOf(date) === undefined &&
  monthOf(firstDayOfRecord(date)) <= monthOf(firstDayOfRecord(other)) &&
  monthOf(firstDayOfRecord(other)) <= monthOf(lastDayOfRecord(date));

/** How sure it is that they are the same, the surest first: of the same day or month, about the same 案件, near; undefined where it is not. */
const likenessOf = ({ proposal, known }: Pair, names: readonly string[]): number | undefined => {
  if (isSameDay(proposal.date, known.date) || isInMonths(proposal.date, known.date)) return 0;
  if (shareMatter(mattersOf(proposal.occasion.items, names), mattersOf(known.items, names))) return 1;
  return distanceOf({ proposal, known }) <= MOVED_AT_MOST ? 2 : undefined;
};

const distanceOf = ({ proposal, known }: Pair): number =>
  Math.abs(daysBetween(firstDayOfRecord(proposal.date), firstDayOfRecord(known.date)));

/** What the record has of each proposal already, each at most once: of one body or programme the surest pairs first. */
const pairsOf = (
  proposals: readonly Proposal[],
  known: readonly KnownOccasion[],
  names: readonly string[],
): ReadonlyMap<string, KnownOccasion> => {
  const pairs = proposals
    .flatMap((proposal) => known.map((one): Pair => ({ proposal, known: one })))
    .flatMap((pair) => {
      const likeness = likenessOf(pair, names);
      return likeness === undefined ? [] : [{ ...pair, likeness, distance: distanceOf(pair) }];
    })
    .toSorted((one, other) => one.likeness - other.likeness || one.distance - other.distance);
  const found = new Map<string, KnownOccasion>();
  const taken = new Set<string>();
  for (const { proposal, known: one } of pairs) {
    if (found.has(proposal.occasion.id) || taken.has(one.id)) continue;
    found.set(proposal.occasion.id, one);
    taken.add(one.id);
  }
  return found;
};

/** What the form offers of them on `today`: no day that is over, none that its body or programme has already, and each once. */
export const offersOf = (
  proposals: readonly Proposal[],
  known: readonly KnownOccasion[],
  names: readonly string[],
  today: LocalDate,
): readonly Offer[] => {
  const knownOf = groupBy(known, groupOf);
  const offered = new Map<string, Offer>();
  for (const [group, of] of groupBy(proposals, ({ occasion }) => groupOf(occasion))) {
    const here = knownOf.get(group) ?? [];
    const pairs = pairsOf(of, here, names);
    const days = new Set(here.flatMap(({ date }) => dayKnownOf(date) ?? []));
    for (const proposal of of) {
      const same = pairs.get(proposal.occasion.id);
      const day = dayKnownOf(proposal.date);
      const leftEmpty = ((): LeftEmpty | null => {
        if (same !== undefined) return { kind: 'exists', date: same.date };
        if (hasBegun(proposal.date, today)) return { kind: 'past' };
        if (day === undefined) return { kind: 'choose' };
        return days.has(day) ? { kind: 'same-day' } : null;
      })();
      if (leftEmpty === null && day !== undefined) days.add(day);
      offered.set(proposal.occasion.id, {
        ...proposal,
        leftEmpty,
        initial: leftEmpty === null ? (day ?? null) : null,
      });
    }
  }
  return proposals.flatMap(({ occasion }) => offered.get(occasion.id) ?? []);
};
