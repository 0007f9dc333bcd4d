import { joinParts } from '../parts.ts';
import { type Subject, subjectOf } from '../subject.ts';
import type { Voter } from './voter.ts';

/** One 回答者 of a 書面開催, as buttons name them: `MEETING:POSITION`. */
export const ballotValue = (meetingId: string, position: number): string =>
  joinParts(meetingId, String(position));

/** What messages about a 書面開催 are about: it as a whole, and what each 回答者 owes. */
export const refsOfWritten = (
  meetingId: string,
  voters: readonly Pick<Voter, 'position'>[],
): readonly Subject[] => [
  subjectOf('written-meeting', meetingId),
  ...voters.map(({ position }) => subjectOf('written-meeting', meetingId, String(position))),
];
