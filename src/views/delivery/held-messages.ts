import type { KnownBlock, ModalView } from '@slack/types';
import { printMoment } from '../../domain/calendar/moment.ts';
import { countHeld, type HeldMessages } from '../../domain/delivery/held.ts';
import { HELD_BUTTON, heldMessagesText as text } from '../../texts/held-messages.ts';
import { button, buttons, form, header, note, paragraph } from '../blocks.ts';
import { doneMessage, sentenceForm, sentenceMessage } from '../failure.ts';
import { recipientMention } from '../mrkdwn.ts';

/** So many of those who would get something are named. */
const MOST_NAMED = 20;

/** Who would get how many, as lines. */
const recipientLines = ({ recipients }: HeldMessages): readonly string[] => [
  ...recipients
    .slice(0, MOST_NAMED)
    .map(({ recipient, count }) => text.recipient(recipientMention(recipient), count)),
  ...(recipients.length > MOST_NAMED ? [text.more(recipients.length - MOST_NAMED)] : []),
];

/** Who would get how many. Mentions call nobody on a Home tab. */
const named = (held: HeldMessages): readonly KnownBlock[] => {
  const lines = recipientLines(held);
  if (lines.length === 0) return [];
  return [{ type: 'section', text: { type: 'mrkdwn', verbatim: true, text: lines.join('\n') } }];
};

/** 戻した記録: from when it is, what waits and for whom, with 送る and 送らない; no block where there is no choice to make. */
export const heldMessagesPart = (held: HeldMessages | undefined): readonly KnownBlock[] => {
  if (held === undefined) return [];
  const { asOf, restoredAt } = held;
  return [
    header(text.title),
    paragraph(text.lead(printMoment(asOf), printMoment(restoredAt), countHeld(held))),
    ...named(held),
    note(text.rests),
    ...buttons('held', [
      button('held.send', HELD_BUTTON.send, 'now'),
      button('held.forgo', HELD_BUTTON.drop, 'now'),
    ]),
  ];
};

/** What 送る or 送らない does, before it is done. */
export const heldMessagesForm = (held: HeldMessages | undefined, sends: boolean): ModalView => {
  if (held === undefined) return sentenceForm(sentenceMessage(text.settled));
  const count = countHeld(held);
  const words = sends ? [text.sendLead(count), text.sendJobs] : [text.dropLead(count), text.dropJobs];
  return form(
    text.title,
    'held.settle',
    sends ? HELD_BUTTON.send : HELD_BUTTON.drop,
    [paragraph(words.join('\n')), note(text.updates)],
    { sends, expected: count },
  );
};

/** After the choice. */
export const heldMessagesSettled = (count: number, sends: boolean): ModalView =>
  sentenceForm(doneMessage(sends ? 'heldSent' : 'heldDropped', (sends ? text.sent : text.dropped)(count)));
