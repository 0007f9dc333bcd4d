import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { APPLICABLE, MOST_COUNTED } from '../../domain/inquiry/answer.ts';
import { DOCUMENT_TYPES } from '../../domain/inquiry/document-file.ts';
import type { InquiryAnswer } from '../../domain/inquiry/inquiry.ts';
import type { OpenedAnswer } from '../../services/inquiry/open-answer.ts';
import {
  ANSWER_FORM,
  ANSWER_HINT,
  ANSWER_LABEL,
  APPLICABLE_WORD,
  answerText,
  CONFIRMED_WORD,
} from '../../texts/inquiry-answer.ts';
import { fileField, form, note, numberField, paragraph, radioField, textField } from '../blocks.ts';
import { receivedFields } from '../received-fields.ts';
import { checkboxField } from '../select-fields.ts';
import { aboutInquiry, answerNote } from './about.ts';
import { questionForm } from './question-form.ts';

/** The form shows at most this many earlier answers. */
const MOST_PAST = 10;

/** What the inquiry asks for first: 該当, 件数 or 確認; nothing where words or a form are. */
const askedField = ({ inquiry }: OpenedAnswer, last: InquiryAnswer | undefined): readonly InputBlock[] => {
  switch (inquiry.answerForm) {
    case 'applicability':
      return [
        radioField({
          name: 'applicable',
          label: ANSWER_LABEL.applicable,
          choices: APPLICABLE.map((value) => ({ value, text: APPLICABLE_WORD[value] })),
          initial: last === undefined ? undefined : last.applicable === true ? 'yes' : 'no',
        }),
      ];
    case 'count':
      return [
        numberField({
          name: 'count',
          label: ANSWER_LABEL.count,
          hint: ANSWER_HINT.count,
          initial: last?.count ?? undefined,
          min: 0,
          max: MOST_COUNTED,
        }),
      ];
    case 'confirmation':
      return [
        checkboxField({
          name: 'confirmed',
          label: ANSWER_LABEL.confirmed,
          choices: [{ value: 'confirmed', text: CONFIRMED_WORD }],
          initial: last === undefined ? [] : ['confirmed'],
        }),
      ];
    case 'words':
    case 'document':
      return [];
  }
};

const answerFields = (opened: OpenedAnswer, last: InquiryAnswer | undefined): readonly InputBlock[] => {
  const { answerForm } = opened.inquiry;
  const file = last?.file ?? null;
  return [
    ...askedField(opened, last),
    textField({
      name: 'text',
      label: ANSWER_LABEL.text,
      initial: last?.text,
      multiline: true,
      maxLength: 3000,
      optional: answerForm !== 'words',
      ...(answerForm === 'applicability' ? { hint: ANSWER_HINT.text } : {}),
    }),
    fileField({
      name: 'file',
      label: ANSWER_LABEL.file,
      hint: file === null ? ANSWER_HINT.file : `${ANSWER_HINT.file}${ANSWER_HINT.fileStays(file.name)}`,
      fileTypes: DOCUMENT_TYPES,
      optional: answerForm !== 'document' || file !== null,
    }),
  ];
};

/** 照会に回答, or 代理入力 for a section that is not one's own: the inquiry whole, and the last answer filled in. */
export const answerForm = (opened: OpenedAnswer): ModalView => {
  if (opened.questions.length > 0) return questionForm(opened, 1);
  const { as, answers, target, place } = opened;
  const [last] = answers;
  const isOwn = as === 'own';
  const past: readonly KnownBlock[] = answers.slice(0, MOST_PAST).map((answer) => answerNote(answer, opened));
  const { inquiryId, sectionId, role } = target;
  return form(
    isOwn ? ANSWER_FORM.answer : ANSWER_FORM.onBehalf,
    'inquiry-answer.submit',
    '回答する',
    [
      ...aboutInquiry(opened),
      ...(isOwn ? [] : [paragraph(answerText.onBehalf(place.departmentName, place.sectionName))]),
      ...answerFields(opened, last),
      ...(isOwn ? [] : receivedFields()),
      ...(past.length === 0 ? [] : [note(answerText.previous), ...past]),
    ],
    { inquiryId, sectionId, role, as },
  );
};
