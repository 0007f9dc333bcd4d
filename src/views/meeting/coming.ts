import type { KnownBlock } from '@slack/types';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import type { ComingMeeting } from '../../services/meeting/list-coming.ts';
import { dayText, whenText } from '../../texts/day-text.ts';
import { homeText } from '../../texts/home.ts';
import { comingPart } from '../occasion/coming-part.ts';

/** A month-only date is printed with what stands beside it in the report. */
const meetingWhen = (meeting: Meeting): string =>
  dayText(meeting) === undefined ? printMeetingDate(meeting) : whenText(meeting.date);

/** これからの会議; no block where there is none. */
export const comingMeetingsPart = (coming: readonly ComingMeeting[]): readonly KnownBlock[] =>
  comingPart(
    homeText.coming,
    coming.map(({ meeting, body }) => homeText.comingMeeting(body.name, meetingWhen(meeting), meeting.place)),
  );
