import type { Actor } from '../../domain/actor.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { endOf, isLate, type WrittenAnswer } from '../../domain/written-meeting/answer.ts';
import { type Answered, answeredBy } from '../../domain/written-meeting/owed.ts';
import { asOthersSee } from '../../domain/written-meeting/result.ts';
import type { Voter } from '../../domain/written-meeting/voter.ts';
import { UNDER_WAY, type WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A 書面開催 whose result is not told yet, as one of its 回答者 stands to it. */
export type OwnBallot = {
  readonly meeting: WrittenMeeting;
  readonly bodyName: string;
  readonly voter: Voter;
  readonly answered: Answered;
  /** When they answered last in time, and when last after that (期限後). */
  readonly answeredAt: Date | null;
  readonly lateAt: Date | null;
  readonly isOver: boolean;
};

/** Of one 回答者 nothing but their own answers. */
const lastOf = (
  meeting: WrittenMeeting,
  answers: readonly WrittenAnswer[],
): Pick<OwnBallot, 'answeredAt' | 'lateAt'> => ({
  answeredAt: answers.findLast((answer) => !isLate(meeting, answer))?.at ?? null,
  lateAt: answers.findLast((answer) => isLate(meeting, answer))?.at ?? null,
});

/**
 * The 書面開催 of which somebody is a 回答者 and waits for the result: what they have answered, and what was closed meanwhile. What is
 * to be answered stands among what they owe.
 */
export const listOwnBallots = async (
  { clock, db }: ServiceDeps,
  { workspaceId, personId }: Pick<Actor, 'workspaceId' | 'personId'>,
): Promise<readonly OwnBallot[]> => {
  if (personId === null) return [];
  const now = clock.now();
  const { bodies, writtenAnswers, writtenMeetings } = db.record(workspaceId);
  const meetings = [
    ...(await writtenMeetings.inState(UNDER_WAY)),
    ...(await writtenMeetings.toldAfter(now)).map((meeting) => asOthersSee(meeting, now)),
  ];
  const ballots = await Promise.all(
    meetings.map(async (meeting): Promise<readonly OwnBallot[]> => {
      const voter = (await writtenAnswers.votersOf(meeting.id)).find((one) => one.personId === personId);
      if (voter === undefined) return [];
      const [body, answers] = await Promise.all([
        bodies.find(meeting.bodyId, fiscalYearOf(meeting.dueOn)),
        writtenAnswers.answersOf(meeting.id, voter.position),
      ]);
      const answered = answeredBy(meeting, answers);
      const isOver = meeting.state === 'closed' || now >= endOf(meeting);
      return answered === 'all' || isOver
        ? [{ meeting, bodyName: body?.name ?? '', voter, answered, ...lastOf(meeting, answers), isOver }]
        : [];
    }),
  );
  return ballots.flat();
};
