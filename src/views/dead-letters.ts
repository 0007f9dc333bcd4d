import type { KnownBlock } from '@slack/types';
import { printMoment } from '../domain/calendar/moment.ts';
import { type DeadDelivery, MOST_DEAD } from '../domain/delivery.ts';
import { DEAD_LETTERS_BUTTON, deadLettersText, problemInWords } from '../texts/dead-letters.ts';
import { DELIVERY_WORD } from '../texts/job.ts';
import { button, buttons, header, note, paragraph } from './blocks.ts';

/** 送れなかったメッセージ, each with 再送 and 送らない; no block where there are none. */
export const deadLettersPart = (dead: readonly DeadDelivery[]): readonly KnownBlock[] => {
  if (dead.length === 0) return [];
  const shown = dead.slice(0, MOST_DEAD);
  return [
    header(deadLettersText.title),
    ...shown.flatMap(({ id, kind, plannedAt, problem }, index) => [
      paragraph(deadLettersText.line(DELIVERY_WORD[kind], printMoment(plannedAt), problemInWords(problem))),
      ...buttons(`dead-${index + 1}`, [
        button('dead-letter.resend', DEAD_LETTERS_BUTTON.resend, id, 'primary'),
        button('dead-letter.forgo', DEAD_LETTERS_BUTTON.forgo, id),
      ]),
    ]),
    ...(dead.length > shown.length ? [note(deadLettersText.more)] : []),
  ];
};
