import type { KnownBlock, ModalView } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { isLate } from '../../domain/inquiry/tally.ts';
import { targetValue } from '../../domain/inquiry/target.ts';
import { joinParts } from '../../domain/parts.ts';
import type { Answered } from '../../services/inquiry/answer.ts';
import type { OpenedAnswer } from '../../services/inquiry/open-answer.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { DONE_TITLE } from '../../texts/form-word.ts';
import { ANSWER_BUTTON, ANSWER_FORM, answerText } from '../../texts/inquiry-answer.ts';
import { button, buttons, form, header, note, paragraph } from '../blocks.ts';
import { doneMessage } from '../failure.ts';
import { aboutInquiry, answerLines, answerNote, enteredNote } from './about.ts';
import { questionsShown, questionsToCopy } from './question-form.ts';

/** At most this many earlier answers are shown. */
const MOST_PAST = 20;

/** What the form becomes: what was kept, and until when it may be changed. */
export const answeredView = (answered: Answered): ModalView => {
  const { inquiry, target, place, answer } = answered;
  const { departmentName, sectionName } = place;
  return form(DONE_TITLE.answered, 'inquiry-answer.kept', null, [
    paragraph(
      [
        isLate(inquiry, target, answer) ? answerText.answeredLate : answerText.answered,
        answerText.answeredOf(inquiry.title, departmentName, sectionName),
      ].join('\n'),
    ),
    paragraph(answerLines(answer, answered)),
    note(answerText.mayChange),
    ...buttons('answer', [button('inquiry-answer.open', ANSWER_BUTTON.change, targetValue(target))]),
  ]);
};

/** While a large file is read. */
export const readingAnswer = (): ModalView =>
  form(ANSWER_FORM.answer, 'inquiry-answer.reading', null, [paragraph(answerText.reading)]);

const closedText = ({ closed }: OpenedAnswer): readonly KnownBlock[] => {
  if (closed === undefined) return [];
  return [note(closed.kind === 'inquiry-cancelled' ? answerText.cancelled : answerText.closed)];
};

/** 回答を見る: the inquiry, the answer that counts, and the earlier ones; of one with many questions a page, counted from 1. */
export const shownAnswer = (opened: OpenedAnswer, page = 1): ModalView => {
  const { target, answers, as, closed } = opened;
  const { answer } = target;
  const past = answers.filter(({ id }) => id !== answer?.id).slice(0, MOST_PAST);
  const value = targetValue(target);
  const change = answer === null ? ANSWER_BUTTON.answer : ANSWER_BUTTON.change;
  return form(ANSWER_FORM.shown, 'inquiry-answer.shown', null, [
    ...aboutInquiry(opened),
    header(answerText.current),
    ...(answer === null
      ? [paragraph(answerText.unanswered)]
      : [
          ...(opened.questions.length === 0 ? [paragraph(answerLines(answer, opened))] : []),
          enteredNote(answer),
        ]),
    ...questionsShown(opened, page),
    ...buttons('answer', [
      ...(answer === null || answer.file === null
        ? []
        : [button('inquiry-answer.file', ANSWER_BUTTON.ownFile, joinParts(value, answer.id))]),
      ...(closed === undefined
        ? [button('inquiry-answer.open', as === 'own' ? change : ANSWER_BUTTON.onBehalf, value)]
        : []),
    ]),
    ...closedText(opened),
    ...(past.length === 0
      ? []
      : [header(answerText.previous), ...past.map((one) => answerNote(one, opened))]),
  ]);
};

/** After a file was sent into the bot's DM. */
export const answerFileSent = (name: string): SlackMessage => doneMessage('sent', answerText.fileSent(name));

/** 文面をコピー: the request as plain text for somebody without Slack. */
export const copyView = (opened: OpenedAnswer): ModalView => {
  const { inquiry, place, due, contact } = opened;
  const { title, documentNumber, requester, content, link, file, answerForm } = inquiry;
  const said = (lines: readonly string[]): string => lines.filter((line) => line !== '').join('\n');
  return form(ANSWER_FORM.copy, 'inquiry-copy.shown', null, [
    note(answerText.copyLead),
    paragraph(
      said([
        answerText.copyTitle(title),
        documentNumber === '' ? '' : answerText.documentNumber(documentNumber),
        requester === '' ? '' : answerText.requester(requester),
        answerText.place(place.departmentName, place.sectionName),
        answerText.copyDue(printDayWithWeekday(due.dueOn)),
      ]),
    ),
    paragraph(content),
    ...questionsToCopy(opened),
    paragraph(
      said([
        link === '' ? '' : answerText.link(link),
        file === null ? '' : answerText.copyFile(file.name),
        answerText.copyHowTo(answerText.howTo[answerForm]),
        answerText.copyContact(contact),
      ]),
    ),
  ]);
};
