import type { ModalView } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import { joinParts } from '../../domain/parts.ts';
import { isUnchanged, mayGoOn, type ReportRow, reportStateOf } from '../../domain/roster/report.ts';
import type { DepartmentReport, RosterReport } from '../../services/roster/open-report.ts';
import type { ReportedPlace } from '../../services/roster/report-appointment.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { DONE_TITLE } from '../../texts/form-word.ts';
import { PROMOTER_HINT, PROMOTER_LABEL } from '../../texts/promoter.ts';
import { ROLE_WORD } from '../../texts/role-guide.ts';
import { ROSTER_REPORT_BUTTON, ROSTER_REPORT_FORM, rosterReportText } from '../../texts/roster-report.ts';
import { button, buttons, dayField, form, header, note, paragraph, textField, userField } from '../blocks.ts';
import { pageNote, pageOf, turnButtons, type Unit } from '../paging.ts';

/** The characters of the buttons beside a row. */
const BUTTON_CHARACTERS = 20;

const lastOf = ({ last }: ReportRow): string => {
  if (last === undefined) return rosterReportText.nobody;
  const { name, deactivatedAt } = last.person;
  return deactivatedAt === null ? name : rosterReportText.left(name);
};

const stateOf = (row: ReportRow): string => {
  const { now } = row;
  if (now === undefined) return rosterReportText.waiting;
  if (now.confirmedAt !== null) return rosterReportText.confirmed(now.person.name);
  if (now.reportedAt === null) return rosterReportText.copied(now.person.name);
  const when = printMoment(now.reportedAt);
  return isUnchanged(row)
    ? rosterReportText.reportedUnchanged(when)
    : rosterReportText.reportedOther(now.person.name, printDayWithWeekday(now.startsOn), when);
};

const placeOfRow = ({ section, role, last, now }: ReportRow, year: number): ReportedPlace => ({
  year,
  sectionId: section.id,
  role,
  lastId: last?.id ?? null,
  nowId: now?.id ?? null,
});

const rowButtons = (row: ReportRow, year: number) => {
  const { last, now } = row;
  const state = reportStateOf(row);
  if (state === 'confirmed') return [];
  if (state === 'reported')
    return [button('roster-report.take-back', ROSTER_REPORT_BUTTON.takeBack, now?.id ?? '')];
  return [
    ...(last !== undefined && mayGoOn(row)
      ? [
          button(
            'roster-report.unchanged',
            ROSTER_REPORT_BUTTON.unchanged,
            JSON.stringify({ year, lastId: last.id }),
            'primary',
          ),
        ]
      : []),
    button('roster-report.choose', ROSTER_REPORT_BUTTON.choose, JSON.stringify(placeOfRow(row, year))),
  ];
};

const unitOf = (row: ReportRow, index: number, heading: string, year: number): Unit => {
  const words = [
    rosterReportText.place(row.section.name, ROLE_WORD[row.role]),
    rosterReportText.last(lastOf(row)),
    stateOf(row),
  ].join('\n');
  return {
    heading,
    blocks: [paragraph(words), ...buttons(joinParts('place', index), rowButtons(row, year))],
    length: words.length + BUTTON_CHARACTERS,
  };
};

/** 残りはすべて変更なし, where it saves a press. */
const restButton = (rows: readonly ReportRow[], year: number, departmentId: string) =>
  rows.filter(mayGoOn).length < 2
    ? []
    : buttons('rest', [
        button(
          'roster-report.rest-unchanged',
          ROSTER_REPORT_BUTTON.restUnchanged,
          JSON.stringify({ year, departmentId }),
          'primary',
        ),
      ]);

/** One department's places, each with who held it, what was reported, and the buttons to report. */
const departmentMessage = (
  { department, rows, open }: DepartmentReport,
  { year, departments }: RosterReport,
  page: number,
): SlackMessage => {
  const label = printFiscalYear(year);
  const units = rows.map((row, index) => unitOf(row, index, department.name, year));
  const here = pageOf(units, page);
  return {
    text: ROSTER_REPORT_FORM.report,
    shown: { by: 'roster-report', of: joinParts(department.id, here.shown) },
    blocks: [
      header(ROSTER_REPORT_FORM.report),
      paragraph(rosterReportText.lead(department.name, label)),
      note(open === 0 ? rosterReportText.done : rosterReportText.explanation),
      ...restButton(rows, year, department.id),
      ...here.blocks,
      ...pageNote(here),
      ...buttons('pages', [
        ...turnButtons('roster-report', here, (to) => joinParts(department.id, to)),
        ...(departments.length > 1
          ? [button('roster-report.departments', ROSTER_REPORT_BUTTON.otherDepartment, '1')]
          : []),
      ]),
    ],
  };
};

/** The choice among the departments one may report. */
const choiceMessage = ({ year, departments }: RosterReport, page: number): SlackMessage => {
  const heading = printFiscalYear(year);
  const units = departments.map(({ department, open }): Unit => {
    const words = rosterReportText.department(department.name, open);
    const choose = button('roster-report.department', ROSTER_REPORT_BUTTON.open, joinParts(department.id, 1));
    return { heading, blocks: [{ ...paragraph(words), accessory: choose }], length: words.length };
  });
  const here = pageOf(units, page);
  return {
    text: ROSTER_REPORT_FORM.report,
    blocks: [
      header(ROSTER_REPORT_FORM.report),
      paragraph(units.length === 0 ? rosterReportText.noDepartments : rosterReportText.which(heading)),
      ...here.blocks,
      ...pageNote(here),
      ...buttons('pages', turnButtons('roster-report.departments', here)),
    ],
  };
};

/** 選任を報告: a department's places, or first the choice among several departments; `page` from 1. */
export const rosterReportMessage = (report: RosterReport, page: number): SlackMessage =>
  report.chosen === undefined ? choiceMessage(report, page) : departmentMessage(report.chosen, report, page);

/** 別の人を選ぶ: who is to hold a place. `startsOn` is offered. */
export const reportPersonForm = (
  place: ReportedPlace,
  { departmentName, sectionName }: { readonly departmentName: string; readonly sectionName: string },
  startsOn: LocalDate,
): ModalView =>
  form(
    ROSTER_REPORT_FORM.choose,
    'roster-report.choose',
    '登録する',
    [
      paragraph(
        rosterReportText.chooseLead(
          departmentName,
          sectionName,
          ROLE_WORD[place.role],
          printFiscalYear(place.year),
        ),
      ),
      userField({ name: 'user', label: PROMOTER_LABEL.user, hint: PROMOTER_HINT.user, optional: true }),
      textField({ name: 'name', label: PROMOTER_LABEL.name, maxLength: 60, optional: true }),
      textField({
        name: 'email',
        label: PROMOTER_LABEL.email,
        hint: PROMOTER_HINT.email,
        maxLength: 200,
        optional: true,
      }),
      dayField({ name: 'startsOn', label: PROMOTER_LABEL.startsOn, initial: startsOn }),
    ],
    place,
  );

/** What the form becomes once the person is reported; its button shows the department as it is now. */
export const personReported = (name: string, departmentId: string): ModalView =>
  form(DONE_TITLE.reported, 'roster-report.chosen', null, [
    paragraph(rosterReportText.chosen(name)),
    ...buttons('go-on', [
      button('roster-report.department', ROSTER_REPORT_BUTTON.goOn, joinParts(departmentId, 1)),
    ]),
  ]);
