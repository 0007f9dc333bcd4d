import type { Button } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import type { DeliveryContent } from '../../domain/delivery/content.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { printAgendaWithin, printMeetingDate } from '../../domain/meeting/print.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { MEETING_BUTTON, meetingText, STANDING_MARK, WAY_WORD } from '../../texts/meeting.ts';
import { titleOf } from '../../texts/title.ts';
import { button, buttons, header, note, paragraph } from '../blocks.ts';
import { escaped } from '../mrkdwn.ts';
import { dayText } from '../occasion/day-text.ts';

/** A meeting as a message speaks of it. */
export type MeetingToTell = Omit<Extract<DeliveryContent, { readonly meeting: Meeting }>, 'kind'>;

/** The buttons of a record that may be changed; without 内容を記録 where its contents are not the reader's to see. */
export const changeButtons = (meetingId: string, withContents = true): readonly Button[] => [
  ...(withContents ? [button('meeting.contents', MEETING_BUTTON.contents, meetingId)] : []),
  button('meeting.edit', MEETING_BUTTON.edit, meetingId),
  button('meeting.cancel', MEETING_BUTTON.cancel, meetingId),
];

const dayLine = (meeting: Meeting): readonly string[] => {
  const days = dayText(meeting);
  if (days === undefined) return [];
  if (meeting.date.kind !== 'until') return [meetingText.heldOn(days)];
  return [meeting.way === 'written' ? meetingText.answerBy(days) : meetingText.dueOn(days)];
};

const facts = ({ meeting, body, standing }: MeetingToTell): string =>
  [
    `${STANDING_MARK[standing]}${body.name}`,
    printMeetingDate(meeting),
    ...dayLine(meeting),
    meetingText.way(WAY_WORD[meeting.way]),
    ...(meeting.place === '' ? [] : [meetingText.place(meeting.place)]),
  ].join('\n');

const agenda = ({ items }: Meeting) => paragraph(printAgendaWithin(items, 2900));

const standingNote = ({ standing, askedOn }: MeetingToTell): readonly string[] => {
  if (standing === 'planned') return [meetingText.planned(printDayWithWeekday(askedOn))];
  return standing === 'unconfirmed' ? [meetingText.unconfirmed] : [];
};

const contentsNote = ({ contents }: Meeting): readonly string[] => {
  const present = contents.attendees.length + contents.attendeesWithoutSlack.length;
  const kept = present > 0 || contents.absences.length > 0 || contents.decisions !== '';
  return kept ? [meetingText.contentsKept(present)] : [];
};

/** The message when a record was taken back, in place of what stood there. */
const cancelledMessage = ({ meeting, body }: MeetingToTell): SlackMessage => ({
  text: escaped(titleOf(meetingText.cancelled, body.name)),
  blocks: [
    header(meetingText.cancelled),
    paragraph(meetingText.cancelledAs(body.name, meeting.cancelled?.reason ?? '')),
    paragraph(printMeetingDate(meeting)),
  ],
});

/** 記録しました, to the person who recorded. */
export const meetingRecordedMessage = (told: MeetingToTell): SlackMessage => {
  const { meeting, body } = told;
  if (meeting.cancelled !== null) return cancelledMessage(told);
  const notes = [
    meetingText.fiscalYear(printFiscalYear(meeting.fiscalYear)),
    ...standingNote(told),
    ...contentsNote(meeting),
  ];
  return {
    text: escaped(titleOf(meetingText.recorded, `${body.name} ${printMeetingDate(meeting)}`)),
    blocks: [
      header(meetingText.recorded),
      paragraph(facts(told)),
      agenda(meeting),
      ...notes.map(note),
      ...buttons('meeting', changeButtons(meeting.id)),
    ],
  };
};

/** What a body's channel reads: body, date, way and 案件 only. */
export const meetingAnnouncedMessage = (told: MeetingToTell): SlackMessage => {
  const { meeting, body } = told;
  if (meeting.cancelled !== null)
    return {
      text: escaped(titleOf(meetingText.cancelled, body.name)),
      blocks: [header(meetingText.cancelled), paragraph(`${body.name}\n${printMeetingDate(meeting)}`)],
    };
  return {
    text: escaped(meetingText.announced(body.name)),
    blocks: [
      header(meetingText.announced(body.name)),
      paragraph(facts({ ...told, meeting: { ...meeting, place: '' } })),
      agenda(meeting),
    ],
  };
};
