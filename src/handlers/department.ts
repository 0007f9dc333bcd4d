import { z } from 'zod';
import { LocalDateSchema } from '../domain/calendar/local-date.ts';
import { DepartmentDraft, placeOf } from '../domain/department.ts';
import { changeDepartment } from '../services/department/change.ts';
import { changeSection } from '../services/department/change-section.ts';
import { listDepartments } from '../services/department/list.ts';
import { registerDepartment } from '../services/department/register.ts';
import {
  departmentChangeForm,
  departmentForm,
  departmentListMessage,
  departmentRegistered,
  sectionChangeForm,
} from '../views/department.ts';
import { orAgain } from './again.ts';
import { filled } from './answer.ts';
import { readJson } from './modal-input.ts';
import { paged } from './paging.ts';
import type { ButtonRequest, Feature, HandlerDeps } from './types.ts';

/** Every department and section. */
const departmentList = paged(async (deps, { actor, answer, refuse }, page) => {
  const departments = await listDepartments(deps, actor);
  await (departments.ok ? answer(departmentListMessage(departments.value, page)) : refuse(departments.error));
});

/** 部局・課を登録, empty. */
const openDepartmentForm =
  (deps: HandlerDeps) =>
  async ({ actor, openForm, refuse }: ButtonRequest): Promise<void> => {
    const departments = await listDepartments(deps, actor);
    await (departments.ok ? openForm(departmentForm()) : refuse(departments.error));
  };

/** 変更 of a department. */
const openDepartmentChange =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const departments = await listDepartments(deps, actor);
    if (!departments.ok) return refuse(departments.error);
    const department = departments.value.find(({ id }) => id === value);
    await (department === undefined
      ? refuse({ field: 'department', kind: 'unknown-department' })
      : openForm(departmentChangeForm(department)));
  };

/** 変更 of a section. */
const openSectionChange =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const departments = await listDepartments(deps, actor);
    if (!departments.ok) return refuse(departments.error);
    const place = placeOf(departments.value, value);
    await (place === undefined
      ? refuse({ kind: 'gone' })
      : openForm(sectionChangeForm(place.department.name, place.section)));
  };

/** 部局・課を登録 was submitted, empty before. */
const submitDepartment = filled(
  DepartmentDraft.omit({ endedOn: true }),
  async (deps, { actor, key, draft, show, refuse }) => {
    const registered = await registerDepartment(deps, { key, draft }, actor);
    if (!registered.ok) return refuse(registered.error);
    const { department, section } = draft;
    await show(departmentRegistered([department, section].join(' ').trim(), true));
  },
);

const OpenedDepartment = z.object({ id: z.uuid(), name: z.string(), position: z.number().int() });

/** The change of a department was submitted. */
const submitDepartmentChange = filled(
  DepartmentDraft.pick({ department: true, position: true }),
  async (deps, { actor, key, draft, metadata, show, refuse }) => {
    const opened = readJson(OpenedDepartment, metadata);
    const changed = await changeDepartment(deps, opened, { key, draft }, actor);
    if (!changed.ok) return refuse(changed.error);
    await show(departmentRegistered(draft.department, false));
  },
);

const OpenedSection = OpenedDepartment.extend({ endedOn: LocalDateSchema.nullable() });

/** The change of a section was submitted. */
const submitSectionChange = filled(
  DepartmentDraft.omit({ department: true }),
  async (deps, { actor, key, draft, metadata, show, refuse }) => {
    const opened = readJson(OpenedSection, metadata);
    const changed = await changeSection(deps, opened, { key, draft }, actor);
    if (!changed.ok) return refuse(changed.error);
    await show(departmentRegistered(draft.section, false));
  },
);

/** 部局 and 課・室等. */
export const departmentFeature: Feature = {
  noun: 'settings',
  buttons: {
    'department-list.open': departmentList.open,
    'department-list.previous': departmentList.turn,
    'department-list.next': departmentList.turn,
    'department.open': orAgain(openDepartmentForm),
    'department.change': openDepartmentChange,
    'section.change': openSectionChange,
  },
  forms: {
    'department.register': submitDepartment,
    'department.change': submitDepartmentChange,
    'section.change': submitSectionChange,
  },
  redraws: { 'department-list': departmentList.turn },
};
