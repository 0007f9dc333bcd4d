import type { SlackMessage } from '../slack/message.ts';
import { helpText } from '../texts/help.ts';
import { header, paragraph } from './blocks.ts';
import { escaped, shorten } from './mrkdwn.ts';
import { secretariatButtons } from './open-buttons.ts';

/** What can be typed, and buttons for it. `unknownWord` is a word that was typed and means nothing here. */
export const helpMessage = (forSecretariat: boolean, unknownWord?: string): SlackMessage => {
  const lead = unknownWord === undefined ? helpText.lead : helpText.unknownWord(shorten(unknownWord, 50));
  const lines = [...helpText.meeting, ...helpText.settings, ...helpText.help];
  return {
    text: escaped(lead),
    blocks: [
      header(helpText.title),
      paragraph(lead),
      paragraph(lines.join('\n')),
      ...(forSecretariat ? secretariatButtons() : []),
    ],
  };
};
