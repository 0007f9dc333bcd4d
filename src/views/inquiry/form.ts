import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { Department } from '../../domain/department.ts';
import type { GoneNames } from '../../domain/inquiry/audience.ts';
import { DOCUMENT_TYPES } from '../../domain/inquiry/document-file.ts';
import {
  ANSWER_FORMS,
  INQUIRY_AUDIENCES,
  INQUIRY_DUTIES,
  type Inquiry,
  type InquiryFacts,
  MOST_INQUIRED,
} from '../../domain/inquiry/inquiry.ts';
import { SAVE_CHANGES } from '../../texts/form-word.ts';
import {
  ANSWER_FORM_WORD,
  DUTY_WORD,
  INQUIRY_AUDIENCE_WORD,
  INQUIRY_BUTTON,
  INQUIRY_FORM,
  INQUIRY_HINT,
  INQUIRY_LABEL,
  inquiryText,
} from '../../texts/inquiry.ts';
import {
  button,
  buttons,
  dayField,
  fileField,
  form,
  note,
  paragraph,
  peopleField,
  radioField,
  textField,
  urlField,
} from '../blocks.ts';
import { doneMessage, sentenceForm } from '../failure.ts';
import { multiSelectField, selectField } from '../select-fields.ts';
import { sendingField } from './sending.ts';

/** What the form is made of: the departments to choose from, the day it offers, and the draft or inquiry that is changed. */
export type InquiryFormContent = {
  readonly inquiryId: string;
  readonly departments: readonly Department[];
  readonly dueOn: LocalDate;
  readonly inquiry: Inquiry | undefined;
  readonly gone: GoneNames;
};

/** What the fields are filled with. */
type Filled = InquiryFacts & Pick<Inquiry, 'file'>;

const fileHint = (file: Inquiry['file']): string =>
  file === null ? INQUIRY_HINT.file : INQUIRY_HINT.fileStays(file.name);

/** What an inquiry says. */
export const aboutFields = (inquiry: Filled | undefined, numberHint?: string): readonly InputBlock[] => [
  textField({ name: 'title', label: INQUIRY_LABEL.title, initial: inquiry?.title, maxLength: 100 }),
  textField({
    name: 'documentNumber',
    label: INQUIRY_LABEL.documentNumber,
    ...(numberHint === undefined ? {} : { hint: numberHint }),
    initial: inquiry?.documentNumber,
    maxLength: 60,
    optional: true,
  }),
  textField({
    name: 'requester',
    label: INQUIRY_LABEL.requester,
    hint: INQUIRY_HINT.requester,
    initial: inquiry?.requester,
    maxLength: 60,
    optional: true,
  }),
  textField({
    name: 'content',
    label: INQUIRY_LABEL.content,
    initial: inquiry?.content,
    maxLength: 3000,
    multiline: true,
  }),
  fileField({
    name: 'file',
    label: INQUIRY_LABEL.file,
    hint: fileHint(inquiry?.file ?? null),
    fileTypes: DOCUMENT_TYPES,
    optional: true,
  }),
  urlField({ name: 'link', label: INQUIRY_LABEL.link, initial: inquiry?.link, optional: true }),
];

/** What it asks, of whom, and until when. */
export const askFields = (
  inquiry: InquiryFacts | undefined,
  { departments, dueOn }: Pick<InquiryFormContent, 'departments' | 'dueOn'>,
): readonly InputBlock[] => [
  selectField({
    name: 'duty',
    label: INQUIRY_LABEL.duty,
    choices: INQUIRY_DUTIES.map((value) => ({ value, text: DUTY_WORD[value] })),
    initial: inquiry?.duty,
  }),
  dayField({
    name: 'dueOn',
    label: INQUIRY_LABEL.dueOn,
    hint: INQUIRY_HINT.dueOn,
    initial: inquiry?.dueOn ?? dueOn,
  }),
  dayField({
    name: 'collectBy',
    label: INQUIRY_LABEL.collectBy,
    hint: INQUIRY_HINT.collectBy,
    initial: inquiry?.collectBy ?? undefined,
    optional: true,
  }),
  radioField({
    name: 'audience',
    label: INQUIRY_LABEL.audience,
    hint: INQUIRY_HINT.audience,
    choices: INQUIRY_AUDIENCES.map((value) => ({ value, text: INQUIRY_AUDIENCE_WORD[value] })),
    initial: inquiry?.audience,
  }),
  ...(departments.length === 0
    ? []
    : [
        multiSelectField({
          name: 'departments',
          label: INQUIRY_LABEL.departments,
          hint: INQUIRY_HINT.departments,
          choices: departments.map(({ id, name }) => ({ value: id, text: name })),
          initial: inquiry?.departmentIds ?? [],
          optional: true,
        }),
      ]),
  peopleField({
    name: 'people',
    label: INQUIRY_LABEL.people,
    hint: INQUIRY_HINT.people,
    initial: inquiry?.chosen ?? [],
    most: MOST_INQUIRED,
    optional: true,
  }),
  radioField({
    name: 'answerForm',
    label: INQUIRY_LABEL.answerForm,
    choices: ANSWER_FORMS.map((value) => ({ value, text: ANSWER_FORM_WORD[value] })),
    initial: inquiry?.answerForm,
  }),
];

/** The value of 前回から作成 in 照会を作成 itself, whose place the choice takes. */
export const IN_PLACE = 'in-place';

/** 前回から作成 above the fields of an empty form. */
const earlierButton = (): readonly KnownBlock[] => [
  ...buttons('earlier', [button('inquiry-earlier.open', INQUIRY_BUTTON.earlier, IN_PLACE)]),
  note(inquiryText.earlierReplaces),
];

/** Who of the 対象 can't be asked any more, a sentence each. */
export const goneLines = ({ departments, people }: GoneNames): readonly KnownBlock[] => [
  ...(departments.length === 0 ? [] : [paragraph(inquiryText.goneDepartments(departments))]),
  ...(people.length === 0 ? [] : [paragraph(inquiryText.gonePeople(people))]),
];

/** 照会を作成: empty, or filled with the draft that is continued. */
export const inquiryForm = (content: InquiryFormContent): ModalView =>
  form(
    INQUIRY_FORM.create,
    'inquiry.save',
    '送信する',
    [
      ...(content.inquiry === undefined ? earlierButton() : goneLines(content.gone)),
      ...aboutFields(content.inquiry),
      ...askFields(content.inquiry, content),
      sendingField('next-morning'),
    ],
    { inquiryId: content.inquiryId, revision: content.inquiry?.revision ?? 0 },
  );

/** 照会を編集: what an inquiry that was sent says; whom it asks, and how, stays. */
export const amendForm = (content: InquiryFormContent): ModalView =>
  form(
    INQUIRY_FORM.amend,
    'inquiry.amend',
    SAVE_CHANGES,
    [
      ...aboutFields(content.inquiry),
      textField({
        name: 'reason',
        label: INQUIRY_LABEL.changeReason,
        hint: INQUIRY_HINT.reason,
        maxLength: 300,
        optional: true,
      }),
    ],
    { inquiryId: content.inquiryId, revision: content.inquiry?.revision ?? 0 },
  );

/** 回答期限を変更. */
export const extendForm = ({ id, revision, dueOn, collectBy, title }: Inquiry): ModalView =>
  form(
    INQUIRY_FORM.extend,
    'inquiry.extend',
    SAVE_CHANGES,
    [
      paragraph(title),
      dayField({
        name: 'dueOn',
        label: INQUIRY_LABEL.newDueOn,
        hint: INQUIRY_HINT.newDueOn(collectBy === null ? null : printDayWithWeekday(collectBy)),
        initial: dueOn,
      }),
      reasonField(),
    ],
    { inquiryId: id, revision },
  );

/** After 回答期限を変更 to a closing day, which is kept: what the next working day is. */
export const extendedToClosingDay = (dueOn: LocalDate, next: LocalDate): ModalView =>
  sentenceForm(
    doneMessage(
      'changed',
      inquiryText.warnDue('dueOn', printDayWithWeekday(dueOn), printDayWithWeekday(next)),
    ),
  );

/** The reason of a change to an inquiry that was sent. */
export const reasonField = (): InputBlock =>
  textField({ name: 'reason', label: INQUIRY_LABEL.reason, hint: INQUIRY_HINT.reason, maxLength: 300 });

/** 照会を再開: with a reason. */
export const reopenForm = ({ id, title }: Inquiry): ModalView =>
  form(INQUIRY_FORM.reopen, 'inquiry.reopen', INQUIRY_BUTTON.reopen, [paragraph(title), reasonField()], {
    inquiryId: id,
  });
