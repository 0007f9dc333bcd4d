import type { KnownBlock, ModalView } from '@slack/types';
import { printDayWithWeekday } from '../domain/calendar/japanese-era.ts';
import type { Department, DepartmentWithSections, Section } from '../domain/department.ts';
import type { SlackMessage } from '../slack/message.ts';
import { DEPARTMENT_FORM, DEPARTMENT_HINT, DEPARTMENT_LABEL, departmentText } from '../texts/department.ts';
import { DONE_TITLE, SAVE_CHANGES } from '../texts/form-word.ts';
import { pageText } from '../texts/paging.ts';
import { againButton } from './again.ts';
import { button, buttons, dayField, form, header, note, paragraph, textField } from './blocks.ts';
import { positionField } from './named-fields.ts';
import { pageNote, rowsOfPage, turnButtons } from './paging.ts';

const MOST_NAME = 60;

const orderField = (hint: string, initial?: number) =>
  positionField({ label: DEPARTMENT_LABEL.position, hint, initial });

const nameField = (
  name: 'department' | 'section',
  given: { hint?: string; initial?: string },
  optional = false,
) => textField({ ...given, name, label: DEPARTMENT_LABEL[name], maxLength: MOST_NAME, optional });

/** 部局・課を登録, empty. */
export const departmentForm = (): ModalView =>
  form(DEPARTMENT_FORM.register, 'department.register', '登録する', [
    nameField('department', { hint: DEPARTMENT_HINT.department }),
    nameField('section', { hint: DEPARTMENT_HINT.section }, true),
    orderField(DEPARTMENT_HINT.position),
  ]);

/** 部局を編集. */
export const departmentChangeForm = ({ id, name, position }: Department): ModalView =>
  form(
    DEPARTMENT_FORM.editDepartment,
    'department.change',
    SAVE_CHANGES,
    [nameField('department', { initial: name }), orderField(DEPARTMENT_HINT.positionToChange, position)],
    { id, name, position },
  );

/** 課・室等を編集: of a department; it alone can come to an end. */
export const sectionChangeForm = (
  departmentName: string,
  { id, name, position, endedOn }: Section,
): ModalView =>
  form(
    DEPARTMENT_FORM.editSection,
    'section.change',
    SAVE_CHANGES,
    [
      paragraph(departmentText.sectionOf(departmentName)),
      nameField('section', { initial: name }),
      orderField(DEPARTMENT_HINT.positionToChange, position),
      dayField({
        name: 'endedOn',
        label: DEPARTMENT_LABEL.endedOn,
        hint: DEPARTMENT_HINT.endedOn,
        initial: endedOn ?? undefined,
        optional: true,
      }),
    ],
    { id, name, position, endedOn },
  );

/** What the form becomes once it is registered; of a new one with the way to the next. */
export const departmentRegistered = (name: string, isNew: boolean): ModalView =>
  form(isNew ? DONE_TITLE.registered : DONE_TITLE.changed, 'department.registered', null, [
    paragraph(departmentText[isNew ? 'registered' : 'changed'](name)),
    ...(isNew ? againButton('department.open') : []),
  ]);

/** Rows a page, each a block: below Slack's 50 blocks and 10,000 characters. */
const DEPARTMENT_ROWS_A_PAGE = 30;

/** One row of the list: a department, or a section of it. */
type Row = { readonly department: DepartmentWithSections; readonly section: Section | null };

const rowBlock = ({ department, section }: Row): KnownBlock => {
  if (section === null)
    return {
      ...paragraph(departmentText.department(department.name)),
      accessory: button('department.change', departmentText.change, department.id),
    };
  const until = section.endedOn === null ? '' : departmentText.until(printDayWithWeekday(section.endedOn));
  return {
    ...paragraph(`${departmentText.section(section.name)}${until}`),
    accessory: button('section.change', departmentText.change, section.id),
  };
};

/** Every department and its sections with a button to change each; `page` from 1, past the end the last one. */
export const departmentListMessage = (
  departments: readonly DepartmentWithSections[],
  page: number,
): SlackMessage => {
  const rows = departments.flatMap((department): readonly Row[] => [
    { department, section: null },
    ...department.sections.map((section) => ({ department, section })),
  ]);
  const here = rowsOfPage(rows, page, DEPARTMENT_ROWS_A_PAGE);
  const [first] = here.rows;
  return {
    text: departmentText.listTitle,
    shown: { by: 'department-list', of: String(here.shown) },
    blocks: [
      header(departmentText.listTitle),
      first === undefined
        ? paragraph(departmentText.none)
        : note(departmentText.listLead(departments.length, rows.length - departments.length)),
      // A page that begins within a department says whose sections these are.
      ...(first?.section ? [note(pageText.continued(first.department.name))] : []),
      ...here.rows.map(rowBlock),
      ...pageNote(here),
      ...buttons('departments', [
        button('department.open', DEPARTMENT_FORM.register, 'new', 'primary'),
        ...turnButtons('department-list', here),
      ]),
    ],
  };
};
