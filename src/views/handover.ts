import { type HandoverScope, scopeParts } from '../domain/handover.ts';
import { joinParts } from '../domain/parts.ts';
import type { SlackMessage } from '../slack/message.ts';
import { HANDOVER_BUTTON, handoverText } from '../texts/handover.ts';
import { button, buttons } from './blocks.ts';
import { doneMessage, sentenceMessage } from './failure.ts';

/** In the person's messages, until the file is there. */
export const handoverMaking = (title: string): SlackMessage => sentenceMessage(handoverText.making(title));

/** The answer where it was asked for. */
export const handoverMakingThere = (titles: readonly string[]): SlackMessage =>
  doneMessage('making', handoverText.makingThere(titles));

/** What it becomes when the file is there. */
export const handoverMade = (title: string): SlackMessage => sentenceMessage(handoverText.made(title));

/** What it becomes when there is none: why, and a button to try again, which names the file; so many tries there were. */
export const handoverNotMade = (
  title: string,
  sentence: string,
  { scope, attempt }: { readonly scope: HandoverScope; readonly attempt: number },
): SlackMessage => {
  const { text, blocks } = sentenceMessage(handoverText.notMade(title, sentence));
  const value = joinParts(attempt + 1, ...scopeParts(scope));
  return {
    text,
    blocks: [...blocks, ...buttons('again', [button('handover.again', HANDOVER_BUTTON.retry, value)])],
  };
};
