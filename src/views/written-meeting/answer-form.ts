import type { KnownBlock, ModalView } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { printAgenda } from '../../domain/meeting/agenda.ts';
import {
  type Choice,
  choiceField,
  choicesFor,
  isDecided,
  MOST_OPINION_LETTERS,
  opinionField,
} from '../../domain/written-meeting/answer.ts';
import { itemsAskedAgain } from '../../domain/written-meeting/owed.ts';
import { countingVotes } from '../../domain/written-meeting/tally.ts';
import type { WrittenItem } from '../../domain/written-meeting/written-meeting.ts';
import type { OpenedWrittenAnswer } from '../../services/written-meeting/open-answer.ts';
import {
  CHOICE_WORD,
  CONFIRMED_CHOICE_WORD,
  WRITTEN_ANSWER_FORM,
  writtenAnswerLabel,
  writtenAnswerText,
} from '../../texts/written-answer.ts';
import { buttons, form, header, paragraph, paragraphsOf, radioField, textField } from '../blocks.ts';
import { receivedFields } from '../received-fields.ts';
import { documentBlocks, documentButtons } from './documents.ts';

/** What was or may be chosen for a 案件, in words. */
export const choiceWord = (item: Pick<WrittenItem, 'kind'>, choice: Choice): string =>
  isDecided(item) || choice === 'object' ? CHOICE_WORD[choice] : CONFIRMED_CHOICE_WORD[choice];

/** What it is about, for whom it is answered, and until when. */
export const aboutBallot = ({
  meeting,
  bodyName,
  voter,
  as,
  due,
}: OpenedWrittenAnswer): readonly KnownBlock[] => {
  const { title, name } = voter;
  return [
    header(writtenAnswerText.title(bodyName)),
    ...paragraphsOf(
      [
        ...(meeting.documentNumber === '' ? [] : [writtenAnswerText.documentNumber(meeting.documentNumber)]),
        writtenAnswerText.dueOn(printDayWithWeekday(due.dueOn)),
        as === 'own' ? writtenAnswerText.voter(title, name) : '',
        as === 'proxy' ? writtenAnswerText.asProxy(title, name) : '',
        as === 'on-behalf' ? writtenAnswerText.onBehalf(title, name) : '',
      ].filter((line) => line !== ''),
    ),
    ...documentBlocks(meeting),
    ...buttons('documents', documentButtons(meeting)),
  ];
};

/** One 案件 whole, with its number, and what may be said to it; what was said to it as it reads now is filled in. */
const itemBlocks = (
  item: WrittenItem,
  printed: string,
  { meeting, answers }: OpenedWrittenAnswer,
): readonly KnownBlock[] => {
  const { position } = item;
  const said = countingVotes(meeting, answers).get(position)?.vote;
  const isAskedAgain = itemsAskedAgain(meeting, answers).some((one) => one.position === position);
  return [
    // One block of it leaves room for 資料 among the hundred of a form.
    paragraph(isAskedAgain ? `${printed}\n${writtenAnswerText.amended}` : printed),
    radioField({
      name: choiceField(position),
      label: writtenAnswerLabel.item(position),
      choices: choicesFor(item).map((value) => ({ value, text: choiceWord(item, value) })),
      initial: said?.choice,
    }),
    textField({
      name: opinionField(position),
      label: writtenAnswerLabel.opinion(position),
      hint: isDecided(item) ? writtenAnswerText.opinionHint : writtenAnswerText.confirmedOpinionHint,
      initial: said?.opinion,
      multiline: true,
      maxLength: MOST_OPINION_LETTERS,
      optional: true,
    }),
  ];
};

/** 書面開催に回答, or 代理入力: every 案件 whole. It carries the versions that it shows, and how many answers there were. */
export const writtenAnswerForm = (opened: OpenedWrittenAnswer): ModalView => {
  const { meeting, voter, as, answers, isOver, isEndedEarly } = opened;
  const printed = printAgenda(meeting.items);
  return form(
    as === 'on-behalf' ? WRITTEN_ANSWER_FORM.onBehalf : WRITTEN_ANSWER_FORM.answer,
    'written-answer.submit',
    '回答する',
    [
      ...aboutBallot(opened),
      ...(isOver && as !== 'on-behalf'
        ? [paragraph(isEndedEarly ? writtenAnswerText.endedEarly : writtenAnswerText.over)]
        : []),
      ...meeting.items.flatMap((item, index) => itemBlocks(item, printed[index] ?? item.text, opened)),
      ...(as === 'on-behalf' ? receivedFields() : []),
    ],
    {
      meetingId: meeting.id,
      position: voter.position,
      as,
      versions: meeting.items.map(({ version }) => version),
      answers: answers.length,
    },
  );
};
