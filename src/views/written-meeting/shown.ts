import type { KnownBlock, ModalView } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import { printAgenda } from '../../domain/meeting/agenda.ts';
import type { WrittenAnswer } from '../../domain/written-meeting/answer.ts';
import { ballotValue } from '../../domain/written-meeting/ballot.ts';
import { countingVotes } from '../../domain/written-meeting/tally.ts';
import type { OpenedWrittenAnswer } from '../../services/written-meeting/open-answer.ts';
import { answerText, RECEIVED_WORD } from '../../texts/inquiry-answer.ts';
import {
  WRITTEN_ANSWER_BUTTON,
  WRITTEN_ANSWER_FORM,
  writtenAnswerText,
  writtenShownText,
} from '../../texts/written-answer.ts';
import { button, buttons, form, note, paragraph } from '../blocks.ts';
import { aboutBallot, choiceWord } from './answer-form.ts';

/** When it came, and who gave or entered it. */
const cameAs = ({ at, proxy, received }: WrittenAnswer): string =>
  [
    writtenShownText.answeredAt(printMoment(at)),
    ...(proxy === null ? [] : [writtenShownText.byProxy(proxy.title, proxy.name)]),
    ...(received === null
      ? []
      : [answerText.received(printDayWithWeekday(received.on), RECEIVED_WORD[received.by])]),
  ].join(' ');

/** Each 案件 whole with what counts of it. */
const itemBlocks = ({ meeting, answers }: OpenedWrittenAnswer): readonly KnownBlock[] => {
  const printed = printAgenda(meeting.items);
  const counting = countingVotes(meeting, answers);
  return meeting.items.flatMap((item, index) => {
    const said = counting.get(item.position);
    return [
      paragraph(printed[index] ?? item.text),
      ...(said === undefined
        ? [note(writtenShownText.nothing)]
        : [
            paragraph(
              [
                writtenShownText.choice(choiceWord(item, said.vote.choice)),
                ...(said.vote.opinion === '' ? [] : [writtenShownText.opinion(said.vote.opinion)]),
              ].join('\n'),
            ),
            note(cameAs(said.answer)),
          ]),
    ];
  });
};

const stateText = ({ meeting, due, isOver }: OpenedWrittenAnswer): string => {
  switch (meeting.state) {
    case 'announced':
      return meeting.recordCancelledAt === null
        ? writtenShownText.announced
        : writtenShownText.recordCancelled;
    case 'cancelled':
      return writtenShownText.cancelled;
    default:
      return isOver ? writtenShownText.over : writtenShownText.mayChange(printDayWithWeekday(due.dueOn));
  }
};

/** What leads on: to change it while that is counted, later to one that is kept as 期限後. */
const leadingOn = ({ takesAnswers, as, answers, isOver }: OpenedWrittenAnswer): string | undefined => {
  if (!takesAnswers) return undefined;
  if (as === 'on-behalf') return WRITTEN_ANSWER_BUTTON.onBehalf;
  if (isOver) return WRITTEN_ANSWER_BUTTON.late;
  return answers.length === 0 ? WRITTEN_ANSWER_BUTTON.answer : WRITTEN_ANSWER_BUTTON.change;
};

/** 回答を見る: what a 回答者 has answered, and whether it may be changed. */
export const shownWrittenAnswer = (opened: OpenedWrittenAnswer): ModalView => {
  const { meeting, voter, answers } = opened;
  const leads = leadingOn(opened);
  const latest = answers.at(-1);
  const keptLate =
    latest !== undefined &&
    ![...countingVotes(meeting, answers).values()].some(({ answer }) => answer === latest);
  return form(WRITTEN_ANSWER_FORM.shown, 'written-answer.shown', null, [
    ...aboutBallot(opened),
    ...itemBlocks(opened),
    ...(keptLate && opened.isOver ? [note(writtenShownText.keptLate(printMoment(latest.at)))] : []),
    note(stateText(opened)),
    ...buttons(
      'answer',
      leads === undefined
        ? []
        : [button('written-answer.again', leads, ballotValue(meeting.id, voter.position))],
    ),
  ]);
};

/** 文面をコピー: what is asked as plain text, for one whom Slack does not reach. */
export const writtenCopyView = (opened: OpenedWrittenAnswer): ModalView => {
  const { meeting, voter, contact } = opened;
  return form(WRITTEN_ANSWER_FORM.copy, 'written-answer.copied', null, [
    note(answerText.copyLead),
    ...aboutBallot({ ...opened, meeting: { ...meeting, documents: '' }, as: 'own' }),
    // Addresses as letters: on paper nobody presses a link.
    ...(meeting.documents === '' ? [] : [paragraph(meeting.documents)]),
    ...(meeting.invitation === '' ? [] : [paragraph(meeting.invitation)]),
    ...printAgenda(meeting.items).map(paragraph),
    paragraph([writtenAnswerText.howTo(voter.title, voter.name), answerText.copyContact(contact)].join('\n')),
  ]);
};
