import { trusted } from '../../domain/actor.ts';
import { instantInTokyo, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { refsOfWritten } from '../../domain/written-meeting/ballot.ts';
import { isTold } from '../../domain/written-meeting/result.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** On the morning on which results are told, what was posted of these 書面開催 follows: until then it says that answers have ended. */
export const showToldResults = async ({ clock, db }: ServiceDeps, workspaceId: string): Promise<void> => {
  const at = clock.now();
  const actor = trusted(workspaceId, 'job:remind', 'job');
  const since = instantInTokyo(todayInTokyo(at), '00:00');
  const announced = await db.record(workspaceId).writtenMeetings.toldAfter(since);
  const told = announced.filter((meeting) => isTold(meeting, at));
  for (const { id } of told) {
    const act = { actor, action: 'show-told-result', at, subject: subjectOf('written-meeting', id) };
    await db.act<null, never>(act, async (record) => {
      await record.deliveries.refreshLines(refsOfWritten(id, await record.writtenAnswers.votersOf(id)));
      return succeed(null);
    });
  }
};
