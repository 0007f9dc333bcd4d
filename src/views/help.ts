import { shorten } from '../domain/letters.ts';
import type { Kind } from '../domain/permission.ts';
import type { SlackMessage } from '../slack/message.ts';
import { AUDIENCE_KINDS, AUDIENCE_TITLE, helpText } from '../texts/help.ts';
import { header, paragraph } from './blocks.ts';
import { escaped } from './mrkdwn.ts';
import { type OpenerGroup, openerBlocks } from './open-buttons.ts';

/** What can be typed, for whom, and what it does. */
type Command = {
  readonly typed: string;
  readonly audience: keyof typeof AUDIENCE_TITLE;
  readonly does: string;
};

/** All there is to say of the features. */
export type HelpContent = { readonly commands: readonly Command[]; readonly sends: readonly string[] };

const AUDIENCES = ['all', 'promoters', 'chiefs', 'secretariat'] as const;

/**
 * What can be typed by one who is all these `kinds`, what the bot sends, and buttons for it. `unknownWord` is a word that
 * was typed and means nothing here.
 */
export const helpMessage = (
  { commands, sends }: HelpContent,
  kinds: readonly Kind[],
  openers: readonly OpenerGroup[],
  unknownWord?: string,
): SlackMessage => {
  const lead = unknownWord === undefined ? helpText.lead : helpText.unknownWord(shorten(unknownWord, 50));
  const groups = AUDIENCES.filter((audience) => AUDIENCE_KINDS[audience].some((kind) => kinds.includes(kind)))
    .map((audience) => ({ audience, lines: commands.filter((command) => command.audience === audience) }))
    .filter(({ lines }) => lines.length > 0);
  return {
    text: escaped(lead),
    blocks: [
      header(helpText.title),
      paragraph(lead),
      ...groups.map(({ audience, lines }) =>
        paragraph(
          [AUDIENCE_TITLE[audience], ...lines.map(({ typed, does }) => helpText.line(typed, does))].join(
            '\n',
          ),
        ),
      ),
      paragraph([helpText.sentTitle, ...sends].join('\n')),
      ...openerBlocks(openers),
    ],
  };
};
