import type { Actor } from '../../domain/actor.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { leavingOf } from '../../domain/written-meeting/asking.ts';
import { stepsFrom } from '../../domain/written-meeting/course.ts';
import { standingOfVoters, type VoterStanding } from '../../domain/written-meeting/standing.ts';
import {
  type ItemTally,
  progressOf,
  tallyOf,
  type VoterVote,
  votesByItem,
} from '../../domain/written-meeting/tally.ts';
import { readAskedInWriting } from '../../queries/written-meeting/progress.ts';
import type { ServiceDeps } from '../service-deps.ts';
import type { WrittenProgress } from './list-progress.ts';

/** How far a 書面開催 is, with who has answered what and who has not. */
export type OpenedWrittenProgress = Pick<
  WrittenProgress,
  'meeting' | 'bodyName' | 'progress' | 'steps' | 'leaving'
> & {
  readonly items: readonly (ItemTally & { readonly votes: readonly VoterVote[] })[];
  readonly voters: readonly VoterStanding[];
};

/** Reads it for the secretariat, who alone sees before the result what was answered. */
export const readWrittenProgress = async (
  { clock, db }: ServiceDeps,
  meetingId: string,
  actor: Actor,
): Promise<Result<OpenedWrittenProgress, Refusal>> => {
  const subject = subjectOf('written-meeting', meetingId);
  const at = clock.now();
  const act = { actor, action: 'read-written-progress', at, subject };
  return db.look<OpenedWrittenProgress, Refusal>(act, async (record) => {
    if (!may(actor, 'manage-written-meeting')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const meeting = await record.writtenMeetings.find(meetingId);
    if (meeting === undefined || meeting.state === 'draft') return refuse({ kind: 'gone' });
    const { bodyName, voters, answers } = await readAskedInWriting(record, meeting);
    const votes = votesByItem(meeting, voters, answers);
    return succeed({
      meeting,
      bodyName,
      progress: progressOf(meeting, voters, answers),
      items: tallyOf(meeting, voters, answers).map((tally, index) => ({
        ...tally,
        votes: votes[index]?.votes ?? [],
      })),
      voters: standingOfVoters(meeting, voters, answers),
      steps: stepsFrom(meeting),
      leaving: leavingOf(meeting, await record.settings.read(), at),
    });
  });
};
