import type { InputBlock, ModalView } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { agendaText, printAgenda } from '../../domain/meeting/agenda.ts';
import type { AmendedItem } from '../../services/written-meeting/amend.ts';
import type { OpenedWrittenCourse } from '../../services/written-meeting/open-course.ts';
import { SAVE_CHANGES } from '../../texts/form-word.ts';
import { writtenAnswerLabel, writtenAnswerText } from '../../texts/written-answer.ts';
import {
  WRITTEN_COURSE_FORM,
  WRITTEN_COURSE_HINT,
  WRITTEN_COURSE_LABEL,
  WRITTEN_COURSE_SUBMIT,
  writtenCourseText,
} from '../../texts/written-course.ts';
import { dayField, form, paragraph, textField } from '../blocks.ts';
import { doneMessage, sentenceForm } from '../failure.ts';
import { finalActView } from '../final-act.ts';
import { selectField } from '../select-fields.ts';
import { whichLine } from './which.ts';

/** What 回答期限を変更, 再開 and 案件を訂正 carry. */
const metadataOf = ({ meeting }: OpenedWrittenCourse) => ({
  meetingId: meeting.id,
  revision: meeting.revision,
});

const aboutLines = ({ bodyName, meeting }: OpenedWrittenCourse): readonly [string, ...string[]] => [
  writtenAnswerText.title(bodyName),
  writtenAnswerText.dueOn(printDayWithWeekday(meeting.dueOn)),
  whichLine(meeting),
];

const reasonField = (hint: string): InputBlock =>
  textField({ name: 'reason', label: WRITTEN_COURSE_LABEL.reason, hint, maxLength: 300 });

/** 回答期限を変更. */
export const extendWrittenForm = (opened: OpenedWrittenCourse): ModalView =>
  form(
    WRITTEN_COURSE_FORM.extend,
    'written-meeting.extend',
    SAVE_CHANGES,
    [
      paragraph(aboutLines(opened).join('\n')),
      dayField({
        name: 'dueOn',
        label: WRITTEN_COURSE_LABEL.dueOn,
        hint: WRITTEN_COURSE_HINT.newDueOn,
        initial: opened.meeting.dueOn,
      }),
      reasonField(WRITTEN_COURSE_HINT.kept),
    ],
    metadataOf(opened),
  );

/** 再開: answers are taken again, until another day. */
export const reopenWrittenForm = (opened: OpenedWrittenCourse): ModalView =>
  form(
    WRITTEN_COURSE_FORM.reopen,
    'written-meeting.reopen',
    WRITTEN_COURSE_SUBMIT.reopen,
    [
      paragraph(aboutLines(opened).join('\n')),
      dayField({
        name: 'dueOn',
        label: WRITTEN_COURSE_LABEL.dueOn,
        hint: WRITTEN_COURSE_HINT.newDueOn,
      }),
      reasonField(WRITTEN_COURSE_HINT.kept),
    ],
    metadataOf(opened),
  );

/** After a new 回答期限 on a closing day, which is kept: what the next working day is. */
export const newDueOnClosingDay = (dueOn: LocalDate, next: LocalDate): ModalView =>
  sentenceForm(
    doneMessage('changed', writtenCourseText.warnDue(printDayWithWeekday(dueOn), printDayWithWeekday(next))),
  );

/**
 * 案件を訂正: the 案件 chosen is filled in as it reads now; where there is one alone, it is chosen already. `chosen` is its position.
 */
export const amendWrittenForm = (opened: OpenedWrittenCourse, chosen?: number): ModalView => {
  const { items } = opened.meeting;
  const printed = printAgenda(items);
  const [only] = items.length === 1 ? items : items.filter(({ position }) => position === chosen);
  return form(
    WRITTEN_COURSE_FORM.amend,
    'written-meeting.amend',
    WRITTEN_COURSE_SUBMIT.amend,
    [
      paragraph([...aboutLines(opened), writtenCourseText.amending].join('\n')),
      selectField({
        name: 'item',
        label: WRITTEN_COURSE_LABEL.item,
        choices: items.map(({ position }, index) => ({
          value: String(position),
          text: printed[index] ?? writtenAnswerLabel.item(position),
        })),
        initial: only === undefined ? undefined : String(only.position),
        tells: items.length > 1,
      }),
      textField({
        name: 'text',
        label: WRITTEN_COURSE_LABEL.text,
        hint: WRITTEN_COURSE_HINT.text,
        initial: only === undefined ? undefined : agendaText([only]),
        multiline: true,
        maxLength: 3000,
        ...(only === undefined ? {} : { actionId: `text-${only.position}` }),
      }),
      reasonField(WRITTEN_COURSE_HINT.told),
    ],
    metadataOf(opened),
  );
};

/** After 案件を訂正: who is asked again, and who of them Slack does not reach. */
export const amendedWrittenView = ({ item, askedAgain }: AmendedItem): ModalView => {
  const unreached = askedAgain.filter(({ slackId }) => slackId === null);
  return sentenceForm(
    doneMessage(
      'changed',
      [
        writtenCourseText.amended(writtenAnswerLabel.item(item.position), askedAgain.length),
        ...(unreached.length === 0
          ? []
          : [writtenCourseText.unreached(unreached.map(({ title, name }) => `${title} ${name}`))]),
      ].join('\n'),
    ),
  );
};

/** What stands before 受付を終了. */
export const closingWrittenView = (opened: OpenedWrittenCourse): ModalView => {
  const { answered, asked } = opened.progress;
  return finalActView('written-meeting.close', {
    numbers: [writtenCourseText.closing(answered, asked)],
    about: [...aboutLines(opened), writtenCourseText.closingStops],
    metadata: metadataOf(opened),
  });
};

/** What stands before 中止, with its reason. */
export const cancellingWrittenView = (opened: OpenedWrittenCourse): ModalView => {
  const { answered, asked } = opened.progress;
  return finalActView('written-meeting.cancel', {
    numbers: [writtenCourseText.cancelling(answered, asked - answered)],
    about: [
      ...aboutLines(opened),
      opened.leaving === null ? writtenCourseText.cancellingStops : writtenCourseText.cancellingUnsent,
    ],
    fields: [reasonField(WRITTEN_COURSE_HINT.told)],
    metadata: metadataOf(opened),
  });
};
