import type { KnownBlock } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import { joinParts } from '../../domain/parts.ts';
import type { Confirmed } from '../../services/roster/confirm-appointments.ts';
import type { UnconfirmedOfDepartment } from '../../services/roster/list-unconfirmed-appointments.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { ROLE_WORD } from '../../texts/role-guide.ts';
import { ROSTER_REPORT_BUTTON, ROSTER_REPORT_FORM, rosterConfirmText } from '../../texts/roster-report.ts';
import { button, buttons, header, note, paragraph } from '../blocks.ts';
import { pageNote, pageOf, turnButtons, type Unit } from '../paging.ts';

/** What was done by the press that shows the list anew: said at its top, with the way back where there is one. */
export type JustDone = {
  readonly sentence: string;
  readonly takeBack?: { readonly departmentId: string; readonly year: number; readonly at: Date };
};

/** What the top says after 確認する. */
export const justConfirmed = ({ departmentId, departmentName, year, at, count }: Confirmed): JustDone => {
  const sentence = rosterConfirmText.confirmed(printMoment(at), departmentName, count);
  return count === 0 ? { sentence } : { sentence, takeBack: { departmentId, year, at } };
};

/** What the top says after 取り消す of one appointment. */
export const justDeclined = (departmentName: string): JustDone => ({
  sentence: rosterConfirmText.declined(departmentName),
});

const doneBlocks = (done: JustDone | undefined): readonly KnownBlock[] =>
  done === undefined
    ? []
    : [
        paragraph(done.sentence),
        ...buttons(
          'done',
          done.takeBack === undefined
            ? []
            : [
                button(
                  'roster-confirm.take-back',
                  ROSTER_REPORT_BUTTON.takeBack,
                  JSON.stringify(done.takeBack),
                ),
              ],
        ),
      ];

const BUTTON_CHARACTERS = 20;

const departmentUnit = (part: UnconfirmedOfDepartment): Unit => {
  const { department, year, rows, reported } = part;
  const words = rosterConfirmText.department(department.name, reported, rows.length - reported);
  const place = { departmentId: department.id, year };
  return {
    heading: rosterConfirmText.year(printFiscalYear(year)),
    blocks: [
      paragraph(words),
      ...buttons(joinParts('department', year, department.id), [
        ...(reported > 0
          ? [
              button(
                'roster-confirm.department',
                ROSTER_REPORT_BUTTON.confirmDepartment,
                JSON.stringify(place),
                'primary',
              ),
            ]
          : []),
        button('roster-confirm.rows', ROSTER_REPORT_BUTTON.oneByOne, JSON.stringify({ ...place, page: 1 })),
      ]),
    ],
    length: words.length + BUTTON_CHARACTERS,
  };
};

/** The departments with something to confirm, each with how much was reported; `page` from 1. */
export const unconfirmedMessage = (
  list: readonly UnconfirmedOfDepartment[],
  page: number,
  done?: JustDone,
): SlackMessage => {
  const here = pageOf(list.map(departmentUnit), page);
  return {
    text: ROSTER_REPORT_FORM.confirm,
    blocks: [
      header(ROSTER_REPORT_FORM.confirm),
      ...doneBlocks(done),
      ...(list.length === 0 ? [paragraph(rosterConfirmText.nothing)] : [note(rosterConfirmText.explanation)]),
      ...here.blocks,
      ...pageNote(here),
      ...buttons('pages', turnButtons('roster-confirm', here)),
    ],
  };
};

const rowUnit = (
  { section, appointment }: UnconfirmedOfDepartment['rows'][number],
  heading: string,
): Unit => {
  const { id, person, role, startsOn, endsOn, reportedAt } = appointment;
  const words = [
    rosterConfirmText.row(section.name, ROLE_WORD[role], person.name),
    rosterConfirmText.term(printDayWithWeekday(startsOn), printDayWithWeekday(endsOn)),
    reportedAt === null ? rosterConfirmText.notReported : rosterConfirmText.reported(printMoment(reportedAt)),
  ].join('\n');
  return {
    heading,
    blocks: [
      paragraph(words),
      ...buttons(joinParts('appointment', id), [
        button('roster-confirm.one', ROSTER_REPORT_BUTTON.confirm, id, 'primary'),
        button('roster-confirm.decline', ROSTER_REPORT_BUTTON.decline, id),
      ]),
    ],
    length: words.length + BUTTON_CHARACTERS,
  };
};

/** What is 未確認 of one department, a row each; the list of departments where nothing of it is left. */
export const unconfirmedRowsMessage = (
  list: readonly UnconfirmedOfDepartment[],
  {
    departmentId,
    year,
    page,
  }: { readonly departmentId: string; readonly year: number; readonly page: number },
  done?: JustDone,
): SlackMessage => {
  const part = list.find((one) => one.department.id === departmentId && one.year === year);
  if (part === undefined) return unconfirmedMessage(list, 1, done);
  const heading = rosterConfirmText.ofDepartment(part.department.name, printFiscalYear(year));
  const units = part.rows.map((row) => rowUnit(row, heading));
  const here = pageOf(units, page);
  const valueFor = (to: number): string => JSON.stringify({ departmentId, year, page: to });
  return {
    text: ROSTER_REPORT_FORM.confirm,
    blocks: [
      header(ROSTER_REPORT_FORM.confirm),
      ...doneBlocks(done),
      ...here.blocks,
      ...pageNote(here),
      ...buttons('pages', [
        ...turnButtons('roster-confirm', here, valueFor, '-rows'),
        button('roster-confirm.departments', ROSTER_REPORT_BUTTON.back, '1'),
      ]),
    ],
  };
};
