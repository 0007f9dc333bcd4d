import type { LocalDate } from '../calendar/local-date.ts';
import { isSameDay, plainWords, type SameDayRecord } from '../occasion/same-day.ts';
import { standingOf } from '../occasion/standing.ts';
import { printAgenda } from './agenda.ts';
import type { Meeting, MeetingFacts } from './meeting.ts';
import { printMeetingDate } from './print.ts';

type Matter = Pick<MeetingFacts, 'bodyId' | 'date' | 'items'>;

/** 案件 as they are compared: in any order, however they were spaced, whatever their kind. */
const matters = ({ items }: Matter): string =>
  items
    .map(({ text }) => plainWords(text))
    .sort()
    .join('\n');

/** Whether they may be one meeting, recorded twice: of the same body and day, with the same 案件. 午前 and 午後 differ in these. */
export const isSameMeeting = (one: Matter, other: Matter): boolean =>
  one.bodyId === other.bodyId && isSameDay(one.date, other.date) && matters(one) === matters(other);

/** Meetings as the question about them shows them. */
export const shownMeetings = (
  bodyName: string,
  meetings: readonly Meeting[],
  today: LocalDate,
): readonly SameDayRecord[] =>
  meetings.map((meeting) => ({
    name: bodyName,
    printed: printMeetingDate(meeting),
    agenda: printAgenda(meeting.items),
    standing: standingOf(meeting, today),
  }));
