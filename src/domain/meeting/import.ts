import type { MeetingContentsDraft, MeetingDraft } from './meeting.ts';

/** One past meeting as a file has it: the body by name, and the line it stands on. */
export type ImportedMeeting = {
  readonly line: number;
  readonly bodyName: string;
  readonly draft: Omit<MeetingDraft, 'bodyId'>;
  readonly contents: MeetingContentsDraft;
};
