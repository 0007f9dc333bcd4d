import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { BodyChapter } from '../../services/read-chapter5.ts';

/**
 * The meetings that the table of a body prints, each with its No: the settled ones, and none where 開催なし stands or where, among the
 * bodies of 会議の実施状況, an effort has a text in place of meetings.
 */
export const meetingsPrinted = ({
  body,
  meetings,
  didNotMeet,
}: BodyChapter): readonly { readonly meeting: Meeting; readonly no: number }[] => {
  if (didNotMeet || (body.section === 'meetings' && body.kind === 'effort')) return [];
  return meetings.flatMap(({ meeting, no }) => (no === null ? [] : [{ meeting, no }]));
};
