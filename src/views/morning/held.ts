import type { Button, KnownBlock } from '@slack/types';
import { printMoment } from '../../domain/calendar/moment.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import type { LineContent } from '../../domain/morning/content.ts';
import { printTrainingDate } from '../../domain/training/training.ts';
import { meetingText } from '../../texts/meeting.ts';
import { OCCASION_BUTTON, occasionText } from '../../texts/occasion.ts';
import { titleOf } from '../../texts/title.ts';
import { trainingText } from '../../texts/training.ts';
import { button, buttons, paragraph } from '../blocks.ts';

type HeldLine = Extract<LineContent, { readonly kind: 'held-meeting' | 'held-training' }>;

/** What was entered before its day, by its name, date and when it is asked about again. */
const askedOf = (line: HeldLine) =>
  line.kind === 'held-meeting'
    ? {
        noun: 'meeting',
        id: line.meeting.id,
        record: line.meeting,
        name: line.body.name,
        date: printMeetingDate(line.meeting),
        askedAgain: meetingText.askedAgain,
      }
    : {
        noun: 'training',
        id: line.session.id,
        record: line.session,
        name: line.name,
        date: printTrainingDate(line.session),
        askedAgain: trainingText.askedAgain,
      };

const askButtons = (noun: string, id: string): readonly Button[] => [
  button(`${noun}.held`, OCCASION_BUTTON.held, id, 'primary'),
  button(`${noun}.edit`, OCCASION_BUTTON.reschedule, id),
  button(`${noun}.cancel`, OCCASION_BUTTON.notHeld, id),
];

/** Whether a meeting or training that was entered before its day took place, or what was said of it since. */
export const heldBlocks = (line: HeldLine, blockId: string): readonly KnownBlock[] => {
  const { noun, id, record, name, date, askedAgain } = askedOf(line);
  const { cancelled, heldConfirmedAt } = record;
  if (cancelled !== null) return [paragraph(occasionText.cancelledAs(name, cancelled.reason))];
  if (heldConfirmedAt !== null)
    return [
      paragraph(`${name} ${date}\n${occasionText.heldConfirmedAt(printMoment(heldConfirmedAt))}`),
      ...buttons(blockId, [button(`${noun}.take-back-held`, OCCASION_BUTTON.takeBack, id)]),
    ];
  if (line.kind === 'held-meeting' && line.meeting.begunInWritingId !== null)
    return [paragraph(`${name} ${date}\n${meetingText.begunInWriting}`)];
  if (line.standing === 'planned')
    return [paragraph([titleOf(occasionText.rescheduled, `${name} ${date}`), askedAgain].join('\n'))];
  return [paragraph(occasionText.askHeldOf(name, date)), ...buttons(blockId, askButtons(noun, id))];
};
