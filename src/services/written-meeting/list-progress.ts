import type { Actor } from '../../domain/actor.ts';
import { may } from '../../domain/permission.ts';
import { type Leaving, leavingOf } from '../../domain/written-meeting/asking.ts';
import { stepsFrom, type WrittenMeetingStep } from '../../domain/written-meeting/course.ts';
import { type ItemTally, progressOf, tallyOf } from '../../domain/written-meeting/tally.ts';
import type { WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';
import { readAskedInWriting } from '../../queries/written-meeting/progress.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** How far a 書面開催 is, in numbers alone. */
export type WrittenProgress = {
  readonly meeting: WrittenMeeting;
  readonly bodyName: string;
  readonly progress: { readonly asked: number; readonly answered: number };
  readonly tallies: readonly ItemTally[];
  readonly steps: readonly WrittenMeetingStep[];
  readonly leaving: Leaving;
};

/** What is open for answers, or closed and waits for its result, the earliest due day first; nothing for who does not manage it. */
export const listWrittenProgress = async (
  { clock, db }: Pick<ServiceDeps, 'clock' | 'db'>,
  actor: Actor,
): Promise<readonly WrittenProgress[]> => {
  if (!may(actor, 'manage-written-meeting')) return [];
  const record = db.record(actor.workspaceId);
  const meetings = await record.writtenMeetings.inState(['open', 'closed']);
  const settings = await record.settings.read();
  const asked = await Promise.all(meetings.map((meeting) => readAskedInWriting(record, meeting)));
  return asked.map(({ meeting, bodyName, voters, answers }) => ({
    meeting,
    bodyName,
    progress: progressOf(meeting, voters, answers),
    tallies: tallyOf(meeting, voters, answers),
    steps: stepsFrom(meeting),
    leaving: leavingOf(meeting, settings, clock.now()),
  }));
};
