import { z } from 'zod';
import { LocalDateSchema } from '../domain/calendar/local-date.ts';
import { DepartmentDraft } from '../domain/department.ts';
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
import { problemMessage, schemaSentences } from '../views/failure.ts';
import { readJson } from './modal-input.ts';
import type { ButtonRequest, Feature, FormSubmission, HandlerDeps } from './types.ts';

/** Every department and section. */
const answerDepartments =
  (deps: HandlerDeps) =>
  async ({ actor, answer }: ButtonRequest): Promise<void> => {
    const departments = await listDepartments(deps, actor);
    await answer(
      departments.ok ? departmentListMessage(departments.value, 1) : problemMessage(departments.error),
    );
  };

const Page = z.coerce.number().int().min(1);

/** Another page of them, in place of the one shown. */
const turnDepartments =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, replace }: ButtonRequest): Promise<void> => {
    const departments = await listDepartments(deps, actor);
    if (!departments.ok) return answer(problemMessage(departments.error));
    await replace(departmentListMessage(departments.value, Page.parse(value)));
  };

/** 部局・課を登録, empty. */
const openDepartmentForm =
  (deps: HandlerDeps) =>
  async ({ actor, answer, openForm }: ButtonRequest): Promise<void> => {
    const departments = await listDepartments(deps, actor);
    await (departments.ok ? openForm(departmentForm()) : answer(problemMessage(departments.error)));
  };

/** 変更 of a department. */
const openDepartmentChange =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, openForm }: ButtonRequest): Promise<void> => {
    const departments = await listDepartments(deps, actor);
    if (!departments.ok) return answer(problemMessage(departments.error));
    const department = departments.value.find(({ id }) => id === value);
    await (department === undefined
      ? answer(problemMessage({ field: 'department', kind: 'unknown-department' }))
      : openForm(departmentChangeForm(department)));
  };

/** 変更 of a section. */
const openSectionChange =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, openForm }: ButtonRequest): Promise<void> => {
    const departments = await listDepartments(deps, actor);
    if (!departments.ok) return answer(problemMessage(departments.error));
    const forms = departments.value.flatMap(({ name, sections }) =>
      sections.filter(({ id }) => id === value).map((section) => sectionChangeForm(name, section)),
    );
    const [found] = forms;
    await (found === undefined ? answer(problemMessage({ kind: 'gone' })) : openForm(found));
  };

/** 部局・課を登録 was submitted, empty before. */
const submitDepartment =
  (deps: HandlerDeps) =>
  async ({ actor, key, values, show, reject, refuse }: FormSubmission): Promise<void> => {
    const draft = DepartmentDraft.omit({ endedOn: true }).safeParse(values);
    if (!draft.success) return reject(schemaSentences(draft.error, values));
    const registered = await registerDepartment(deps, { key, draft: draft.data }, actor);
    if (!registered.ok) return refuse(registered.error);
    const { department, section } = draft.data;
    await show(departmentRegistered([department, section].join(' ').trim()));
  };

const OpenedDepartment = z.object({ id: z.uuid(), name: z.string(), position: z.number().int() });

/** The change of a department was submitted. */
const submitDepartmentChange =
  (deps: HandlerDeps) =>
  async ({ actor, key, values, metadata, show, reject, refuse }: FormSubmission): Promise<void> => {
    const draft = DepartmentDraft.pick({ department: true, position: true }).safeParse(values);
    if (!draft.success) return reject(schemaSentences(draft.error, values));
    const opened = readJson(OpenedDepartment, metadata);
    const changed = await changeDepartment(deps, opened, { key, draft: draft.data }, actor);
    if (!changed.ok) return refuse(changed.error);
    await show(departmentRegistered(draft.data.department));
  };

const OpenedSection = OpenedDepartment.extend({ endedOn: LocalDateSchema.nullable() });

/** The change of a section was submitted. */
const submitSectionChange =
  (deps: HandlerDeps) =>
  async ({ actor, key, values, metadata, show, reject, refuse }: FormSubmission): Promise<void> => {
    const draft = DepartmentDraft.omit({ department: true }).safeParse(values);
    if (!draft.success) return reject(schemaSentences(draft.error, values));
    const opened = readJson(OpenedSection, metadata);
    const changed = await changeSection(deps, opened, { key, draft: draft.data }, actor);
    if (!changed.ok) return refuse(changed.error);
    await show(departmentRegistered(draft.data.section));
  };

/** 部局 and 課・室等. */
export const departmentFeature: Feature = {
  buttons: {
    'department-list.open': answerDepartments,
    'department-list.previous': turnDepartments,
    'department-list.next': turnDepartments,
    'department.open': openDepartmentForm,
    'department.change': openDepartmentChange,
    'section.change': openSectionChange,
  },
  forms: {
    'department.register': submitDepartment,
    'department.change': submitDepartmentChange,
    'section.change': submitSectionChange,
  },
};
