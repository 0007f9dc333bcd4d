import type { ModalView } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { ballotValue } from '../../domain/written-meeting/ballot.ts';
import type { AnsweredInWriting } from '../../services/written-meeting/answer.ts';
import { DONE_TITLE } from '../../texts/form-word.ts';
import { writtenAnsweredText, writtenAnswerText } from '../../texts/written-answer.ts';
import { button, buttons, form, note, paragraph } from '../blocks.ts';

/** After 回答する: that it was kept, whether it counts, and what is asked again because it was amended meanwhile. */
export const writtenAnsweredView = ({ meeting, voter, isLate, amended }: AnsweredInWriting): ModalView => {
  const value = ballotValue(meeting.id, voter.position);
  return form(DONE_TITLE.answered, 'written-answer.kept', null, [
    paragraph(
      [
        isLate ? writtenAnsweredText.late : writtenAnsweredText.answered,
        writtenAnswerText.voter(voter.title, voter.name),
        ...(amended.length === 0
          ? []
          : [writtenAnsweredText.amended(amended.map(({ position }) => position))]),
      ].join('\n'),
    ),
    ...(isLate ? [] : [note(writtenAnsweredText.mayChange(printDayWithWeekday(meeting.dueOn)))]),
    ...buttons('answer', [
      button(
        'written-answer.open',
        amended.length === 0 ? writtenAnsweredText.change : writtenAnsweredText.answerAmended,
        value,
      ),
    ]),
  ]);
};
