import type { ContextBlock } from '@slack/types';
import { printMoment } from '../domain/calendar/moment.ts';
import type { MeetingChange } from '../services/open-meeting.ts';
import { meetingText } from '../texts/meeting.ts';
import { escaped, personMention } from './mrkdwn.ts';

/** One line of これまでの変更. The name is a mention; all that was typed is escaped. */
export const historyLine = ({ at, actor, before, reason }: MeetingChange): ContextBlock => ({
  type: 'context',
  elements: [
    {
      type: 'mrkdwn',
      verbatim: true,
      text: meetingText.edited(
        printMoment(at),
        personMention(actor),
        escaped(before, 500),
        escaped(reason, 500),
      ),
    },
  ],
});
