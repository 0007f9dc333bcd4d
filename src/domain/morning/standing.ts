import type { LocalDate } from '../calendar/local-date.ts';
import { atOnce } from '../pieces.ts';
import type { LineKind, MorningLine, MorningWorld } from './morning.ts';
import { planParts } from './plan.ts';
import { startPlanning } from './planning.ts';

/** What is owed by others, or by nobody any more. */
const ONLY_TOLD: readonly LineKind[] = ['inquiry-answered', 'written-told'];

/**
 * What stands open for somebody on a day, in the order of a morning message: all that mornings have asked or told them of, also
 * where today is no reminder day, and what the next morning will. Who is away or has put something off still owes it; what was
 * answered before it came to somebody is not owed.
 */
export const standingLines = (
  world: MorningWorld,
  slackId: string,
  day: LocalDate,
): readonly MorningLine[] => {
  const { planning, result } = startPlanning(world, { after: day, day }, true);
  atOnce(planParts(planning));
  const lines = result().messages.find((message) => message.slackId === slackId)?.lines ?? [];
  return lines.filter(({ kind }) => !ONLY_TOLD.includes(kind));
};
