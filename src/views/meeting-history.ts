import type { ContextBlock } from '@slack/types';
import { printAgenda } from '../domain/agenda.ts';
import { printMoment } from '../domain/calendar/moment.ts';
import type { MeetingBefore, MeetingChange } from '../services/open-meeting.ts';
import { MEETING_LABEL, meetingText, WAY_WORD } from '../texts/meeting.ts';
import { escaped, personMention } from './mrkdwn.ts';

/** Each sign may become five when escaped, and Slack takes 3,000 in all. */
const MOST_BEFORE = 250;
const MOST_REASON = 300;

const beforeText = ({ bodyName, date, way, place, items, contents }: MeetingBefore): string =>
  [
    ...(date === undefined ? [] : [date]),
    ...(bodyName === undefined ? [] : [`${MEETING_LABEL.bodyId} ${bodyName}`]),
    ...(way === undefined ? [] : [`${MEETING_LABEL.way} ${WAY_WORD[way]}`]),
    ...(place === undefined ? [] : [`${MEETING_LABEL.place} ${place === '' ? meetingText.empty : place}`]),
    ...(items === undefined ? [] : [`${MEETING_LABEL.items} ${printAgenda(items).join(' ')}`]),
    ...(contents === true ? [meetingText.contentsChanged] : []),
  ].join('、');

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
        escaped(beforeText(before), MOST_BEFORE),
        escaped(reason, MOST_REASON),
      ),
    },
  ],
});
