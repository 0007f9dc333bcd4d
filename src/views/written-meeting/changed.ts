import { agendaText } from '../../domain/meeting/agenda.ts';
import {
  isAskedAgain,
  isSuperseded,
  type WrittenAmendedContent,
  type WrittenCancelledContent,
} from '../../domain/written-meeting/changed.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { morningText } from '../../texts/morning.ts';
import { writtenAnswerLabel, writtenAnswerText } from '../../texts/written-answer.ts';
import { writtenChangedText } from '../../texts/written-course.ts';
import { header, paragraph } from '../blocks.ts';
import { writtenBlocks } from '../morning/written-meeting.ts';
import { escaped } from '../mrkdwn.ts';
import { whichLine } from './which.ts';

/** 案件の訂正のお知らせ: the 案件 whole and why; once it is answered, or asked otherwise, what has become of it. */
export const writtenAmendedMessage = (content: WrittenAmendedContent): SlackMessage => {
  const { line, item, reason, day, contact } = content;
  return {
    text: escaped(`${writtenChangedText.amendedTitle} ${line.bodyName}`),
    blocks: [
      header(writtenChangedText.amendedTitle),
      ...(isAskedAgain(content)
        ? [
            paragraph(writtenChangedText.amended(writtenAnswerLabel.item(item.position))),
            paragraph(agendaText([item])),
            paragraph(writtenChangedText.reason(reason)),
          ]
        : []),
      ...(isSuperseded(content)
        ? [
            paragraph(
              [
                writtenAnswerText.title(line.bodyName),
                whichLine(line.meeting),
                writtenChangedText.superseded(writtenAnswerLabel.item(item.position)),
              ].join('\n'),
            ),
          ]
        : writtenBlocks(line, day, 'answer')),
      paragraph(morningText.contact(contact)),
    ],
  };
};

/** 中止のお知らせ. */
export const writtenCancelledMessage = ({
  meeting,
  bodyName,
  contact,
}: WrittenCancelledContent): SlackMessage => ({
  text: escaped(`${writtenChangedText.cancelledTitle} ${bodyName}`),
  blocks: [
    header(writtenChangedText.cancelledTitle),
    paragraph(
      [
        writtenAnswerText.title(bodyName),
        whichLine(meeting),
        writtenChangedText.cancelled,
        writtenChangedText.reason(meeting.endReason),
      ].join('\n'),
    ),
    paragraph(morningText.contact(contact)),
  ],
});
