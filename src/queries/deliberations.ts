import type { WorkspaceRecord } from '../db/database.ts';
import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import { printMeetingDate } from '../domain/meeting/print.ts';
import { type OccasionStanding, standingOf } from '../domain/occasion/standing.ts';
import { yearsOfDeliberation } from '../domain/opinion/consideration.ts';
import { deliberatingBodyOf } from '../domain/opinion/state.ts';

/** A meeting that may be named as 審議した会議. */
export type Deliberation = {
  readonly id: string;
  readonly printed: string;
  readonly standing: OccasionStanding;
};

/** Slack takes no more in one list. */
const MOST_OFFERED = 100;

/**
 * The meetings of 幹事会 and 本部会議 that a year's opinions may have come before, the newest first, and those that were chosen already,
 * whatever they are, as they stand on `today`.
 */
export const readDeliberations = async (
  { meetings, bodies }: Pick<WorkspaceRecord, 'meetings' | 'bodies'>,
  year: FiscalYear,
  chosen: readonly string[],
  today: LocalDate,
): Promise<readonly Deliberation[]> => {
  const [standing, kept] = [await meetings.ofYears(yearsOfDeliberation(year)), await meetings.ofIds(chosen)];
  const others = standing.filter(({ id }) => !chosen.includes(id)).toReversed();
  const named = await Promise.all(
    [...kept, ...others].map(async (meeting) => {
      const body = await bodies.find(meeting.bodyId, meeting.fiscalYear);
      const isOffered = chosen.includes(meeting.id) || (body && deliberatingBodyOf(body)) !== undefined;
      const printed = `${body?.shortName || (body?.name ?? '')} ${printMeetingDate(meeting)}`;
      return isOffered ? [{ id: meeting.id, printed, standing: standingOf(meeting, today) }] : [];
    }),
  );
  return named.flat().slice(0, MOST_OFFERED);
};
