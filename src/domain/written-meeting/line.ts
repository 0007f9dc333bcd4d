import type { DueText } from '../calendar/deadline.ts';
import type { Answered, BallotReceivers, BallotRelation } from './owed.ts';
import type { Voter } from './voter.ts';
import type { WrittenItem, WrittenMeeting } from './written-meeting.ts';

/** What one 回答者 owes of a 書面開催, as the one who reads it stands to it; nothing of what others have answered. */
export type WrittenLine = DueText & {
  /** What the reader owes, or is only told of. */
  readonly kind: 'written-meeting' | 'written-told';
  readonly meeting: WrittenMeeting;
  readonly bodyName: string;
  readonly voter: Voter;
  readonly relation: BallotRelation;
  readonly answered: Answered;
  /** 案件 that were amended since they were answered. */
  readonly askedAgain: readonly WrittenItem[];
  /** Why Slack reaches nobody who answers, where it does not and the answer is entered for them. */
  readonly unreachable: BallotReceivers['unreachable'];
  /** Its day is over, whether or not it was closed yet. */
  readonly isOver: boolean;
};

/** A 書面開催 whose answers have ended: the secretariat puts its result together. */
export type WrittenClosedLine = {
  readonly kind: 'written-closed';
  readonly meeting: WrittenMeeting;
  readonly bodyName: string;
  readonly progress: { readonly asked: number; readonly answered: number };
};

/** Whether the answer is still to be given. */
export const isBallotOpen = ({ meeting, answered, relation, isOver }: WrittenLine): boolean =>
  meeting.state === 'open' && !isOver && answered !== 'all' && relation !== 'elsewhere';
