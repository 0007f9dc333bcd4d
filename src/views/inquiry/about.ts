import type { ContextBlock, KnownBlock } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import type { AnswerForm, InquiryAnswer } from '../../domain/inquiry/inquiry.ts';
import type { TargetInPlace } from '../../domain/inquiry/standing.ts';
import { isLate } from '../../domain/inquiry/tally.ts';
import type { OpenedAnswer } from '../../services/inquiry/open-answer.ts';
import {
  ANSWER_BUTTON,
  APPLICABLE_WORD,
  answerText,
  CONFIRMED_WORD,
  RECEIVED_WORD,
} from '../../texts/inquiry-answer.ts';
import { button, buttons, header, paragraph } from '../blocks.ts';
import { dueLine } from '../morning/inquiry.ts';
import { escaped, personMention } from '../mrkdwn.ts';

/** An inquiry whole, as the one reads it who is to answer for a section. */
export const aboutInquiry = ({ inquiry, target, place, due, day }: OpenedAnswer): readonly KnownBlock[] => {
  const { title, documentNumber, requester, content, link, file, state } = inquiry;
  const isReturned = target.answer === null && target.returned !== null;
  return [
    header(title),
    paragraph(
      [
        ...(documentNumber === '' ? [] : [answerText.documentNumber(documentNumber)]),
        ...(requester === '' ? [] : [answerText.requester(requester)]),
        answerText.place(place.departmentName, place.sectionName),
        ...(state === 'open' ? [dueLine(due, day)] : []),
      ].join('\n'),
    ),
    ...(isReturned && target.returned !== null
      ? [paragraph(answerText.returned(target.returned.reason))]
      : []),
    paragraph(content),
    ...(link === '' ? [] : [paragraph(answerText.link(link))]),
    ...(file === null
      ? []
      : [
          paragraph(answerText.file(file.name)),
          ...buttons('inquiry-file', [button('inquiry-file.send', ANSWER_BUTTON.file, inquiry.id)]),
        ]),
  ];
};

/** 該当あり, 3件 or 内容を確認しました; empty for a form that was handed in. */
export const answerWord = (
  { applicable, count }: Pick<InquiryAnswer, 'applicable' | 'count'>,
  form: AnswerForm,
): string => {
  if (applicable !== null) return applicable ? APPLICABLE_WORD.yes : APPLICABLE_WORD.no;
  if (count !== null) return answerText.count(count);
  return form === 'confirmation' ? CONFIRMED_WORD : '';
};

/** Everything an answer says, a part each. */
const answerParts = (
  answer: InquiryAnswer,
  { inquiry, target }: Pick<TargetInPlace, 'inquiry' | 'target'>,
): readonly string[] =>
  [
    answerWord(answer, inquiry.answerForm),
    answer.text,
    answer.file === null ? '' : answerText.attached(answer.file.name),
    answer.received === null
      ? ''
      : answerText.received(printDayWithWeekday(answer.received.on), RECEIVED_WORD[answer.received.by]),
    isLate(inquiry, target, answer) ? answerText.late : '',
  ].filter((part) => part !== '');

/** What an answer says, a line each. */
export const answerLines = (
  answer: InquiryAnswer,
  found: Pick<TargetInPlace, 'inquiry' | 'target'>,
): string => answerParts(answer, found).join('\n');

/** Each sign may become five when escaped, and Slack takes 3,000 in all. */
const MOST_SAID = 400;

/** An answer in small print: when, by whom, and what it said. The name is a mention; all that was typed is escaped. */
export const answerNote = (
  answer: InquiryAnswer,
  found: Pick<TargetInPlace, 'inquiry' | 'target'>,
): ContextBlock => {
  const said = escaped(answerParts(answer, found).join(answerText.separator), MOST_SAID);
  const text = answerText.past(printMoment(answer.at), personMention(answer.by), said);
  return { type: 'context', elements: [{ type: 'mrkdwn', verbatim: true, text }] };
};

/** When an answer was entered, and by whom. */
export const enteredNote = ({ at, by }: InquiryAnswer): ContextBlock => ({
  type: 'context',
  elements: [
    { type: 'mrkdwn', verbatim: true, text: answerText.enteredBy(printMoment(at), personMention(by)) },
  ],
});
