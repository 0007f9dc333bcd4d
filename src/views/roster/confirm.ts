import type { KnownBlock } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import { groupBy } from '../../domain/group-by.ts';
import { joinParts } from '../../domain/parts.ts';
import { countDifferences, differenceOf } from '../../domain/roster/differences.ts';
import type { Confirmed } from '../../services/roster/confirm-appointments.ts';
import type {
  UnconfirmedOfDepartment,
  UnconfirmedRow,
} from '../../services/roster/list-unconfirmed-appointments.ts';
import type { Confirmation } from '../../services/roster/take-back-confirmation.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { ROLE_WORD } from '../../texts/role-guide.ts';
import {
  ROSTER_REPORT_BUTTON,
  ROSTER_REPORT_FORM,
  rosterConfirmText,
  rosterReportText,
} from '../../texts/roster-report.ts';
import { button, buttons, header, note, paragraph } from '../blocks.ts';
import { pageNote, pageOf, turnButtons, type Unit } from '../paging.ts';

/** What was done by the press that shows the list anew: said at its top, with the way back where there is one. */
export type JustDone = {
  readonly sentence: string;
  readonly takeBack?: Confirmation;
};

/** What the top says after 確認する. */
export const justConfirmed = ({ department, departments, year, at, count }: Confirmed): JustDone => {
  const when = printMoment(at);
  const sentence =
    department === undefined
      ? rosterConfirmText.confirmedAll(when, departments, count)
      : rosterConfirmText.confirmed(when, department.name, count);
  return count === 0 ? { sentence } : { sentence, takeBack: { departmentId: department?.id, year, at } };
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

/** 報告済み2件(変更なし1、交代1、新規0). */
const reportedWords = (reported: readonly UnconfirmedRow[]): string => {
  const { unchanged, succeeded, added } = countDifferences(reported);
  return rosterConfirmText.reportedAs(reported.length, unchanged, succeeded, added);
};

/** At most this many changes of a department are named in the list; all stand in 1件ずつ見る. */
const MOST_NAMED = 8;

/** Who follows whom, and who is new, a line each. */
const differenceLines = (reported: readonly UnconfirmedRow[]): readonly string[] => {
  const changed = reported.filter((row) => differenceOf(row) !== 'unchanged');
  const lines = changed.slice(0, MOST_NAMED).map(({ section, appointment: { role, person }, last }) => {
    const place = `${section.name} ${ROLE_WORD[role]}`;
    return last === undefined
      ? rosterConfirmText.added(place, person.name)
      : rosterConfirmText.succeeded(place, last.person.name, person.name);
  });
  const more = changed.length - lines.length;
  return more > 0 ? [...lines, rosterConfirmText.otherDifferences(more)] : lines;
};

/** What was reported of a year in all, and すべての部局を確認する; nothing where that is one department. */
const confirmAllPart = (list: readonly UnconfirmedOfDepartment[]): readonly KnownBlock[] =>
  [...groupBy(list, ({ year }) => year)].flatMap(([year, departments]): readonly KnownBlock[] => {
    const reporting = departments.filter(({ reported }) => reported.length > 0);
    if (reporting.length < 2) return [];
    const words = reportedWords(reporting.flatMap(({ reported }) => reported));
    return [
      paragraph(rosterConfirmText.all(printFiscalYear(year), words)),
      ...buttons(joinParts('all', year), [
        button('roster-confirm.all', ROSTER_REPORT_BUTTON.confirmAll, JSON.stringify({ year }), 'primary'),
      ]),
    ];
  });

const departmentUnit = (part: UnconfirmedOfDepartment): Unit => {
  const { department, year, rows, reported } = part;
  const words = [
    rosterConfirmText.department(department.name, reportedWords(reported), rows.length - reported.length),
    ...differenceLines(reported),
  ].join('\n');
  const place = { departmentId: department.id, year };
  return {
    heading: rosterConfirmText.year(printFiscalYear(year)),
    blocks: [
      paragraph(words),
      ...buttons(joinParts('department', year, department.id), [
        ...(reported.length > 0
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
      ...confirmAllPart(list),
      ...here.blocks,
      ...pageNote(here),
      ...buttons('pages', turnButtons('roster-confirm', here)),
    ],
  };
};

const rowUnit = ({ section, appointment, last }: UnconfirmedRow, heading: string): Unit => {
  const { id, person, role, startsOn, endsOn, reportedAt } = appointment;
  const words = [
    rosterConfirmText.row(section.name, ROLE_WORD[role], person.name),
    rosterConfirmText.term(printDayWithWeekday(startsOn), printDayWithWeekday(endsOn)),
    ...(last === undefined || last.person.id === person.id ? [] : [rosterReportText.last(last.person.name)]),
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
