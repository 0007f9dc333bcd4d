import type { KnownBlock, ModalView } from '@slack/types';
import type { Body } from '../../domain/body/body.ts';
import { absenceText } from '../../domain/meeting/absence.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import { CONTENTS_LABEL, MEETING_FORM } from '../../texts/meeting.ts';
import { form, note, paragraph } from '../blocks.ts';
import { personMention } from '../mrkdwn.ts';

const MOST_CHARACTERS = 3000;

/** Slack puts their names in place of the mentions; in a modal nobody hears of it. */
const attendeesBlock = (attendees: readonly string[]): KnownBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', verbatim: true, text: attendees.map(personMention).join('、') },
});

const part = (label: string, text: string): readonly KnownBlock[] =>
  text === '' ? [] : [note(label), paragraph(text)];

/** 会議の内容, to be read only. */
export const meetingContentsView = (meeting: Meeting, body: Body): ModalView => {
  const { time, attendees, attendeesWithoutSlack, absences, decisions, documents } = meeting.contents;
  return form(MEETING_FORM.shownContents, 'meeting.contents.shown', null, [
    paragraph(`${body.name} ${printMeetingDate(meeting)}`),
    ...part(CONTENTS_LABEL.time, time),
    ...(attendees.length === 0 ? [] : [note(CONTENTS_LABEL.attendees), attendeesBlock(attendees)]),
    ...part(CONTENTS_LABEL.attendeesWithoutSlack, attendeesWithoutSlack.join('\n')),
    ...part(CONTENTS_LABEL.absences, absenceText(absences, MOST_CHARACTERS)),
    ...part(CONTENTS_LABEL.decisions, decisions),
    ...part(CONTENTS_LABEL.documents, documents),
  ]);
};
