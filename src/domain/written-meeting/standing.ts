import { groupBy } from '../group-by.ts';
import { isLate, type WrittenAnswer } from './answer.ts';
import { openItems } from './tally.ts';
import type { Voter } from './voter.ts';
import type { WrittenItem, WrittenMeeting } from './written-meeting.ts';

/** How one 回答者 stands. */
export type VoterStanding = {
  readonly voter: Voter;
  /** The 案件 to which they have given no answer that counts. */
  readonly open: readonly WrittenItem[];
  /** Of their answers in time the last. */
  readonly last: WrittenAnswer | undefined;
  /** How many came late (期限後), which count nowhere. */
  readonly late: number;
};

/** How every 回答者 stands, in their order. */
export const standingOfVoters = (
  meeting: Pick<WrittenMeeting, 'dueOn' | 'endedAt' | 'items'>,
  voters: readonly Voter[],
  answers: readonly WrittenAnswer[],
): readonly VoterStanding[] => {
  const byVoter = groupBy(answers, ({ voter }) => voter);
  return voters.map((voter) => {
    const own = byVoter.get(voter.position) ?? [];
    const inTime = own.filter((answer) => !isLate(meeting, answer));
    return {
      voter,
      open: openItems(meeting, own),
      last: inTime.toSorted((one, other) => one.number - other.number).at(-1),
      late: own.length - inTime.length,
    };
  });
};
