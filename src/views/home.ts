import type { HomeView, KnownBlock } from '@slack/types';
import type { SlackMessage } from '../slack/message.ts';
import { homeText } from '../texts/home.ts';
import { divider, header, note, paragraph } from './blocks.ts';
import { type OpenerButton, openerButtons } from './open-buttons.ts';
import { withUniqueActions } from './unique-actions.ts';

/** A Home tab takes 100 blocks, a message 50: buttons and words around the parts take some of them. */
const MOST_ON_HOME = 90;
const MOST_IN_MESSAGE = 40;

/** Parts one after the other; from the first that does not fit on, a word that there is more. */
const fitting = (parts: readonly (readonly KnownBlock[])[], most: number): readonly KnownBlock[] => {
  const blocks: KnownBlock[] = [];
  for (const part of parts) {
    if (blocks.length + part.length + 2 > most) return [...blocks, note(homeText.more)];
    blocks.push(...(blocks.length === 0 ? [] : [divider()]), ...part);
  }
  return blocks;
};

/** The Home tab: a button for everything one may open, then the parts in their order. */
export const homeView = (
  parts: readonly (readonly KnownBlock[])[],
  openers: readonly OpenerButton[],
): HomeView => ({
  type: 'home',
  blocks: withUniqueActions([
    header(homeText.title),
    ...openerButtons(openers),
    ...(parts.length === 0 ? [paragraph(homeText.nothing)] : fitting(parts, MOST_ON_HOME)),
  ]),
});

/** The answer to `/kyodo`: what is owed, what is coming, and the same buttons. */
export const menuMessage = (
  parts: readonly (readonly KnownBlock[])[],
  openers: readonly OpenerButton[],
): SlackMessage => ({
  text: homeText.title,
  blocks: [
    header(homeText.title),
    ...(parts.length === 0 ? [paragraph(homeText.nothing)] : fitting(parts, MOST_IN_MESSAGE)),
    ...openerButtons(openers),
    note(homeText.helpHint),
  ],
});
