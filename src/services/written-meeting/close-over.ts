import { trusted } from '../../domain/actor.ts';
import { succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { refsOfWritten } from '../../domain/written-meeting/ballot.ts';
import { isOver } from '../../domain/written-meeting/course.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** How many were closed. */
export type ClosedWrittenMeetings = { readonly writtenClosed: number };

/** Closes what has come to 24:00 of its due day, each in a transaction of its own, and sends nothing: what was posted says so. */
export const closeOverWrittenMeetings = async (
  { clock, db }: ServiceDeps,
  workspaceId: string,
): Promise<ClosedWrittenMeetings> => {
  const at = clock.now();
  const actor = trusted(workspaceId, 'job:close-written-meetings', 'job');
  let closed = 0;
  for (const { id } of await db.record(workspaceId).writtenMeetings.inState(['open'])) {
    const subject = subjectOf('written-meeting', id);
    const act = { actor, action: 'close-written-meeting', at, subject };
    const done = await db.act<boolean, never>(act, async (record) => {
      const meeting = await record.writtenMeetings.findToChange(id);
      if (meeting === undefined || !isOver(meeting, at)) return succeed(false);
      await record.writtenMeetings.putCourse(id, { state: 'closed', endedAt: at });
      await record.audit({ subject, before: { state: 'open' }, after: { state: 'closed' } });
      await record.deliveries.refreshLines(refsOfWritten(id, await record.writtenAnswers.votersOf(id)));
      return succeed(true);
    });
    if (done.ok && done.value) closed += 1;
  }
  return { writtenClosed: closed };
};
