import type { ModalView } from '@slack/types';
import { KEEP_EXAMPLES_BUTTON, keepExamplesText } from '../texts/registering.ts';
import { button, form, note, paragraphsOf } from './blocks.ts';
import { doneMessage, sentenceForm, sentenceMessage } from './failure.ts';

/** 例をすべてこのまま使う, below a list with examples and in はじめの設定; `what` they are, as the act is named by. */
export const keepExamplesButton = (what: 'body' | 'programme') =>
  button(`${what}-examples.open`, KEEP_EXAMPLES_BUTTON, 'all');

/** What of a year are examples still: asks before all of them are kept. */
export const keepExamplesForm = (
  what: 'body' | 'programme',
  listed: readonly { readonly name: string; readonly example: boolean }[],
): ModalView => {
  const names = listed.filter(({ example }) => example).map(({ name }) => name);
  if (names.length === 0) return sentenceForm(sentenceMessage(keepExamplesText.none));
  return form(KEEP_EXAMPLES_BUTTON, `${what}-examples.keep`, keepExamplesText.submit, [
    ...paragraphsOf([keepExamplesText.lead[what](names.length), ...names.map(keepExamplesText.name)]),
    note(keepExamplesText.note),
  ]);
};

/** What the form becomes. */
export const examplesKept = (what: 'body' | 'programme', count: number): ModalView =>
  sentenceForm(doneMessage('registered', keepExamplesText.done[what](count)));
