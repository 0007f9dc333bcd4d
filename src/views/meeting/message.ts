import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import type { DeliveryContent } from '../../domain/delivery/content.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { printAgendaWithin, printMeetingDate, printMeetingNote } from '../../domain/meeting/print.ts';
import { lastDayOfRecord } from '../../domain/occasion/date.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { dayText } from '../../texts/day-text.ts';
import { meetingText, WAY_WORD } from '../../texts/meeting.ts';
import { occasionText, STANDING_MARK } from '../../texts/occasion.ts';
import { titleOf } from '../../texts/title.ts';
import { registerActionButton } from '../action-item/item.ts';
import { buttons, header, note, paragraph } from '../blocks.ts';
import { escaped } from '../mrkdwn.ts';
import { cancelledMessage } from '../occasion/cancelled-message.ts';
import { changeButtons } from '../occasion/change-buttons.ts';
import { addToCalendarButton } from '../schedule/calendar.ts';
import { minutesButton } from './minutes.ts';

/** A meeting as a message speaks of it. */
export type MeetingToTell = Omit<Extract<DeliveryContent, { readonly meeting: Meeting }>, 'kind'>;

const labelledDays = ({ date, way }: Meeting, days: string): string => {
  if (date.kind !== 'until') return occasionText.heldOn(days);
  return way === 'written' ? meetingText.answerBy(days) : occasionText.dueOn(days);
};

/** The date once: with its weekday where days are known, else as the report prints it. */
const dateLine = (meeting: Meeting): string => {
  const days = dayText(meeting);
  if (days === undefined) return printMeetingDate(meeting);
  return [labelledDays(meeting, days), printMeetingNote(meeting)].filter((part) => part !== '').join(' ');
};

const facts = ({ meeting, body, standing }: MeetingToTell): string =>
  [
    `${STANDING_MARK[standing]}${body.name}`,
    dateLine(meeting),
    meetingText.way(WAY_WORD[meeting.way]),
    ...(meeting.place === '' ? [] : [meetingText.place(meeting.place)]),
  ].join('\n');

const agenda = ({ items }: Meeting) => paragraph(printAgendaWithin(items, 2900));

const standingNote = ({ meeting, standing, askedOn }: MeetingToTell): readonly string[] => {
  // Its answers were ended before its day: whether it was held is known.
  if (standing === 'planned' && meeting.writtenMeetingId !== null)
    return [meetingText.plannedInWriting(printDayWithWeekday(lastDayOfRecord(meeting.date)))];
  if (standing === 'planned' && meeting.begunInWritingId !== null) return [meetingText.begunInWriting];
  if (standing === 'planned') return [occasionText.planned(printDayWithWeekday(askedOn))];
  return standing === 'unconfirmed' ? [occasionText.unconfirmed] : [];
};

const contentsNote = ({ contents }: Meeting): readonly string[] => {
  const present = contents.attendees.length + contents.attendeesWithoutSlack.length;
  const kept = present > 0 || contents.absences.length > 0 || contents.decisions !== '';
  return kept ? [meetingText.contentsKept(present)] : [];
};

/** 記録しました, to the person who recorded. */
export const meetingRecordedMessage = (told: MeetingToTell): SlackMessage => {
  const { meeting, body } = told;
  if (meeting.cancelled !== null)
    return cancelledMessage(
      { kind: 'meeting', id: meeting.id },
      body.name,
      printMeetingDate(meeting),
      meeting.cancelled,
    );
  const notes = [
    occasionText.fiscalYear(printFiscalYear(meeting.fiscalYear)),
    ...standingNote(told),
    ...contentsNote(meeting),
  ];
  return {
    text: escaped(titleOf(occasionText.recorded, `${body.name} ${printMeetingDate(meeting)}`)),
    blocks: [
      header(occasionText.recorded),
      paragraph(facts(told)),
      agenda(meeting),
      ...notes.map(note),
      ...buttons('meeting', [
        ...changeButtons({ kind: 'meeting', id: meeting.id }),
        // What was promised was promised at a meeting that was held, and only of that there are minutes.
        ...(told.standing === 'planned'
          ? [addToCalendarButton({ kind: 'meeting', id: meeting.id })]
          : [registerActionButton(meeting.id), minutesButton(meeting.id)]),
      ]),
    ],
  };
};

/** What a body's channel reads: body, date, way and 案件 only. */
export const meetingAnnouncedMessage = (told: MeetingToTell): SlackMessage => {
  const { meeting, body } = told;
  if (meeting.cancelled !== null)
    return {
      text: escaped(titleOf(occasionText.cancelled, body.name)),
      blocks: [header(occasionText.cancelled), paragraph(`${body.name}\n${printMeetingDate(meeting)}`)],
    };
  return {
    text: escaped(meetingText.announced(body.name)),
    blocks: [
      header(meetingText.announced(body.name)),
      paragraph(facts({ ...told, meeting: { ...meeting, place: '' } })),
      agenda(meeting),
      ...buttons(
        'calendar',
        told.standing === 'planned' ? [addToCalendarButton({ kind: 'meeting', id: meeting.id })] : [],
      ),
    ],
  };
};
