import type { ModalView } from '@slack/types';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import type { OpenedMeeting } from '../../services/meeting/open.ts';
import { occasionText } from '../../texts/occasion.ts';
import { cancelForm, messagesToChange } from '../occasion/cancel-form.ts';

/** 記録を取り消す of a meeting. */
export const meetingCancelForm = ({ meeting, body, messages }: OpenedMeeting): ModalView => {
  const { id, revision, items, contents } = meeting;
  const attendees = contents.attendees.length + contents.attendeesWithoutSlack.length;
  return cancelForm(
    'meeting.cancel',
    `${body.name} ${printMeetingDate(meeting)}`,
    [occasionText.meetingToCancel(items.length, attendees), ...messagesToChange(messages)],
    { meetingId: id, revision },
  );
};
