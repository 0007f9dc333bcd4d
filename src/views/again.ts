import type { ActionsBlock } from '@slack/types';
import { AGAIN_BUTTON } from '../texts/registering.ts';
import { button, buttons } from './blocks.ts';

/** The value of 続けて登録, where a button that opens the form says `new`. */
export const AGAIN = 'again';

/** 続けて登録, under what a form has become: opens the next empty one by what opens it elsewhere. */
export const againButton = (actionId: string): readonly ActionsBlock[] =>
  buttons('again', [button(actionId, AGAIN_BUTTON, AGAIN)]);
