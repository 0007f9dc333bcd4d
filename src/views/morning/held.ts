import type { Button, KnownBlock } from '@slack/types';
import { printMoment } from '../../domain/calendar/moment.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import type { LineContent } from '../../domain/morning/content.ts';
import { printTrainingDate } from '../../domain/training/training.ts';
import { MEETING_BUTTON, meetingText } from '../../texts/meeting.ts';
import { titleOf } from '../../texts/title.ts';
import { trainingText } from '../../texts/training.ts';
import { button, buttons, paragraph } from '../blocks.ts';

type HeldLine = Extract<LineContent, { readonly kind: 'held-meeting' | 'held-training' }>;

/** What was entered before its day, by its name, date and the words in which it is asked about. */
const askedOf = (line: HeldLine) =>
  line.kind === 'held-meeting'
    ? {
        noun: 'meeting',
        id: line.meeting.id,
        record: line.meeting,
        name: line.body.name,
        date: printMeetingDate(line.meeting),
        text: meetingText,
      }
    : {
        noun: 'training',
        id: line.session.id,
        record: line.session,
        name: line.name,
        date: printTrainingDate(line.session),
        text: trainingText,
      };

const askButtons = (noun: string, id: string): readonly Button[] => [
  button(`${noun}.held`, MEETING_BUTTON.held, id, 'primary'),
  button(`${noun}.edit`, MEETING_BUTTON.reschedule, id),
  button(`${noun}.cancel`, MEETING_BUTTON.notHeld, id),
];

/** Whether a meeting or training that was entered before its day took place, or what was said of it since. */
export const heldBlocks = (line: HeldLine, blockId: string): readonly KnownBlock[] => {
  const { noun, id, record, name, date, text } = askedOf(line);
  const { cancelled, heldConfirmedAt } = record;
  if (cancelled !== null) return [paragraph(text.cancelledAs(name, cancelled.reason))];
  if (heldConfirmedAt !== null)
    return [
      paragraph(`${name} ${date}\n${text.heldConfirmedAt(printMoment(heldConfirmedAt))}`),
      ...buttons(blockId, [button(`${noun}.take-back-held`, MEETING_BUTTON.takeBack, id)]),
    ];
  if (line.standing === 'planned')
    return [paragraph([titleOf(text.rescheduled, `${name} ${date}`), text.askedAgain].join('\n'))];
  return [paragraph(text.askHeldOf(name, date)), ...buttons(blockId, askButtons(noun, id))];
};
