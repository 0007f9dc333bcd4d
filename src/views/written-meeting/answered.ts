import type { ModalView } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { endOf, type WrittenAnswer } from '../../domain/written-meeting/answer.ts';
import { ballotValue } from '../../domain/written-meeting/ballot.ts';
import type { WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';
import type { AnsweredInWriting } from '../../services/written-meeting/answer.ts';
import { DONE_TITLE } from '../../texts/form-word.ts';
import { writtenAnsweredText, writtenAnswerText } from '../../texts/written-answer.ts';
import { button, buttons, form, note, paragraph } from '../blocks.ts';
import { choiceWord } from './answer-form.ts';

/** Why it does not count: the due day is over, or answers were ended before. */
const lateText = (meeting: WrittenMeeting, { at }: WrittenAnswer): string =>
  at < endOf(meeting) ? writtenAnsweredText.lateBeforeDue : writtenAnsweredText.late;

/** After 回答する: that it was kept, what was chosen (of opinions nothing: Slack drops a long acknowledgement), whether it counts, and what is asked again because it was amended meanwhile. */
export const writtenAnsweredView = ({
  meeting,
  voter,
  answer,
  isLate,
  isOver,
  amended,
}: AnsweredInWriting): ModalView => {
  const value = ballotValue(meeting.id, voter.position);
  return form(DONE_TITLE.answered, 'written-answer.kept', null, [
    paragraph(
      [
        isLate ? lateText(meeting, answer) : writtenAnsweredText.answered,
        writtenAnswerText.voter(voter.title, voter.name),
        ...meeting.items.flatMap((item) => {
          const vote = answer.votes.find(
            ({ position, version }) => position === item.position && version === item.version,
          );
          return vote === undefined
            ? []
            : [writtenAnsweredText.said(item.position, choiceWord(item, vote.choice))];
        }),
        ...(amended.length === 0
          ? []
          : [writtenAnsweredText.amended(amended.map(({ position }) => position))]),
      ].join('\n'),
    ),
    ...(isLate || isOver ? [] : [note(writtenAnsweredText.mayChange(printDayWithWeekday(meeting.dueOn)))]),
    ...buttons('answer', [
      button(
        'written-answer.open',
        amended.length === 0 ? writtenAnsweredText.change : writtenAnsweredText.answerAmended,
        value,
      ),
    ]),
  ]);
};
