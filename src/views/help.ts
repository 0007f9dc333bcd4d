import type { SlackMessage } from '../slack/message.ts';
import { helpText } from '../texts/help.ts';
import { MEETING_BUTTON } from '../texts/meeting.ts';
import { button, buttons, header, paragraph } from './blocks.ts';
import { escaped, shorten } from './mrkdwn.ts';
import { secretariatButtons } from './open-buttons.ts';

/** What can be typed, and buttons for it. `unknownWord` is a word that was typed and means nothing here. */
export const helpMessage = (forSecretariat: boolean, unknownWord?: string): SlackMessage => {
  const lead = unknownWord === undefined ? helpText.lead : helpText.unknownWord(shorten(unknownWord, 50));
  return {
    text: escaped(lead),
    blocks: [
      header(helpText.title),
      paragraph(lead),
      paragraph(helpText.forAll.join('\n')),
      paragraph([helpText.forSecretariatTitle, ...helpText.forSecretariat].join('\n')),
      paragraph([helpText.sentTitle, ...helpText.sent].join('\n')),
      ...buttons('list', [button('meeting-list.open', MEETING_BUTTON.list, 'now')]),
      ...(forSecretariat ? secretariatButtons() : []),
    ],
  };
};
