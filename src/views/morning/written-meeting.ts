import type { Button, KnownBlock } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { ballotValue } from '../../domain/written-meeting/ballot.ts';
import type { WrittenClosedLine, WrittenLine } from '../../domain/written-meeting/line.ts';
import { MORNING_BUTTON, morningText } from '../../texts/morning.ts';
import { writtenAnswerText, writtenLineText } from '../../texts/written-answer.ts';
import { WRITTEN_PROGRESS, writtenClosedText } from '../../texts/written-course.ts';
import { button, buttons, paragraph } from '../blocks.ts';
import { summariseButton } from '../written-meeting/result-button.ts';
import { whichLine } from '../written-meeting/which.ts';
import { dueLine } from './inquiry.ts';

/** For whom it is answered, where that is not the reader. */
const whose = ({ relation, voter: { title, name }, unreachable }: WrittenLine): readonly string[] => {
  switch (relation) {
    case 'own':
      return [];
    case 'proxy':
      return [writtenLineText.asProxy(title, name)];
    case 'on-behalf':
      return [
        unreachable === undefined
          ? writtenLineText.onBehalf(title, name)
          : writtenLineText[unreachable](title, name),
      ];
    case 'told':
    case 'elsewhere':
      return [writtenLineText.asked(title, name)];
  }
};

/** What has become of a 書面開催 that is not to be answered any more; undefined while it is. */
const overText = ({ meeting, isOver }: WrittenLine, title: string): string | undefined => {
  switch (meeting.state) {
    case 'draft':
    case 'open':
      return isOver ? writtenLineText.closed(title) : undefined;
    case 'closed':
      return writtenLineText.closed(title);
    case 'announced':
      return (
        meeting.recordCancelledAt === null ? writtenLineText.announced : writtenLineText.recordCancelled
      )(title);
    case 'cancelled':
      return writtenLineText.cancelled(title, meeting.endReason);
  }
};

const openButtons = ({ relation, unreachable }: WrittenLine, value: string): readonly Button[] => {
  switch (relation) {
    case 'own':
    case 'proxy':
      return [button('written-answer.open', MORNING_BUTTON.answer, value, 'primary')];
    case 'on-behalf':
      return [
        button('written-answer.open', MORNING_BUTTON.onBehalf, value, 'primary'),
        ...(unreachable === undefined ? [] : [button('written-answer.copy', MORNING_BUTTON.copy, value)]),
      ];
    case 'told':
    case 'elsewhere':
      return [];
  }
};

/** What one 回答者 owes of a 書面開催; `blockId` is that of its buttons. */
export const writtenBlocks = (line: WrittenLine, today: string, blockId: string): readonly KnownBlock[] => {
  const { meeting, bodyName, voter, relation, answered, askedAgain } = line;
  const title = writtenAnswerText.title(bodyName);
  const value = ballotValue(meeting.id, voter.position);
  const over = overText(line, title);
  if (over !== undefined) return [paragraph([over, whichLine(meeting)].join('\n'))];
  const mayAnswer = relation !== 'told' && relation !== 'elsewhere';
  if (answered === 'all')
    return [
      paragraph(
        [morningText.done(title), whichLine(meeting), ...whose(line), writtenLineText.answered].join('\n'),
      ),
      ...buttons(blockId, mayAnswer ? [button('written-answer.show', MORNING_BUTTON.showAnswer, value)] : []),
    ];
  return [
    paragraph(
      [
        mayAnswer ? writtenLineText.ask(title) : title,
        whichLine(meeting),
        dueLine(line, today),
        ...(meeting.dueBefore === null
          ? []
          : [morningText.dueChanged(printDayWithWeekday(meeting.dueBefore))]),
        ...whose(line),
        ...(askedAgain.length === 0
          ? []
          : [writtenLineText.askedAgain(askedAgain.map(({ position }) => position))]),
        writtenLineText.items(meeting.items.length),
      ].join('\n'),
    ),
    ...buttons(blockId, openButtons(line, value)),
  ];
};

/** 結果をまとめる, or what has become of the 書面開催 since; `blockId` is that of its buttons. */
export const writtenClosedBlocks = (
  { meeting, bodyName, progress }: WrittenClosedLine,
  blockId: string,
): readonly KnownBlock[] => {
  const title = writtenAnswerText.title(bodyName);
  const said = (words: string): KnownBlock => paragraph([words, whichLine(meeting)].join('\n'));
  switch (meeting.state) {
    case 'closed':
      return [
        said(writtenClosedText.ask(title, progress.answered, progress.asked)),
        ...buttons(blockId, [
          summariseButton(meeting.id),
          button('written-progress.open', WRITTEN_PROGRESS.open, meeting.id),
        ]),
      ];
    case 'announced':
      return [
        said(
          (meeting.recordCancelledAt === null
            ? writtenClosedText.announced
            : writtenLineText.recordCancelled)(title),
        ),
      ];
    case 'cancelled':
      return [said(writtenLineText.cancelled(title, meeting.endReason))];
    case 'draft':
    case 'open':
      return [said(writtenClosedText.reopened(title, printDayWithWeekday(meeting.dueOn)))];
  }
};
