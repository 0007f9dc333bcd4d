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

/** Parts of one surface: what is owed, and all else. */
export type Parts = {
  readonly owed: readonly (readonly KnownBlock[])[];
  readonly others: readonly (readonly KnownBlock[])[];
};

/** What is owed comes first; where nothing is, that is said. */
const owedFirst = ({ owed, others }: Parts, most: number): readonly KnownBlock[] =>
  fitting([...(owed.length === 0 ? [[paragraph(homeText.nothing)]] : owed), ...others], most);

/** The Home tab: a button for everything one may open, what is owed, then the other parts in their order. */
export const homeView = (parts: Parts, openers: readonly OpenerButton[]): HomeView => ({
  type: 'home',
  blocks: withUniqueActions([
    header(homeText.title),
    ...openerButtons(openers),
    ...owedFirst(parts, MOST_ON_HOME),
  ]),
});

/** The answer to `/kyodo`: what is owed, what is coming, and the same buttons. */
export const menuMessage = (parts: Parts, openers: readonly OpenerButton[]): SlackMessage => ({
  text: homeText.title,
  blocks: [
    header(homeText.title),
    ...owedFirst(parts, MOST_IN_MESSAGE),
    ...openerButtons(openers),
    note(homeText.helpHint),
  ],
});
