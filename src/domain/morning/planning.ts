import type { LocalDate } from '../calendar/local-date.ts';
import { groupBy } from '../group-by.ts';
import type { TargetKey } from '../inquiry/inquiry.ts';
import { type Responsibles, responsiblesOn } from '../inquiry/responsible.ts';
import { type AwayPeriod, isAwayOn, whoIsAwayOn } from '../person/away.ts';
import type { Person } from '../person/person.ts';
import { servingDay } from '../promoter/serving.ts';
import {
  type HeldToPlan,
  LINE_KINDS,
  type MorningLine,
  type MorningMessage,
  type MorningPlan,
  type MorningWorld,
} from './morning.ts';
import { fallsIn, type Obligation, rememberedReminderDays, type Window } from './obligation.ts';

/** Why somebody is not told. */
type SkipReason = 'away' | 'withoutSlack' | 'deactivated';

/** What the parts of a morning plan with: the world, who is there, and where lines go. */
export type Planning = {
  readonly world: MorningWorld;
  readonly window: Window;
  readonly responsibles: Responsibles;
  /** The days on which an obligation is mentioned, looked up once for all that are alike. */
  readonly reminderDays: (obligation: Obligation) => readonly LocalDate[];
  /** Who is 不在 on a day, by person id, looked up once for each day. */
  readonly awayOn: (day: LocalDate) => ReadonlySet<string>;
  readonly personOf: (slackId: string) => Person | undefined;
  /**
   * Adds a line if one of `days` falls on this morning for that person; says whether it did. `since` is the day on which it was
   * first asked or told, where that is none of them.
   */
  readonly mention: (
    slackId: string,
    line: MorningLine,
    days: readonly LocalDate[],
    since?: LocalDate,
  ) => boolean;
  /** Notes that they hear of it for the first time. */
  readonly tell: (key: TargetKey, slackId: string) => void;
  readonly askHeld: (held: HeldToPlan) => void;
  /** Notes, once each, whose matters go to others or to nobody. */
  readonly skip: (reason: SkipReason, personId: string) => void;
};

const rememberedAwayOn = (periods: readonly AwayPeriod[]): Planning['awayOn'] => {
  const known = new Map<LocalDate, ReadonlySet<string>>();
  return (day) => {
    const away = known.get(day) ?? whoIsAwayOn(periods, day);
    known.set(day, away);
    return away;
  };
};

const NEVER_AWAY: readonly AwayPeriod[] = [];

/** Lines by person, each line once: by kind, then by due day. */
const createLetters = () => {
  const letters = new Map<string, Map<string, MorningLine>>();
  const inOrder = (one: MorningLine, other: MorningLine): number =>
    LINE_KINDS.indexOf(one.kind) - LINE_KINDS.indexOf(other.kind) ||
    (one.dueOn ?? '').localeCompare(other.dueOn ?? '');
  return {
    add: (slackId: string, line: MorningLine): void => {
      const lines = letters.get(slackId) ?? new Map<string, MorningLine>();
      const name = `${line.kind} ${line.ref}`;
      // What never left may have been due otherwise then.
      if (!lines.has(name)) lines.set(name, line);
      letters.set(slackId, lines);
    },
    messages: (): readonly MorningMessage[] =>
      [...letters].map(([slackId, lines]) => ({ slackId, lines: [...lines.values()].toSorted(inOrder) })),
  };
};

/**
 * A morning to be planned by its parts, and what comes of it; or with `isStanding` all that stands open on its day, whenever it
 * was asked or told and whether or not its person is away or has put it off.
 */
export const startPlanning = (
  world: MorningWorld,
  window: Window,
  isStanding = false,
): { readonly planning: Planning; readonly result: () => MorningPlan } => {
  const { calendar, departments, appointments, people, secretariat } = world;
  const bySlackId = new Map(people.map((person) => [person.slackId, person]));
  const awayOf = groupBy(world.away, ({ personId }) => personId);
  const postponed = groupBy(world.postponed, ({ slackId, ref }) => `${slackId} ${ref}`);
  const letters = createLetters();
  const told: MorningPlan['told'][number][] = [];
  const heldAsked: HeldToPlan[] = [];
  const skipped: Readonly<Record<SkipReason, Set<string>>> = {
    away: new Set(),
    withoutSlack: new Set(),
    deactivated: new Set(),
  };
  const planning: Planning = {
    world,
    window,
    responsibles: responsiblesOn(
      servingDay(window.day, world),
      departments,
      appointments,
      people,
      secretariat,
    ),
    reminderDays: rememberedReminderDays(calendar),
    awayOn: rememberedAwayOn(world.away),
    personOf: (slackId) => bySlackId.get(slackId),
    mention: (slackId, line, days, since) => {
      if (isStanding) {
        const stands = [...days, ...(since === undefined ? [] : [since])].some((day) => day <= window.day);
        if (stands) letters.add(slackId, line);
        return stands;
      }
      const person = bySlackId.get(slackId);
      const away = (person && awayOf.get(person.id)) ?? NEVER_AWAY;
      const again = postponed.get(`${slackId} ${line.ref}`)?.map(({ until }) => until) ?? [];
      const planned = [...days, ...again];
      const falls = planned.some((day) => fallsIn(day, window, away, calendar));
      if (falls) letters.add(slackId, line);
      else if (
        away.some((period) => isAwayOn(period, window.day)) &&
        planned.some((day) => fallsIn(day, window, NEVER_AWAY, calendar))
      )
        skipped.away.add(slackId);
      return falls;
    },
    tell: (key, slackId) => void told.push({ ...key, slackId }),
    askHeld: (held) => void heldAsked.push(held),
    skip: (reason, personId) => void skipped[reason].add(personId),
  };
  return {
    planning,
    result: () => ({
      day: window.day,
      messages: letters.messages(),
      told,
      heldAsked,
      skipped: {
        skippedAway: skipped.away.size,
        skippedWithoutSlack: skipped.withoutSlack.size,
        skippedDeactivated: skipped.deactivated.size,
      },
    }),
  };
};
