import type { Actor } from '../../domain/actor.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { addDays, todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A result that was told, as the Home tab names it. */
export type ListedWrittenResult = {
  readonly meeting: WrittenMeeting;
  readonly bodyName: string;
};

/** For so many days a result stands on the Home tab; it is in the list of meetings for good. */
const DAYS_ON_HOME = 60;

/** Cancelled before its notices left, it is nothing that anybody could miss. */
const wasEverTold = ({ announcedAt, recordCancelledAt }: WrittenMeeting): boolean =>
  announcedAt !== null && (recordCancelledAt === null || recordCancelledAt >= announcedAt);

/** Results of the last days that the members of a body may read, the newest first; none for who is no member. */
export const listWrittenResults = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<readonly ListedWrittenResult[]> => {
  if (actor.memberOf.length === 0) return [];
  const record = db.record(actor.workspaceId);
  const since = addDays(todayInTokyo(clock.now()), -DAYS_ON_HOME);
  const told = await record.writtenMeetings.announcedSince(since, actor.memberOf);
  return Promise.all(
    told.filter(wasEverTold).map(async (meeting) => ({
      meeting,
      bodyName: (await record.bodies.find(meeting.bodyId, fiscalYearOf(meeting.dueOn)))?.name ?? '',
    })),
  );
};
