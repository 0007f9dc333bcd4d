import type { ModalView } from '@slack/types';
import { ATTENDANCE_STATES, ENTRY_MODES } from '../../domain/attendance/attendance.ts';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { MOST_CHOSEN } from '../../domain/person/chosen.ts';
import type { UnknownName } from '../../domain/person/person.ts';
import { printTrainingDate } from '../../domain/training/training.ts';
import type { AttendableYear, AttendanceFormContent } from '../../services/attendance/open-form.ts';
import type { AttendanceRecorded } from '../../services/attendance/record.ts';
import {
  ATTENDANCE_BUTTON,
  ATTENDANCE_CONFIRM_FORM,
  ATTENDANCE_FORM,
  ATTENDANCE_HINT,
  ATTENDANCE_LABEL,
  attendanceText,
  MODE_WORD,
} from '../../texts/attendance.ts';
import { trainingText } from '../../texts/training.ts';
import { ATTENDANCE_WORD } from '../../texts/training-csv.ts';
import {
  button,
  buttons,
  form,
  note,
  paragraph,
  paragraphsOf,
  peopleField,
  radioField,
  textField,
} from '../blocks.ts';
import { unknownNameLines } from '../nearly-known.ts';
import { inParts } from '../paging.ts';
import { groupedSelectField, MOST_OPTIONS } from '../select-fields.ts';
import { countsText } from './attendance.ts';
import { countLines } from './message.ts';

/** A year's sessions as groups of choices: as many groups as it takes, so that none is left out. */
const groupsOf = ({ year, sessions }: AttendableYear) =>
  inParts(sessions, MOST_OPTIONS).map((here, part) => ({
    label:
      sessions.length <= MOST_OPTIONS
        ? printFiscalYear(year)
        : attendanceText.yearPart(printFiscalYear(year), part + 1),
    choices: here.map(({ session, name }) => ({
      value: session.id,
      text: `${name} ${printTrainingDate(session)}`,
    })),
  }));

/** 受講を記録 with the sessions to choose from. */
export const attendanceForm = ({ years, chosen }: AttendanceFormContent): ModalView =>
  form(ATTENDANCE_FORM, 'attendance.record', ATTENDANCE_BUTTON.submit, [
    groupedSelectField({
      name: 'session',
      label: ATTENDANCE_LABEL.session,
      groups: years.flatMap(groupsOf),
      initial: chosen,
    }),
    radioField({
      name: 'mode',
      label: ATTENDANCE_LABEL.mode,
      hint: ATTENDANCE_HINT.mode,
      choices: ENTRY_MODES.map((mode) => ({ value: mode, text: MODE_WORD[mode] })),
      initial: 'chosen',
    }),
    peopleField({
      name: 'people',
      label: ATTENDANCE_LABEL.people,
      hint: ATTENDANCE_HINT.people(MOST_CHOSEN),
      most: MOST_CHOSEN,
      optional: true,
    }),
    textField({
      name: 'peopleWithoutSlack',
      label: ATTENDANCE_LABEL.peopleWithoutSlack,
      hint: ATTENDANCE_HINT.peopleWithoutSlack,
      maxLength: 3000,
      multiline: true,
      optional: true,
    }),
    radioField({
      name: 'state',
      label: ATTENDANCE_LABEL.state,
      hint: ATTENDANCE_HINT.state,
      choices: ATTENDANCE_STATES.map((state) => ({ value: state, text: ATTENDANCE_WORD[state] })),
      initial: 'present',
    }),
    textField({
      name: 'note',
      label: ATTENDANCE_LABEL.note,
      hint: ATTENDANCE_HINT.note,
      maxLength: 200,
      optional: true,
    }),
  ]);

/** 記録にない氏名の確認, on top of the form `asking`. */
export const unknownNamesForm = (unknown: readonly UnknownName[], asking: string): ModalView =>
  form(
    ATTENDANCE_CONFIRM_FORM,
    'attendance.confirm',
    ATTENDANCE_BUTTON.submit,
    [
      paragraph(attendanceText.confirmLead),
      ...paragraphsOf(unknownNameLines(unknown)),
      note(attendanceText.confirmHint),
    ],
    { asking },
  );

/** What stands recorded now, in place of the form. */
export const attendanceRecordedView = ({
  session,
  name,
  entered,
  left,
  recorded,
  rate,
}: AttendanceRecorded): ModalView =>
  form(attendanceText.recorded, 'notice', null, [
    paragraph(`${name}\n${printTrainingDate(session)}`),
    paragraph(
      [
        attendanceText.entered(countsText(entered)),
        ...(left.present + left.partial + left.absent === 0 ? [] : [attendanceText.left(countsText(left))]),
        ...countLines(session, recorded),
        ...(rate === null ? [] : [trainingText.rate(rate.came, rate.of)]),
      ].join('\n'),
    ),
    ...buttons('recorded', [button('attendance.list', ATTENDANCE_BUTTON.list, session.id)]),
  ]);
