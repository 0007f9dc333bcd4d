import type { KnownBlock, ModalView } from '@slack/types';
import { PROMOTER_ROLES } from '../../domain/actor.ts';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import type { DepartmentWithSections } from '../../domain/department.ts';
import { type Appointment, PREDECESSORS } from '../../domain/promoter/appointment.ts';
import type { Appointed } from '../../services/promoter/appoint.ts';
import type { AppointmentForm, OpenedAppointment } from '../../services/promoter/open-appointment.ts';
import { DONE_TITLE, SAVE_CHANGES } from '../../texts/form-word.ts';
import { historyText } from '../../texts/history.ts';
import {
  NEW_DEPARTMENT,
  PREDECESSOR_WORD,
  PROMOTER_FORM,
  PROMOTER_HINT,
  PROMOTER_LABEL,
  promoterText,
  ROLE_CHOICE,
} from '../../texts/promoter.ts';
import { ROLE_WORD } from '../../texts/role-guide.ts';
import { againButton } from '../again.ts';
import { dayField, form, note, paragraph, radioField, textField, userField } from '../blocks.ts';
import { cancelForm } from '../occasion/cancel-form.ts';
import { longSelectField } from '../select-fields.ts';
import { editLine } from './history.ts';

/** What the fields begin with. */
type Initial = {
  readonly departments: readonly DepartmentWithSections[];
  readonly person?: Appointment['person'] | undefined;
  readonly role?: Appointment['role'] | undefined;
  readonly departmentId?: string | undefined;
  readonly section?: string | undefined;
  readonly startsOn: string;
  readonly endsOn?: string | undefined;
};

const ROLES = PROMOTER_ROLES.toReversed().map((role) => ({ value: role, text: ROLE_CHOICE[role] }));

const personFields = ({ person }: Initial): readonly KnownBlock[] => {
  const withoutSlack = person?.slackId === null ? person : undefined;
  return [
    userField({
      name: 'user',
      label: PROMOTER_LABEL.user,
      hint: person === undefined ? PROMOTER_HINT.user : PROMOTER_HINT.changedUser,
      initial: person?.slackId,
      optional: true,
    }),
    textField({
      name: 'name',
      label: PROMOTER_LABEL.name,
      initial: withoutSlack?.name,
      maxLength: 60,
      optional: true,
    }),
    textField({
      name: 'email',
      label: PROMOTER_LABEL.email,
      hint: PROMOTER_HINT.email,
      initial: withoutSlack?.email ?? undefined,
      maxLength: 200,
      optional: true,
    }),
  ];
};

const postFields = ({ departments, role, departmentId, section, startsOn, endsOn }: Initial) => [
  radioField({ name: 'role', label: PROMOTER_LABEL.role, choices: ROLES, initial: role }),
  longSelectField({
    name: 'department',
    label: PROMOTER_LABEL.department,
    choices: [
      ...departments.map(({ id, name }) => ({ value: id, text: name })),
      { value: 'new', text: NEW_DEPARTMENT },
    ],
    initial: departments.length === 0 ? 'new' : departmentId,
  }),
  textField({
    name: 'newDepartment',
    label: PROMOTER_LABEL.newDepartment,
    hint: PROMOTER_HINT.newDepartment,
    maxLength: 60,
    optional: true,
  }),
  textField({
    name: 'section',
    label: PROMOTER_LABEL.section,
    hint: PROMOTER_HINT.section,
    initial: section,
    maxLength: 60,
  }),
  dayField({ name: 'startsOn', label: PROMOTER_LABEL.startsOn, initial: startsOn }),
  dayField({
    name: 'endsOn',
    label: PROMOTER_LABEL.endsOn,
    hint: PROMOTER_HINT.endsOn,
    initial: endsOn,
    optional: true,
  }),
];

/** 推進員を登録, for a section where one is given. */
export const promoterForm = ({ departments, section, role, startsOn }: AppointmentForm): ModalView => {
  const { departmentId, name } = section ?? {};
  const initial = { departments, role, departmentId, section: name, startsOn };
  return form(PROMOTER_FORM.appoint, 'promoter.appoint', '登録する', [
    ...personFields(initial),
    ...postFields(initial),
    radioField({
      name: 'predecessor',
      label: PROMOTER_LABEL.predecessor,
      hint: PROMOTER_HINT.predecessor,
      choices: PREDECESSORS.map((value) => ({ value, text: PREDECESSOR_WORD[value] })),
      initial: 'ends',
      optional: true,
    }),
  ]);
};

/** 推進員を編集: the same form, filled with the appointment. */
export const promoterChangeForm = (opened: OpenedAppointment): ModalView => {
  const { appointment, departments, section, history } = opened;
  const { id, revision, person, role, startsOn, endsOn } = appointment;
  const { departmentId, name } = section;
  const initial = { departments, person, role, departmentId, section: name, startsOn, endsOn };
  return form(
    PROMOTER_FORM.change,
    'promoter.change',
    SAVE_CHANGES,
    [
      ...personFields(initial),
      ...postFields(initial),
      textField({
        name: 'reason',
        label: PROMOTER_LABEL.reason,
        hint: PROMOTER_HINT.reason,
        maxLength: 300,
        optional: true,
      }),
      ...(history.length === 0 ? [] : [note(historyText.title), ...history.map(editLine)]),
    ],
    { appointmentId: id, revision },
  );
};

/** 記録を取り消す of an appointment. */
export const promoterCancelForm = ({ appointment, section, promoters }: OpenedAppointment): ModalView => {
  const { id, role, person } = appointment;
  const what = promoterText.what(section.name, ROLE_WORD[role], person.name);
  const numbers = [promoterText.toCancel(promoters.now, promoters.without)] as const;
  return cancelForm('promoter.cancel', what, numbers, { appointmentId: id });
};

/** What 推進員を登録 becomes once it is done: who was appointed, whose term ended for it, and what is said of the account. */
export const promoterRegistered = (
  { name, section, role, term, succeeded }: Appointed,
  account: readonly KnownBlock[],
): ModalView =>
  form(DONE_TITLE.registered, 'promoter.done', null, [
    paragraph(promoterText.registered(name, section, ROLE_WORD[role])),
    paragraph(promoterText.term(printDayWithWeekday(term.startsOn), printDayWithWeekday(term.endsOn))),
    ...succeeded
      .slice(0, 20)
      .map(({ appointment: { person, startsOn }, endsOn }) =>
        paragraph(
          endsOn === null
            ? promoterText.formerCancelled(person.name, printDayWithWeekday(startsOn))
            : promoterText.formerEnds(person.name, printDayWithWeekday(endsOn)),
        ),
      ),
    ...account,
    ...againButton('promoter.open'),
    note(promoterText.stale),
  ]);

/** What a form becomes once its change or cancellation is done. */
export const promoterDone = (what: 'changed' | 'cancelled'): ModalView =>
  form(DONE_TITLE[what], 'promoter.done', null, [paragraph(promoterText[what]), note(promoterText.stale)]);
