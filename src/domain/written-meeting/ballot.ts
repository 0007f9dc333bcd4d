import { joinParts } from '../parts.ts';

/** One 回答者 of a 書面開催, as buttons name them: `MEETING:POSITION`. */
export const ballotValue = (meetingId: string, position: number): string =>
  joinParts(meetingId, String(position));
