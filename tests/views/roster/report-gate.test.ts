import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import type { ReportRow } from '../../../src/domain/roster/report.ts';
import { checkMessage, checkView } from '../../../src/sandbox/gate/gate.ts';
import type { StandingToday } from '../../../src/services/morning/list-standing.ts';
import type { SlackMessage } from '../../../src/slack/message.ts';
import { departmentTodayPart, recordsToConfirmPart } from '../../../src/views/department-today.ts';
import { sentenceForm } from '../../../src/views/failure.ts';
import { freeTextAnswer } from '../../../src/views/free-text.ts';
import { homeView, menuMessage } from '../../../src/views/home.ts';
import { standingPart } from '../../../src/views/morning/standing.ts';
import { awayForm, awayRegistered, othersAwayPart, ownAwayPart } from '../../../src/views/person/away.ts';
import { guidePressed, roleGuideMessage } from '../../../src/views/promoter/role-guide.ts';
import {
  justConfirmed,
  unconfirmedMessage,
  unconfirmedRowsMessage,
} from '../../../src/views/roster/confirm.ts';
import { personReported, reportPersonForm, rosterReportMessage } from '../../../src/views/roster/report.ts';
import { asSent } from '../../support/as-sent.ts';
import { aMeeting } from '../../support/meetings.ts';
import { anAppointment, aPerson } from '../../support/promoters.ts';
import { aTraining } from '../../support/trainings.ts';

const idOf = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
const AT = new Date('2027-03-10T10:00:00+09:00');

/** A name as long as the forms take. */
const LONGEST = '<!channel> & <b>🎌'.repeat(4).slice(0, 60);
const SECTION = { id: idOf(1), departmentId: idOf(2), name: LONGEST, position: 10, endedOn: null };
const PERSON = aPerson({ name: LONGEST });
const LAST = anAppointment({ person: PERSON });
const NOW = anAppointment({ person: PERSON, fiscalYear: 2027, confirmedAt: null });

/** As many as are asked for, each with an id of its own. */
const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const STATES: readonly Partial<ReportRow>[] = [
  { last: undefined, now: undefined },
  { last: LAST, now: NOW },
  { last: { ...LAST, person: { ...PERSON, deactivatedAt: AT } }, now: undefined },
  { last: LAST, now: { ...NOW, reportedAt: AT } },
  { last: LAST, now: { ...NOW, person: aPerson({ id: idOf(9), name: LONGEST }), reportedAt: AT } },
  { last: LAST, now: { ...NOW, confirmedAt: AT } },
];
const reportOf = (rows: number, departments: number) => {
  const department = { id: idOf(2), name: LONGEST, position: 10 };
  const all = many(departments, (index) => ({
    department: { ...department, id: idOf(index) },
    rows: many(
      rows,
      (row): ReportRow => ({
        section: { ...SECTION, id: idOf(row) },
        role: 'chief',
        last: undefined,
        now: undefined,
        ...STATES[row % STATES.length],
      }),
    ),
    open: rows,
  }));
  return { year: 2027, departments: all, chosen: all[0] };
};

const unconfirmedOf = (departments: number, rows: number) =>
  many(departments, (index) => {
    // Those of 1,000 who follow somebody, or are new, are the longest to tell.
    const all = many(rows, (row) => ({
      section: { ...SECTION, name: LONGEST },
      appointment: {
        ...NOW,
        person: aPerson({ id: idOf(9), name: LONGEST }),
        id: idOf(row),
        reportedAt: AT,
      },
      last: row % 2 === 0 ? LAST : undefined,
    }));
    const department = { id: idOf(index), name: LONGEST, position: 10 };
    return { department, year: 2027, rows: all, reported: all };
  });

const DONE = justConfirmed({
  department: { id: idOf(0), name: LONGEST },
  departments: 1,
  year: 2027,
  count: 1000,
  at: AT,
});

/** Each list with so many rows, by its pages. */
const LISTS: Readonly<Record<string, (count: number) => (page: number) => SlackMessage>> = {
  'a department to report': (count) => {
    const report = reportOf(count, 2);
    return (page) => rosterReportMessage(report, page);
  },
  'the choice of departments': (count) => {
    const report = { ...reportOf(1, count), chosen: undefined };
    return (page) => rosterReportMessage(report, page);
  },
  'the departments to confirm': (count) => {
    const unconfirmed = unconfirmedOf(count, 1);
    return (page) => unconfirmedMessage(unconfirmed, page, DONE);
  },
  'the rows of a department to confirm': (count) => {
    const unconfirmed = unconfirmedOf(1, count);
    return (page) => unconfirmedRowsMessage(unconfirmed, { departmentId: idOf(0), year: 2027, page }, DONE);
  },
};

describe.each(Object.entries(LISTS))('%s', (_name, list) => {
  test.each([
    [0, 1],
    [1, 1],
    [1000, 1],
    [1000, 2],
    [1000, 9999],
  ])('with %i rows, page %i, is taken as a message and as a form', (count, page) => {
    const message = list(count)(page);
    expect(checkMessage(asSent(message))).toEqual([]);
    expect(checkView(sentenceForm(message))).toEqual([]);
  });

  test('shows every one of 1,000 rows on some page', () => {
    const seen = new Set<string>();
    const pageOf = list(1000);
    for (let page = 1; page <= 120 && seen.size < 1000; page += 1)
      for (const block of pageOf(page).blocks)
        if (block.type === 'section' || (block.type === 'actions' && block.block_id !== 'pages'))
          for (const [id] of JSON.stringify(block).matchAll(/0{8}-0{4}-4000-8000-\d{12}|place:\d+/gu))
            seen.add(id);
    expect(seen.size).toBeGreaterThanOrEqual(1000);
  });
});

const AWAY = {
  id: idOf(1),
  personId: idOf(2),
  startsOn: localDate('2026-12-01'),
  endsOn: localDate('2026-12-04'),
  recordedBy: 'U0STAFF',
};
const partsOf = (count: number) => {
  const own = many(count, (index) => ({ ...AWAY, id: idOf(index) }));
  const held = many(count, (index) => ({
    section: SECTION,
    appointment: { ...LAST, id: idOf(index) },
    isAway: true,
  }));
  const away = { own, others: own.map((period) => ({ period, name: LONGEST })) };
  return [
    departmentTodayPart(
      many(Math.min(count, 2), (index) => ({
        department: { id: idOf(index), name: LONGEST, position: 10 },
        vacant: many(5, () => SECTION),
        isAwaited: true,
        held,
        toReport: count,
      })),
    ),
    recordsToConfirmPart({
      meetings: many(Math.min(count, 8), (index) => ({
        meeting: aMeeting({ id: idOf(index) }),
        bodyName: LONGEST,
      })),
      otherMeetings: Math.max(0, count - 8),
      trainings: many(Math.min(count, 8), (index) => ({
        session: aTraining({ id: idOf(index), place: LONGEST }),
        name: LONGEST,
      })),
      otherTrainings: Math.max(0, count - 8),
      appointments: { reported: count, open: count },
    }),
    ownAwayPart(away),
    othersAwayPart(away),
  ].filter(({ length }) => length > 0);
};

/** As many 役割のご案内 as are shown, and the word that there are more. */
const guidesOf = (count: number): StandingToday => {
  const content = {
    kind: 'guide',
    appointment: LAST,
    departmentName: LONGEST,
    sectionName: LONGEST,
    stands: true,
  } as const;
  return {
    lines: many(Math.min(count, 13), (index) => ({
      name: { kind: 'guide', ref: `appointment:${index}` },
      content,
    })),
    others: { inquiries: count, rest: count },
    day: localDate('2026-12-01'),
  };
};

test.each([0, 1, 1000])('the Home tab and the menu with %i of everything are taken', (count) => {
  const parts = { owed: [standingPart(guidesOf(count))], own: partsOf(count) };
  expect(checkView(homeView(parts, []))).toEqual([]);
  expect(checkMessage(menuMessage(guidesOf(count), partsOf(count), []))).toEqual([]);
});

const PLACE = { year: 2027, sectionId: idOf(1), role: 'chief', lastId: idOf(2), nowId: null } as const;
const NAMES = { departmentName: LONGEST, sectionName: LONGEST };
test.each(
  Object.entries({
    不在期間を登録: awayForm(),
    '不在期間を登録 for another': awayForm({ id: idOf(1), name: LONGEST }),
    'what it becomes': awayRegistered({ period: AWAY, name: LONGEST }),
    別の人を選ぶ: reportPersonForm(PLACE, NAMES, localDate('2027-04-01')),
    'what that becomes': personReported(LONGEST, idOf(1)),
  }),
)('the form %s is taken', (_name, form) => {
  expect(checkView(form)).toEqual([]);
});

const GUIDE = {
  ...NAMES,
  kind: 'role-guide',
  coming: [],
  stands: true,
  earlier: null,
  contact: LONGEST,
} as const;
test.each(
  Object.entries({
    'the guide': roleGuideMessage({ ...GUIDE, appointment: LAST }),
    'the guide when confirmed': roleGuideMessage({
      ...GUIDE,
      appointment: { ...LAST, guideConfirmedAt: AT },
    }),
    'the guide that is asked about in a newer message': roleGuideMessage({
      ...GUIDE,
      appointment: LAST,
      earlier: 'newest',
    }),
    'the guide when its term is over': roleGuideMessage({ ...GUIDE, appointment: LAST, stands: false }),
    'what is said apart from it': guidePressed({ ...LAST, guideConfirmedAt: AT }),
    'the answer to free text': freeTextAnswer({
      kind: 'free-text-answer',
      ballots: [],
      contact: LONGEST,
      guides: many(1000, idOf),
      inquiries: [],
    }),
  }),
)('the message %s is taken', (_name, message) => {
  expect(checkMessage(asSent(message))).toEqual([]);
});
