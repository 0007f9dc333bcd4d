import type { Button, KnownBlock } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { printAgenda } from '../../domain/meeting/agenda.ts';
import type { WrittenAskedContent } from '../../domain/written-meeting/asked.ts';
import { ballotValue } from '../../domain/written-meeting/ballot.ts';
import type { WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { morningText } from '../../texts/morning.ts';
import { writtenAnswerText } from '../../texts/written-answer.ts';
import { writtenAskedText } from '../../texts/written-start.ts';
import { button, buttons, header, note, paragraph, paragraphsOf } from '../blocks.ts';
import { escaped } from '../mrkdwn.ts';
import { addToCalendarButton } from '../schedule/calendar.ts';
import { typedBlock } from '../typed-text.ts';
import { documentBlocks, documentButtons } from './documents.ts';

/** What it is about and until when, 案内文, every 案件 whole, and 資料. */
export const askedBlocks = (
  meeting: WrittenMeeting,
  bodyName: string,
  reader: readonly string[],
): readonly KnownBlock[] => {
  const { documentNumber, dueOn, dueBefore, invitation, items } = meeting;
  return [
    paragraph(
      [
        bodyName,
        ...(documentNumber === '' ? [] : [writtenAnswerText.documentNumber(documentNumber)]),
        writtenAnswerText.dueOn(printDayWithWeekday(dueOn)),
        ...(dueBefore === null ? [] : [morningText.dueChanged(printDayWithWeekday(dueBefore))]),
        ...reader,
      ].join('\n'),
    ),
    ...(invitation === '' ? [] : [typedBlock(invitation)]),
    ...paragraphsOf([writtenAskedText.items, ...printAgenda(items)]),
    ...documentBlocks(meeting),
  ];
};

/** What has become of it, where it does not stand open for this reader any more. */
const standing = ({ meeting, voter, answered }: WrittenAskedContent): readonly string[] => {
  switch (meeting.state) {
    case 'cancelled':
      return [
        writtenAskedText.cancelled,
        ...(meeting.endReason === '' ? [] : [writtenAskedText.reason(meeting.endReason)]),
      ];
    case 'closed':
      return [writtenAskedText.closed];
    case 'announced':
      return [
        meeting.recordCancelledAt === null ? writtenAskedText.announced : writtenAskedText.recordCancelled,
      ];
    case 'draft':
    case 'open':
      if (voter === null) return [writtenAskedText.copy];
      if (answered === 'no') return [];
      return [answered === 'all' ? writtenAskedText.answered : writtenAskedText.answeredSome];
  }
};

const answerButtons = ({ meeting, voter, answered }: WrittenAskedContent): readonly Button[] => {
  if (voter === null || meeting.state !== 'open') return [];
  const value = ballotValue(meeting.id, voter.position);
  return [
    answered === 'all'
      ? button('written-answer.open', writtenAskedText.change, value)
      : button('written-answer.open', writtenAskedText.answer, value, 'primary'),
  ];
};

/** 開催案内(書面開催), as it stands for its reader. */
export const writtenAskedMessage = (content: WrittenAskedContent): SlackMessage => {
  const { meeting, bodyName, voter, contact } = content;
  const lines = standing(content);
  return {
    text: escaped(`${writtenAskedText.title} ${bodyName}`),
    blocks: [
      header(writtenAskedText.title),
      ...askedBlocks(
        meeting,
        bodyName,
        voter === null ? [] : [writtenAnswerText.voter(voter.title, voter.name)],
      ),
      ...(lines.length === 0 ? [] : [paragraph(lines.join('\n'))]),
      ...buttons('answer', [
        ...answerButtons(content),
        ...documentButtons(meeting),
        ...(meeting.state === 'open'
          ? [addToCalendarButton({ kind: 'written-meeting', id: meeting.id })]
          : []),
      ]),
      paragraph(morningText.contact(contact)),
    ],
  };
};

/** 自分に試し送信. */
export const writtenTrialMessage = ({ meeting, bodyName, contact }: WrittenAskedContent): SlackMessage => ({
  text: escaped(writtenAskedText.trialTitle),
  blocks: [
    header(writtenAskedText.trialTitle),
    note(writtenAskedText.trialNote),
    ...askedBlocks(meeting, bodyName, []),
    paragraph(morningText.contact(contact)),
  ],
});
