import type { KnownBlock, ModalView } from '@slack/types';
import { absenceText } from '../../domain/meeting/absence.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import type { ShownMeeting } from '../../services/meeting/show-contents.ts';
import { actionText } from '../../texts/action-item.ts';
import { CONTENTS_LABEL, MEETING_FORM } from '../../texts/meeting.ts';
import { listedActions, registerActionButton } from '../action-item/item.ts';
import { buttons, form, note, paragraph } from '../blocks.ts';
import { personMention } from '../mrkdwn.ts';
import { minutesButton } from './minutes.ts';

const MOST_CHARACTERS = 3000;

/** Slack puts their names in place of the mentions; in a modal nobody hears of it. */
const attendeesBlock = (attendees: readonly string[]): KnownBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', verbatim: true, text: attendees.map(personMention).join('、') },
});

const part = (label: string, text: string): readonly KnownBlock[] =>
  text === '' ? [] : [note(label), paragraph(text)];

/** 会議の内容, to be read, with what was promised; its metadata is the meeting, so that it can be drawn anew. */
export const meetingContentsView = ({
  meeting,
  body,
  actions,
  mayAddAction,
  mayTakeMinutes,
}: ShownMeeting): ModalView => {
  const { time, attendees, attendeesWithoutSlack, absences, decisions, documents } = meeting.contents;
  const blocks = [
    paragraph(`${body.name} ${printMeetingDate(meeting)}`),
    ...part(CONTENTS_LABEL.time, time),
    ...(attendees.length === 0 ? [] : [note(CONTENTS_LABEL.attendees), attendeesBlock(attendees)]),
    ...part(CONTENTS_LABEL.attendeesWithoutSlack, attendeesWithoutSlack.join('\n')),
    ...part(CONTENTS_LABEL.absences, absenceText(absences, MOST_CHARACTERS)),
    ...part(CONTENTS_LABEL.decisions, decisions),
    ...part(CONTENTS_LABEL.documents, documents),
    ...listedActions(actionText.ownTitle, actions),
    ...buttons('actions', [
      ...(mayAddAction ? [registerActionButton(meeting.id)] : []),
      ...(mayTakeMinutes ? [minutesButton(meeting.id)] : []),
    ]),
  ];
  return form(MEETING_FORM.shownContents, 'meeting.contents.shown', null, blocks, meeting.id);
};
