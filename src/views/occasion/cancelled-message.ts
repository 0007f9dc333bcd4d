import type { OccasionName, OccasionRecord } from '../../domain/occasion/record.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { occasionText } from '../../texts/occasion.ts';
import { titleOf } from '../../texts/title.ts';
import { header, paragraph } from '../blocks.ts';
import { escaped } from '../mrkdwn.ts';
import { undoPart } from '../undo.ts';

/** The message when a record was taken back, in place of what stood there, with 元に戻す. */
export const cancelledMessage = (
  occasion: OccasionName,
  name: string,
  printedDate: string,
  { at, reason }: NonNullable<OccasionRecord['cancelled']>,
): SlackMessage => ({
  text: escaped(titleOf(occasionText.cancelled, name)),
  blocks: [
    header(occasionText.cancelled),
    paragraph(occasionText.cancelledAs(name, reason)),
    paragraph(printedDate),
    ...undoPart(occasion, at),
  ],
});
