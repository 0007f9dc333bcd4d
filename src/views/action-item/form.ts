import type { InputBlock, ModalView } from '@slack/types';
import { MOST_ACTION_TEXT } from '../../domain/action-item/action-item.ts';
import type { PlacedAction } from '../../domain/action-item/line.ts';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import type { DepartmentWithSections } from '../../domain/department.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import type { OpenedAction } from '../../services/action-item/open.ts';
import type { OpenedActionForm } from '../../services/action-item/open-form.ts';
import type { SavedAction } from '../../services/action-item/save.ts';
import { ACTION_FORM, ACTION_HINT, ACTION_LABEL, actionText } from '../../texts/action-item.ts';
import { SECTION_PLACEHOLDER } from '../../texts/department.ts';
import { DONE_TITLE, SAVE_CHANGES } from '../../texts/form-word.ts';
import { AGAIN_BUTTON } from '../../texts/registering.ts';
import { button, buttons, dayField, form, note, paragraph, textField, userField } from '../blocks.ts';
import { externalSelectField, sectionChoice } from '../external-fields.ts';

const fields = (
  departments: readonly DepartmentWithSections[],
  placed: PlacedAction | undefined,
): readonly InputBlock[] => {
  const item = placed?.item;
  const responsible = item?.responsible;
  const hasSections = departments.some(({ sections }) => sections.length > 0);
  const place = placed?.place ?? undefined;
  return [
    textField({
      name: 'text',
      label: ACTION_LABEL.text,
      hint: ACTION_HINT.text,
      initial: item?.text,
      maxLength: MOST_ACTION_TEXT,
      multiline: true,
    }),
    ...(hasSections
      ? [
          externalSelectField({
            name: 'sectionId',
            label: ACTION_LABEL.sectionId,
            hint: ACTION_HINT.sectionId,
            actionId: 'action-item.section',
            placeholder: SECTION_PLACEHOLDER,
            initial:
              responsible?.kind === 'section' && place !== undefined
                ? sectionChoice({ id: responsible.sectionId, name: place.sectionName, ...place })
                : undefined,
            optional: true,
          }),
        ]
      : []),
    userField({
      name: 'user',
      label: ACTION_LABEL.user,
      hint: ACTION_HINT.user,
      initial: responsible?.kind === 'person' ? responsible.person.slackId : undefined,
      optional: true,
    }),
    dayField({
      name: 'dueOn',
      label: ACTION_LABEL.dueOn,
      hint: ACTION_HINT.dueOn,
      initial: item?.dueOn,
    }),
  ];
};

/** 対応事項を登録, for a meeting. */
export const actionForm = ({ meeting, body, departments }: OpenedActionForm): ModalView =>
  form(
    ACTION_FORM.register,
    'action-item.register',
    '登録する',
    [paragraph(actionText.meeting(body.name, printMeetingDate(meeting))), ...fields(departments, undefined)],
    { meetingId: meeting.id },
  );

/** 対応事項を編集. */
export const actionEditForm = ({ placed, departments }: OpenedAction): ModalView =>
  form(
    ACTION_FORM.edit,
    'action-item.edit',
    SAVE_CHANGES,
    [
      paragraph(actionText.meeting(placed.bodyName, printMeetingDate(placed.item.meeting))),
      ...fields(departments, placed),
    ],
    { actionItemId: placed.item.id, revision: placed.item.revision },
  );

/** What the form becomes: whose it is and until when, with a warning where that is a closing day; after a new one the way to the next. */
export const actionSaved = (
  { meetingId, responsible, dueOn, warnOf }: SavedAction,
  isNew: boolean,
): ModalView => {
  const who =
    'name' in responsible
      ? actionText.person(responsible.name)
      : actionText.place(responsible.departmentName, responsible.sectionName);
  const due = printDayWithWeekday(dueOn);
  return form(isNew ? DONE_TITLE.registered : DONE_TITLE.changed, 'action-item.saved', null, [
    paragraph(actionText.registered(who, due)),
    ...(warnOf === undefined ? [] : [note(actionText.warnDue(due, printDayWithWeekday(warnOf)))]),
    ...(isNew ? buttons('again', [button('action-item.again', AGAIN_BUTTON, meetingId)]) : []),
  ]);
};
