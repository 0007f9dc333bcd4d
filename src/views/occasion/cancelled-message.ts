import type { SlackMessage } from '../../slack/message.ts';
import { occasionText } from '../../texts/occasion.ts';
import { titleOf } from '../../texts/title.ts';
import { header, paragraph } from '../blocks.ts';
import { escaped } from '../mrkdwn.ts';

/** The message when a record was taken back, in place of what stood there. */
export const cancelledMessage = (name: string, printedDate: string, reason: string): SlackMessage => ({
  text: escaped(titleOf(occasionText.cancelled, name)),
  blocks: [
    header(occasionText.cancelled),
    paragraph(occasionText.cancelledAs(name, reason)),
    paragraph(printedDate),
  ],
});
