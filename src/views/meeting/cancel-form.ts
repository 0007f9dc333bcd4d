import type { ModalView } from '@slack/types';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import type { OpenedMeeting } from '../../services/meeting/open.ts';
import { actionText } from '../../texts/action-item.ts';
import { occasionText } from '../../texts/occasion.ts';
import { cancelForm, messagesToChange } from '../occasion/cancel-form.ts';

/** 記録を取り消す of a meeting. */
export const meetingCancelForm = ({ meeting, body, messages, actions }: OpenedMeeting): ModalView => {
  const { id, revision, items, contents } = meeting;
  const open = actions.filter(({ item }) => item.settled === null).length;
  const attendees = contents.attendees.length + contents.attendeesWithoutSlack.length;
  return cancelForm(
    'meeting.cancel',
    `${body.name} ${printMeetingDate(meeting)}`,
    [
      occasionText.meetingToCancel(items.length, attendees),
      ...(open === 0 ? [] : [actionText.openToStop(open)]),
      ...messagesToChange(messages),
    ],
    { meetingId: id, revision },
  );
};
