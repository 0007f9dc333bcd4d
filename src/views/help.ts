import type { KnownBlock } from '@slack/types';
import { shorten } from '../domain/letters.ts';
import type { SlackMessage } from '../slack/message.ts';
import { helpText } from '../texts/help.ts';
import { homeText, NOUN_TITLE, type Noun } from '../texts/home.ts';
import { header, note, paragraph } from './blocks.ts';
import { escaped } from './mrkdwn.ts';
import { type OpenerButton, openerRow } from './open-buttons.ts';

/** A way to type a command, and what it does. */
type Typed = { readonly typed: string; readonly does: string };

/** What one person may type about one thing, is sent of it, and may open. */
export type HelpGroup = {
  readonly noun: Noun;
  readonly commands: readonly Typed[];
  readonly sends: readonly string[];
  readonly openers: readonly OpenerButton[];
};

/** What can be typed, what the bot sends, and buttons for it, by what they are about. */
export const helpMessage = (groups: readonly HelpGroup[]): SlackMessage => ({
  text: helpText.title,
  blocks: [
    header(helpText.title),
    ...groups.flatMap(({ noun, commands, sends, openers }): readonly KnownBlock[] => [
      paragraph(
        [
          NOUN_TITLE[noun],
          ...commands.map(({ typed, does }) => helpText.line(typed, does)),
          ...(sends.length === 0 ? [] : [helpText.sends(sends)]),
        ].join('\n'),
      ),
      ...openerRow({ noun, openers }),
    ]),
  ],
});

/** A word that means nothing after `command`: what was probably meant, else the words there are. */
export const unknownWordMessage = (
  word: string,
  meant: Typed | undefined,
  { command, words }: { readonly command: string; readonly words: readonly string[] },
): SlackMessage => {
  const unknown = helpText.unknownWord(shorten(word, 50));
  const rest =
    meant === undefined ? [] : [helpText.meant(meant.typed), helpText.line(meant.typed, meant.does)];
  const known = meant !== undefined || words.length === 0 ? [] : [helpText.words(command, words)];
  return {
    text: escaped(unknown),
    blocks: [paragraph([unknown, ...rest, ...known].join('\n')), note(homeText.helpHint)],
  };
};
