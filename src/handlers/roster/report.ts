import { z } from 'zod';
import { PROMOTER_ROLES } from '../../domain/actor.ts';
import { mayReportSomeRoster, ReportDraft } from '../../domain/roster/report.ts';
import { readDepartmentsToday } from '../../services/inquiry/read-departments-today.ts';
import { openRosterReport } from '../../services/roster/open-report.ts';
import { openReportPerson } from '../../services/roster/open-report-person.ts';
import { reportAppointment } from '../../services/roster/report-appointment.ts';
import { reportNoChange } from '../../services/roster/report-no-change.ts';
import { takeBackReport } from '../../services/roster/take-back-report.ts';
import { ROSTER_REPORT_BUTTON, ROSTER_REPORT_HELP } from '../../texts/roster-report.ts';
import { departmentTodayPart } from '../../views/department-today.ts';
import { sentenceForm } from '../../views/failure.ts';
import { personReported, reportPersonForm, rosterReportMessage } from '../../views/roster/report.ts';
import { filled } from '../answer.ts';
import { readJson } from '../modal-input.ts';
import { PageNumber, readPageOf } from '../paging.ts';
import type { Asked, ButtonRequest, Feature, HandlerDeps } from '../types.ts';

/** 選任を報告 of a department, or of the only one, or the choice among several. */
const openReport =
  (deps: HandlerDeps) =>
  async ({ actor, openForm, refuse }: Asked, departmentId?: string): Promise<void> => {
    const report = await openRosterReport(deps, departmentId, actor);
    await (report.ok ? openForm(sentenceForm(rosterReportMessage(report.value, 1))) : refuse(report.error));
  };

const DepartmentOrNew = z.union([z.uuid(), z.literal('new').transform(() => undefined)]);

const pressOpen =
  (deps: HandlerDeps) =>
  (request: ButtonRequest): Promise<void> =>
    openReport(deps)(request, DepartmentOrNew.parse(request.value));

/** The department as it is now, in place of what was pressed. */
const showDepartment =
  (deps: HandlerDeps) =>
  async (
    { actor, replace, refuse }: Pick<ButtonRequest, 'actor' | 'replace' | 'refuse'>,
    departmentId: string | undefined,
    page: number,
  ): Promise<void> => {
    const report = await openRosterReport(deps, departmentId, actor);
    await (report.ok ? replace(rosterReportMessage(report.value, page)) : refuse(report.error));
  };

const turnDepartment =
  (deps: HandlerDeps) =>
  (request: ButtonRequest): Promise<void> => {
    const { of: departmentId, page } = readPageOf(z.uuid(), request.value);
    return showDepartment(deps)(request, departmentId, page);
  };

const turnDepartments =
  (deps: HandlerDeps) =>
  (request: ButtonRequest): Promise<void> =>
    showDepartment(deps)(request, undefined, PageNumber.parse(request.value));

const Unchanged = z.union([
  z.object({ year: z.int(), lastId: z.uuid() }),
  z.object({ year: z.int(), departmentId: z.uuid() }),
]);

/** 変更なし, and 残りはすべて変更なし. */
const pressUnchanged =
  (deps: HandlerDeps) =>
  async (request: ButtonRequest): Promise<void> => {
    const reported = await reportNoChange(deps, readJson(Unchanged, request.value), request.actor);
    await (reported.ok
      ? showDepartment(deps)(request, reported.value.departmentId, 1)
      : request.refuse(reported.error));
  };

/** 取り消す of what was reported. */
const pressTakeBack =
  (deps: HandlerDeps) =>
  async (request: ButtonRequest): Promise<void> => {
    const takenBack = await takeBackReport(deps, z.uuid().parse(request.value), request.actor);
    await (takenBack.ok
      ? showDepartment(deps)(request, takenBack.value.departmentId, 1)
      : request.refuse(takenBack.error));
  };

const Place = z.object({
  year: z.int(),
  sectionId: z.uuid(),
  role: z.enum(PROMOTER_ROLES),
  lastId: z.uuid().nullable(),
  nowId: z.uuid().nullable(),
});

/** 別の人を選ぶ. */
const openChoose =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const place = readJson(Place, value);
    const opened = await openReportPerson(deps, place, actor);
    await (opened.ok
      ? openForm(reportPersonForm(place, opened.value, opened.value.startsOn))
      : refuse(opened.error));
  };

/** 別の人を選ぶ was submitted. */
const submitChoose = filled(ReportDraft, async (deps, { actor, key, draft, metadata, show, refuse }) => {
  const place = readJson(Place, metadata);
  const reported = await reportAppointment(deps, place, { key, draft }, actor);
  if (!reported.ok) return refuse(reported.error);
  await show(personReported(reported.value.name, reported.value.departmentId));
});

/** 選任報告, and 部局の状況 of those who make it. */
export const rosterReportFeature: Feature = {
  noun: 'roster',
  commands: {
    '/kyodo-promoter': [
      {
        words: ['選任報告', 'report'],
        audience: 'chiefs',
        does: ROSTER_REPORT_HELP.report,
        handle: (deps) => (request) => openReport(deps)(request),
      },
    ],
  },
  buttons: {
    'roster-report.open': pressOpen,
    'roster-report.department': turnDepartment,
    'roster-report.previous': turnDepartment,
    'roster-report.next': turnDepartment,
    'roster-report.departments': turnDepartments,
    'roster-report.departments.previous': turnDepartments,
    'roster-report.departments.next': turnDepartments,
    'roster-report.unchanged': pressUnchanged,
    'roster-report.rest-unchanged': pressUnchanged,
    'roster-report.take-back': pressTakeBack,
    'roster-report.choose': openChoose,
  },
  forms: { 'roster-report.choose': submitChoose },
  redraws: { 'roster-report': turnDepartment },
  openers: [{ actionId: 'roster-report.open', words: ROSTER_REPORT_BUTTON.open, may: mayReportSomeRoster }],
  home: [
    {
      place: 'department',
      read: async (deps, actor) => departmentTodayPart(await readDepartmentsToday(deps, actor)),
    },
  ],
};
