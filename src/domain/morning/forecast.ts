import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { subjectOf } from '../subject.ts';
import type { MorningLine, MorningWorld } from './morning.ts';
import { afterMorning, guidesOn, planMorning } from './plan.ts';

/** One message that will be sent, if nobody does anything meanwhile: of mornings, or of the `Kind` that others foretell. */
export type Foretold<Kind extends string = 'morning' | 'role-guide'> = {
  readonly day: LocalDate;
  readonly kind: Kind;
  /** A Slack user or channel id. */
  readonly recipient: string;
  /** What the morning message or the guide asks and tells of; of others nothing. */
  readonly lines: readonly MorningLine[];
};

/** The days that are foretold, from `first` to `last`, and the last morning before them that was. */
type Span = { readonly after: LocalDate; readonly first: LocalDate; readonly last: LocalDate };

/**
 * What mornings send, day by day: the same plans that will be made on those days, one after the other, as if nobody answered
 * or changed anything.
 */
export const forecastMornings = (start: MorningWorld, { after, first, last }: Span): readonly Foretold[] => {
  const foretold: Foretold[] = [];
  let world = start;
  let before = after;
  for (
    let day = start.calendar.onOrAfter(first);
    day <= last;
    day = start.calendar.onOrAfter(addDays(day, 1))
  ) {
    const plan = planMorning(world, { after: before, day });
    for (const { id, person } of guidesOn(world, day).sent) {
      const lines = [{ kind: 'guide', ref: subjectOf('appointment', id) }] as const;
      foretold.push({ day, kind: 'role-guide', recipient: person.slackId ?? '', lines });
    }
    for (const { slackId, lines } of plan.messages)
      foretold.push({ day, kind: 'morning', recipient: slackId, lines });
    world = afterMorning(world, plan);
    before = day;
  }
  return foretold;
};
