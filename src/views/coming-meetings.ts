import type { KnownBlock } from '@slack/types';
import type { Meeting } from '../domain/meeting.ts';
import { printMeetingDate } from '../domain/meeting-print.ts';
import type { ComingMeeting } from '../services/list-coming-meetings.ts';
import { homeText } from '../texts/home.ts';
import { meetingText } from '../texts/meeting.ts';
import { header, note, paragraph } from './blocks.ts';
import { dayText } from './meeting-message.ts';

/** So many meetings the Home tab names. */
const MOST = 5;

const whenText = (meeting: Meeting): string => {
  const days = dayText(meeting);
  if (days === undefined) return printMeetingDate(meeting);
  return meeting.date.kind === 'until' ? meetingText.until(days) : days;
};

/** これからの会議; no block where there is none. */
export const comingMeetingsPart = (coming: readonly ComingMeeting[]): readonly KnownBlock[] =>
  coming.length === 0
    ? []
    : [
        header(homeText.coming),
        paragraph(
          coming
            .slice(0, MOST)
            .map(({ meeting, body }) => homeText.comingMeeting(body.name, whenText(meeting), meeting.place))
            .join('\n'),
        ),
        ...(coming.length > MOST ? [note(homeText.others(coming.length - MOST))] : []),
      ];
