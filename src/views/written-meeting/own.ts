import type { KnownBlock } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import { joinParts } from '../../domain/parts.ts';
import { ballotValue } from '../../domain/written-meeting/ballot.ts';
import type { OwnBallot } from '../../services/written-meeting/list-own.ts';
import { MORNING_BUTTON } from '../../texts/morning.ts';
import {
  ownBallotText,
  WRITTEN_ANSWER_BUTTON,
  writtenAnswerText,
  writtenShownText,
} from '../../texts/written-answer.ts';
import { button, buttons, header, paragraph } from '../blocks.ts';
import { whichLine } from './which.ts';

const ballotBlocks = (ballot: OwnBallot): readonly KnownBlock[] => {
  const { meeting, bodyName, voter, answeredAt, lateAt, isOver } = ballot;
  const value = ballotValue(meeting.id, voter.position);
  const seen = answeredAt !== null || lateAt !== null;
  return [
    paragraph(
      [
        writtenAnswerText.title(bodyName),
        whichLine(meeting),
        ...(answeredAt === null ? [] : [ownBallotText.answered(printMoment(answeredAt))]),
        ...(lateAt === null ? [] : [writtenShownText.keptLate(printMoment(lateAt))]),
        isOver ? ownBallotText.over : ownBallotText.mayChange(printDayWithWeekday(meeting.dueOn)),
      ].join('\n'),
    ),
    ...buttons(joinParts('own-ballot', meeting.id), [
      seen
        ? button(
            'written-answer.show',
            isOver ? WRITTEN_ANSWER_BUTTON.show : MORNING_BUTTON.showAnswer,
            value,
          )
        : button('written-answer.again', WRITTEN_ANSWER_BUTTON.late, value),
    ]),
  ];
};

/** 書面開催 whose result somebody waits for, on their Home tab; no block where there is none. */
export const ownBallotsPart = (ballots: readonly OwnBallot[]): readonly KnownBlock[] =>
  ballots.length === 0 ? [] : [header(ownBallotText.title), ...ballots.flatMap(ballotBlocks)];
