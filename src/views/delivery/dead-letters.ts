import type { KnownBlock, ModalView } from '@slack/types';
import { printMoment } from '../../domain/calendar/moment.ts';
import type { CorrectionContent } from '../../domain/delivery/content.ts';
import {
  type FailedCount,
  type FailedDelivery,
  isUnshown,
  type UnshownContent,
} from '../../domain/delivery/unshown.ts';
import type { FailedList } from '../../services/delivery/list-failed.ts';
import type { SlackMessage } from '../../slack/message.ts';
import {
  correctionText,
  DEAD_LETTERS_BUTTON,
  deadLettersText,
  resendAllText,
  unshownText,
} from '../../texts/dead-letters.ts';
import { DELIVERY_WORD } from '../../texts/job.ts';
import { problemInWords } from '../../texts/slack-error.ts';
import { button, buttons, form, header, note, paragraph } from '../blocks.ts';
import { doneMessage, sentenceForm, sentenceMessage } from '../failure.ts';
import { escaped, recipientMention } from '../mrkdwn.ts';

/** What, to whom, since when, and why not. The recipient is a mention, which calls nobody on a Home tab. */
const about = (letter: FailedDelivery): KnownBlock => {
  const { kind, recipient, plannedAt, problem } = letter;
  const line = isUnshown(letter) ? deadLettersText.unshownLine : deadLettersText.line;
  return {
    type: 'section',
    text: {
      type: 'mrkdwn',
      verbatim: true,
      text: line(
        DELIVERY_WORD[kind],
        recipientMention(recipient),
        printMoment(plannedAt),
        escaped(problemInWords(problem, recipient), 500),
      ),
    },
  };
};

const choices = (letter: FailedDelivery) => [
  button('dead-letter.resend', DEAD_LETTERS_BUTTON.resend, letter.id, 'primary'),
  ...(isUnshown(letter) ? [button('dead-letter.correct', DEAD_LETTERS_BUTTON.correct, letter.id)] : []),
  button(
    'dead-letter.forgo',
    isUnshown(letter) ? DEAD_LETTERS_BUTTON.leave : DEAD_LETTERS_BUTTON.forgo,
    letter.id,
  ),
];

const countOf = (counts: readonly FailedCount[]): number => counts.reduce((sum, { count }) => sum + count, 0);

/**
 * 送れなかったメッセージ, each with 再送 and 送らない, or where it stands at Slack as it was before with 投稿に返信で訂正; no block
 * where there are none.
 */
export const deadLettersPart = ({ newest, counts }: FailedList): readonly KnownBlock[] => {
  if (newest.length === 0) return [];
  const others = countOf(counts) - newest.length;
  return [
    header(deadLettersText.title),
    ...(newest.length === 1
      ? []
      : buttons('dead-all', [button('dead-letter.resend-all', DEAD_LETTERS_BUTTON.resendAll, 'now')])),
    ...newest.flatMap((letter, index) => [about(letter), ...buttons(`dead-${index + 1}`, choices(letter))]),
    ...(others > 0 ? [note(deadLettersText.more(others))] : []),
  ];
};

/** すべて再送: what it would send, in numbers. */
export const resendAllForm = (counts: readonly FailedCount[]): ModalView => {
  const count = countOf(counts);
  if (count === 0) return sentenceForm(sentenceMessage(resendAllText.none));
  const lines = counts.map((each) =>
    (each.isUnshown ? resendAllText.unshown : resendAllText.dead)(DELIVERY_WORD[each.kind], each.count),
  );
  return form(
    resendAllText.title,
    'dead-letter.resend-all',
    DEAD_LETTERS_BUTTON.resendAll,
    [paragraph([resendAllText.lead(count), ...lines].join('\n')), note(resendAllText.note)],
    { expected: count },
  );
};

/** After すべて再送. */
export const resentAll = (count: number): ModalView =>
  sentenceForm(doneMessage('resent', resendAllText.done(count)));

/** To the secretariat, or to its writer: what Slack shows as it was before. */
export const updateRefusedMessage = ({ forWriter, lines, count }: UnshownContent): SlackMessage => ({
  text: unshownText.title,
  blocks: [
    header(unshownText.title),
    ...(count === 0
      ? [paragraph(unshownText.settled)]
      : [
          paragraph(forWriter ? unshownText.writer : unshownText.secretariat(count)),
          ...lines.map(about),
          ...(count > lines.length ? [note(unshownText.more(count - lines.length))] : []),
        ]),
  ],
});

/** The reply that corrects a message, `now` being what that should say. */
export const correctionMessage = (
  { of }: CorrectionContent,
  write: (content: CorrectionContent['of']) => SlackMessage,
): SlackMessage => {
  const { text, blocks } = write(of);
  return { text: correctionText.fallback(text), blocks: [paragraph(correctionText.lead), ...blocks] };
};
