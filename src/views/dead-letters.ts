import type { KnownBlock } from '@slack/types';
import { printMoment } from '../domain/calendar/moment.ts';
import { type DeadDelivery, MOST_DEAD } from '../domain/delivery.ts';
import { DEAD_LETTERS_BUTTON, deadLettersText } from '../texts/dead-letters.ts';
import { DELIVERY_WORD } from '../texts/job.ts';
import { problemInWords } from '../texts/slack-error.ts';
import { button, buttons, header, note } from './blocks.ts';
import { escaped, recipientMention } from './mrkdwn.ts';

/** What, to whom, since when, and why not. The recipient is a mention, which calls nobody on a Home tab. */
const about = ({ kind, recipient, plannedAt, problem }: DeadDelivery): KnownBlock => ({
  type: 'section',
  text: {
    type: 'mrkdwn',
    verbatim: true,
    text: deadLettersText.line(
      DELIVERY_WORD[kind],
      recipientMention(recipient),
      printMoment(plannedAt),
      escaped(problemInWords(problem, recipient), 500),
    ),
  },
});

/** 送れなかったメッセージ, each with 再送 and 送らない; no block where there are none. */
export const deadLettersPart = (dead: readonly DeadDelivery[]): readonly KnownBlock[] => {
  if (dead.length === 0) return [];
  const shown = dead.slice(0, MOST_DEAD);
  return [
    header(deadLettersText.title),
    ...shown.flatMap((letter, index) => [
      about(letter),
      ...buttons(`dead-${index + 1}`, [
        button('dead-letter.resend', DEAD_LETTERS_BUTTON.resend, letter.id, 'primary'),
        button('dead-letter.forgo', DEAD_LETTERS_BUTTON.forgo, letter.id),
      ]),
    ]),
    ...(dead.length > shown.length ? [note(deadLettersText.more)] : []),
  ];
};
