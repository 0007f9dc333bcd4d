import type { KnownBlock, ModalView } from '@slack/types';
import { MOST_ANSWER_LETTERS, partField } from '../../domain/inquiry/answer.ts';
import { targetValue } from '../../domain/inquiry/target.ts';
import {
  openQuestions,
  pageOfQuestions,
  type Question,
  questionName,
} from '../../domain/opinion/question.ts';
import { joinParts } from '../../domain/parts.ts';
import type { OpenedAnswer } from '../../services/inquiry/open-answer.ts';
import { ANSWER_FORM, answerText } from '../../texts/inquiry-answer.ts';
import { OPINION_KIND_WORD } from '../../texts/opinion.ts';
import { OPINION_ASK_BUTTON, opinionAnswerText } from '../../texts/opinion-ask.ts';
import { buttons, form, note, paragraph, paragraphsOf, textField } from '../blocks.ts';
import { fitsOneView } from '../measure.ts';
import { turnButtons } from '../paging.ts';
import { receivedFields } from '../received-fields.ts';
import { aboutInquiry, answerNote } from './about.ts';

/** The last page shows at most this many earlier answers. */
const MOST_PAST = 5;

/** One 評価・意見 whole. */
const questionBlocks = (question: Question): readonly KnownBlock[] => {
  const { item, kind, words } = question.opinion;
  return paragraphsOf([
    opinionAnswerText.heading(questionName(question), item, OPINION_KIND_WORD[kind]),
    words,
  ]);
};

const cancelledNotes = (questions: readonly Question[]): readonly KnownBlock[] =>
  questions
    .filter(({ isCancelled }) => isCancelled)
    .slice(0, MOST_PAST)
    .map((question) => note(opinionAnswerText.cancelled(questionName(question))));

const pageNotes = ({ drafts }: OpenedAnswer, shown: number, pages: number): readonly KnownBlock[] => [
  ...(shown === 1 && drafts.size > 0 ? [note(opinionAnswerText.underWay)] : []),
  ...(pages === 1
    ? []
    : [note(shown === pages ? opinionAnswerText.lastPage(pages) : opinionAnswerText.page(shown, pages))]),
];

/**
 * 照会に回答 or 代理入力 of 調査・検討を依頼: the section's own 評価・意見 whole, each with its answer, on pages of ten. What was typed
 * on pages before, or answered last, is filled in.
 */
export const questionForm = (opened: OpenedAnswer, page: number): ModalView => {
  const { as, answers, target, place, questions, answered, drafts } = opened;
  const { shown, pages, here } = pageOfQuestions(questions, page);
  const isLast = shown === pages;
  const isOwn = as === 'own';
  const { inquiryId, sectionId, role } = target;
  const past = isLast ? answers.slice(0, MOST_PAST).map((answer) => answerNote(answer, opened)) : [];
  return form(
    isOwn ? ANSWER_FORM.answer : ANSWER_FORM.onBehalf,
    'inquiry-answer.page',
    isLast ? '回答する' : OPINION_ASK_BUTTON.next,
    [
      ...(shown === 1 ? aboutInquiry(opened) : []),
      ...(isOwn ? [] : [paragraph(answerText.onBehalf(place.departmentName, place.sectionName))]),
      ...pageNotes(opened, shown, pages),
      ...(shown === 1 ? cancelledNotes(questions) : []),
      ...(openQuestions(questions).length === 0 ? [paragraph(opinionAnswerText.nothingLeft)] : []),
      ...here.flatMap((question) => [
        ...questionBlocks(question),
        textField({
          name: partField(question.position),
          label: opinionAnswerText.label(questionName(question)),
          initial: drafts.get(question.opinionId) ?? answered.get(question.opinionId),
          multiline: true,
          maxLength: MOST_ANSWER_LETTERS,
        }),
      ]),
      ...(isOwn || !isLast ? [] : receivedFields()),
      ...(past.length === 0 ? [] : [note(answerText.previous), ...past]),
    ],
    { inquiryId, sectionId, role, as, page: shown, isLast },
  );
};

/** While the next page is made. */
export const goingOn = (): ModalView =>
  form(ANSWER_FORM.answer, 'inquiry-answer.going', null, [paragraph(opinionAnswerText.going)]);

/** Of 回答を見る a page of what was asked and answered, whole, with the way to the others. */
export const questionsShown = (opened: OpenedAnswer, page: number): readonly KnownBlock[] => {
  const { questions, answered, target } = opened;
  if (questions.length === 0) return [];
  const { shown, pages, here } = pageOfQuestions(questions, page);
  const counts = target.answer !== null;
  return [
    ...cancelledNotes(questions),
    ...here.flatMap((question) => [
      ...questionBlocks(question),
      ...paragraphsOf([
        opinionAnswerText.label(questionName(question)),
        (counts ? answered.get(question.opinionId) : undefined) ?? opinionAnswerText.unanswered,
      ]),
    ]),
    ...(pages === 1 ? [] : [note(opinionAnswerText.show(shown, pages))]),
    ...buttons(
      'questions',
      turnButtons('inquiry-answer', { shown, pages }, (to) => joinParts(targetValue(target), to)),
    ),
  ];
};

/** Of 文面をコピー what is asked, as much as Slack takes in one view beside the rest. */
export const questionsToCopy = ({ questions }: OpenedAnswer): readonly KnownBlock[] => {
  const all = openQuestions(questions);
  const blocks: KnownBlock[] = [];
  for (const [index, question] of all.entries()) {
    const more = questionBlocks(question);
    if (!fitsOneView([...blocks, ...more]))
      return [...blocks, paragraph(opinionAnswerText.notCopied(all.length - index))];
    blocks.push(...more);
  }
  return blocks;
};
