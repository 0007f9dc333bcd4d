import type { ActionsBlock } from '@slack/types';
import { joinParts } from '../domain/parts.ts';
import { button, buttons } from './blocks.ts';
import { inParts } from './paging.ts';

/** A button that opens a form or a list. */
export type OpenerButton = { readonly actionId: string; readonly words: string };

/** The most buttons that one block takes (Slack's limit). */
const A_BLOCK = 25;

/** A button for everything one may open, the first of them the main one. */
export const openerButtons = (openers: readonly OpenerButton[]): readonly ActionsBlock[] =>
  inParts(openers, A_BLOCK).flatMap((part, block) =>
    buttons(
      joinParts('open', block + 1),
      part.map(({ actionId, words }, index) =>
        block + index === 0 ? button(actionId, words, 'new', 'primary') : button(actionId, words, 'new'),
      ),
    ),
  );
