import { UNDER_WAY, type WrittenMeeting, type WrittenMeetingState } from './written-meeting.ts';

/** Those in which it is under way, or a draft. */
export const BEGUN: readonly WrittenMeetingState[] = ['draft', ...UNDER_WAY];

/** Another 書面開催 was begun from the same 予定 and is asked, or drafted. */
export type BegunAlready = {
  readonly field: 'bodyId';
  readonly kind: 'begun-already' | 'drafted-already';
  readonly meetingId: string;
};

/** Why no other is begun beside this one. */
export const begunAlready = ({ id, state }: Pick<WrittenMeeting, 'id' | 'state'>): BegunAlready => ({
  field: 'bodyId',
  kind: state === 'draft' ? 'drafted-already' : 'begun-already',
  meetingId: id,
});
