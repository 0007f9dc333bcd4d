import type { LocalDate } from '../calendar/local-date.ts';
import type { Voter } from './voter.ts';
import type { WrittenMeeting } from './written-meeting.ts';

/** 開催案内(書面開催), as it stands: to a 回答者, or for others to know of; and 自分に試し送信 of a draft. */
export type WrittenAskedContent = {
  readonly kind: 'written-meeting-asked' | 'written-meeting-asked-now' | 'written-meeting-trial';
  readonly meeting: WrittenMeeting;
  readonly bodyName: string;
  /** Who reads it; null for one who is only told. */
  readonly voter: Voter | null;
  /** Whether the reader has answered, and whether some 案件 was amended since, or others are open again. */
  readonly answered: 'no' | 'some' | 'all';
  /** The day on which it is read. */
  readonly day: LocalDate;
  readonly contact: string;
};
