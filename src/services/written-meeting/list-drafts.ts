import type { Actor } from '../../domain/actor.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { may } from '../../domain/permission.ts';
import type { WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A draft of a 書面開催, and of which body. */
export type WrittenMeetingDraftRow = { readonly meeting: WrittenMeeting; readonly bodyName: string };

/** The drafts of 書面開催, the earliest 回答期限 first; none for those who may not begin one. */
export const listWrittenMeetingDrafts = async (
  { db }: Pick<ServiceDeps, 'db'>,
  actor: Actor,
): Promise<readonly WrittenMeetingDraftRow[]> => {
  if (!may(actor, 'manage-written-meeting')) return [];
  const { bodies, writtenMeetings } = db.record(actor.workspaceId);
  const drafts = await writtenMeetings.inState(['draft']);
  return Promise.all(
    drafts.map(async (meeting) => ({
      meeting,
      bodyName: (await bodies.find(meeting.bodyId, fiscalYearOf(meeting.dueOn)))?.name ?? '',
    })),
  );
};
