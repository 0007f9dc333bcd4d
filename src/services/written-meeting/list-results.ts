import type { Actor } from '../../domain/actor.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { addDays, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isTold } from '../../domain/written-meeting/result.ts';
import type { WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A result that was told, as the Home tab names it. */
export type ListedWrittenResult = {
  readonly meeting: WrittenMeeting;
  readonly bodyName: string;
};

/** For so many days a result stands on the Home tab; it is in the list of meetings for good. */
const DAYS_ON_HOME = 60;

/** Results of the last days that the members of a body may read, the newest first; none for who is no member. */
export const listWrittenResults = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<readonly ListedWrittenResult[]> => {
  if (actor.memberOf.length === 0) return [];
  const record = db.record(actor.workspaceId);
  const now = clock.now();
  const since = addDays(todayInTokyo(now), -DAYS_ON_HOME);
  const announced = await record.writtenMeetings.announcedSince(since, actor.memberOf);
  const told = announced.filter((meeting) => isTold(meeting, now));
  return Promise.all(
    told.map(async (meeting) => ({
      meeting,
      bodyName: (await record.bodies.find(meeting.bodyId, fiscalYearOf(meeting.dueOn)))?.name ?? '',
    })),
  );
};
