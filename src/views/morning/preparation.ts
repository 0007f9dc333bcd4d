import type { KnownBlock } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { printAgendaWithin, printMeetingDate } from '../../domain/meeting/print.ts';
import type { LineContent } from '../../domain/morning/content.ts';
import { OCCASION_BUTTON, occasionText } from '../../texts/occasion.ts';
import { PREPARATION_BUTTON, preparationText } from '../../texts/preparation.ts';
import { button, buttons, paragraph } from '../blocks.ts';

type PreparationLine = Extract<LineContent, { readonly kind: 'preparation' }>;

const MOST_AGENDA = 300;

/** How long there is until its day; nothing once that has come, or while only its month is known. */
const leftLines = (due: PreparationLine['due']): readonly string[] =>
  due === null || due.left <= 0 ? [] : [preparationText.left(printDayWithWeekday(due.dueOn), due.left)];

/** What is to be prepared, or what has become of it; `blockId` is that of its buttons. */
export const preparationBlocks = (
  { meeting, body, preparation, due }: PreparationLine,
  blockId: string,
): readonly KnownBlock[] => {
  const date = printMeetingDate(meeting);
  switch (preparation) {
    case 'later':
      return [paragraph(preparationText.later(body.name, date))];
    case 'in-writing':
      return [paragraph(preparationText.inWriting(body.name, date))];
    case 'held':
      return [paragraph(preparationText.held(body.name, date))];
    case 'over':
      return [paragraph(preparationText.over(body.name, date))];
    case 'cancelled':
      return [paragraph(occasionText.cancelledAs(body.name, meeting.cancelled?.reason ?? ''))];
    case 'open':
      return [
        paragraph(
          [
            preparationText.ask(body.name, date),
            ...leftLines(due),
            printAgendaWithin(meeting.items, MOST_AGENDA),
          ].join('\n'),
        ),
        ...buttons(blockId, [
          meeting.way === 'written'
            ? button('preparation.written', PREPARATION_BUTTON.written, meeting.id, 'primary')
            : button('preparation.invite', PREPARATION_BUTTON.invite, meeting.id, 'primary'),
          button('meeting.edit', OCCASION_BUTTON.reschedule, meeting.id),
        ]),
      ];
  }
};
