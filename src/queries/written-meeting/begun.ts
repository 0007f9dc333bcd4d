import type { WorkspaceRecord } from '../../db/database.ts';
import { BEGUN } from '../../domain/written-meeting/begun.ts';
import type { WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';

/** The 書面開催 that was begun from a 予定 and is not over: one that is asked, else the draft of one. */
export const readBegunFrom = async (
  { writtenMeetings }: Pick<WorkspaceRecord, 'writtenMeetings'>,
  plannedId: string,
): Promise<WrittenMeeting | undefined> => {
  const begun = (await writtenMeetings.inState(BEGUN)).filter((one) => one.plannedId === plannedId);
  return begun.find(({ state }) => state !== 'draft') ?? begun[0];
};
