import type { KnownBlock } from '@slack/types';
import { joinParts } from '../domain/parts.ts';
import { NOUN_TITLE, type Noun } from '../texts/home.ts';
import { button, paragraph } from './blocks.ts';
import { moreMenu } from './more-menu.ts';

/** A button that opens a form or a list. */
export type OpenerButton = { readonly actionId: string; readonly words: string };

/** The buttons about one thing, the most used first. */
export type OpenerGroup = { readonly noun: Noun; readonly openers: readonly OpenerButton[] };

/** So many buttons stand side by side; of more the first two do, and the others are in a menu. */
const MOST_SHOWN = 3;

/** The buttons of one group side by side. */
export const openerRow = ({ noun, openers }: OpenerGroup): readonly KnownBlock[] => {
  const all = openers.map(({ actionId, words }) => button(actionId, words, 'new'));
  const shown = all.length > MOST_SHOWN ? all.slice(0, MOST_SHOWN - 1) : all;
  const elements = [...shown, ...moreMenu(all.slice(shown.length))];
  return elements.length === 0 ? [] : [{ type: 'actions', block_id: joinParts('open', noun), elements }];
};

/** A button for everything one may open, by what it is about. */
export const openerBlocks = (groups: readonly OpenerGroup[]): readonly KnownBlock[] =>
  groups.flatMap((group) => [paragraph(NOUN_TITLE[group.noun]), ...openerRow(group)]);
