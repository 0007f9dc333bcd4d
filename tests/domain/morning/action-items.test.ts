import { describe, expect, test } from 'vitest';
import type { ActionItem } from '../../../src/domain/action-item/action-item.ts';
import { addDays, localDate } from '../../../src/domain/calendar/local-date.ts';
import { createWorkingCalendar, STANDARD_CALENDAR } from '../../../src/domain/calendar/working-day.ts';
import { actionDays } from '../../../src/domain/morning/action-items.ts';
import { escalationDay } from '../../../src/domain/morning/obligation.ts';
import { planMorning } from '../../../src/domain/morning/plan.ts';
import { standingLines } from '../../../src/domain/morning/standing.ts';
import { anAction } from '../../support/action-items.ts';
import { departments, holds, person, SECRETARIAT, sectionId, world } from '../../support/morning-world.ts';

const on = localDate;
const at = (day: string): Date => new Date(`${day}T14:00:00+09:00`);

describe('the mornings on which a 対応事項 is mentioned', () => {
  test.each<[string, string, string, readonly string[]]>([
    [
      'due on Mon 28 December 2026, the last working day of the year: on after the closing days and 成人の日',
      '2026-12-01',
      '2026-12-28',
      [
        '2026-12-23',
        '2026-12-25',
        '2026-12-28',
        '2027-01-05',
        '2027-01-07',
        '2027-01-12',
        '2027-01-14',
        '2027-01-18',
      ],
    ],
    [
      'due on Wed 24 February 2027: Tue 23 is 天皇誕生日, one before is Mon 22',
      '2027-02-01',
      '2027-02-24',
      [
        '2027-02-18',
        '2027-02-22',
        '2027-02-24',
        '2027-02-26',
        '2027-03-02',
        '2027-03-04',
        '2027-03-08',
        '2027-03-10',
      ],
    ],
    [
      'due on Fri 1 January 2027, a closing day: no morning of its own',
      '2026-12-01',
      '2027-01-01',
      ['2026-12-24', '2026-12-28', '2027-01-05', '2027-01-07', '2027-01-12', '2027-01-14', '2027-01-18'],
    ],
    [
      'nobody was asked on the day it was registered: of Mon 7 December 2026, due on Wed 9, told on Tue 8',
      '2026-12-07',
      '2026-12-09',
      ['2026-12-08', '2026-12-09', '2026-12-11', '2026-12-15', '2026-12-17', '2026-12-21', '2026-12-23'],
    ],
  ])('%s', (_, registered, due, days) => {
    const item = { createdAt: at(registered), dueOn: on(due) };
    expect(actionDays(item, STANDARD_CALENDAR)).toEqual(days);
  });

  test('a day that the city closes is none', () => {
    const calendar = createWorkingCalendar([on('2026-12-25')]);
    expect(
      actionDays({ createdAt: at('2026-12-01'), dueOn: on('2026-12-28') }, calendar).slice(0, 3),
    ).toEqual(['2026-12-22', '2026-12-24', '2026-12-28']);
  });

  test('it is never escalated', () => {
    const owed = { kind: 'action-item', dueOn: on('2026-12-28') } as const;
    expect([
      escalationDay(owed, 'chief', STANDARD_CALENDAR),
      escalationDay(owed, 'secretariat', STANDARD_CALENDAR),
    ]).toEqual([null, null]);
  });
});

const ofSection = (number: number, department: number): ActionItem['responsible'] => ({
  kind: 'section',
  sectionId: sectionId(number),
  departmentId: departments(2, 1)[department]?.id ?? '',
});
const stopped = { deactivatedAt: new Date('2026-11-01T12:00:00+09:00') };

/** 第1課 has a 主任 (1), 第2課 nobody, 第3課 of another department nobody. */
const cityWith = (responsible: ActionItem['responsible'], facts: Parameters<typeof world>[0] = {}) =>
  world({
    departments: departments(2, 1),
    appointments: [holds(1, 1, { role: 'chief' })],
    actionItems: [anAction({ responsible })],
    ...facts,
  });

/** Who is told of it on the morning of a working day, and how many are not. */
const toldOn = (all: ReturnType<typeof world>, day: string) => {
  const { messages, skipped } = planMorning(all, { after: addDays(on(day), -1), day: on(day) });
  return {
    to: messages.map(({ slackId, lines }) => [slackId, ...lines.map(({ kind }) => kind)]),
    withoutSlack: skipped.skippedWithoutSlack,
    deactivated: skipped.skippedDeactivated,
  };
};
const nobodySkipped = { withoutSlack: 0, deactivated: 0 };

describe('to whom it falls on a morning', () => {
  test.each<[string, ActionItem['responsible'], Parameters<typeof world>[0], string, object]>([
    ['the 推進員 of the section', ofSection(2, 0), { appointments: [holds(2, 2)] }, 'U0P2', nobodySkipped],
    ['a 主任 for a vacant section', ofSection(2, 0), {}, 'U0P1', nobodySkipped],
    ['the secretariat where there is no 主任', ofSection(3, 1), {}, SECRETARIAT, nobodySkipped],
    [
      'a 主任 in place of one without Slack',
      ofSection(2, 0),
      { appointments: [holds(1, 1, { role: 'chief' }), holds(2, 2, { who: { slackId: null } })] },
      'U0P1',
      { withoutSlack: 1, deactivated: 0 },
    ],
    ['the person', { kind: 'person', person: person(9) }, {}, 'U0P9', nobodySkipped],
    [
      'the secretariat in place of a person whose account is stopped',
      { kind: 'person', person: person(9, stopped) },
      {},
      SECRETARIAT,
      { withoutSlack: 0, deactivated: 1 },
    ],
  ])('%s', (_, responsible, facts, to, skipped) => {
    expect(toldOn(cityWith(responsible, facts), '2026-12-23')).toEqual({
      to: [[to, 'action-item']],
      ...skipped,
    });
  });

  test('of a section it goes over to the successor, on the days it has', () => {
    const all = cityWith(ofSection(2, 0), {
      appointments: [holds(2, 2, { endsOn: on('2026-12-24') }), holds(3, 2, { startsOn: on('2026-12-25') })],
    });
    const days = ['2026-12-22', '2026-12-23', '2026-12-24', '2026-12-25', '2026-12-28'];
    expect(days.map((day) => toldOn(all, day).to)).toEqual([
      [],
      [['U0P2', 'action-item']],
      [],
      [['U0P3', 'action-item']],
      [['U0P3', 'action-item']],
    ]);
  });

  test('who is 不在 hears of it when they are back', () => {
    const away = {
      ...{ id: 'away', personId: person(9).id, recordedBy: SECRETARIAT },
      ...{ startsOn: on('2026-12-23'), endsOn: on('2026-12-24') },
    };
    const all = cityWith({ kind: 'person', person: person(9) }, { people: [person(9)], away: [away] });
    expect(['2026-12-23', '2026-12-24', '2026-12-25'].map((day) => toldOn(all, day).to)).toEqual([
      [],
      [],
      [['U0P9', 'action-item']],
    ]);
  });

  test('five times at most after its day, and on no other morning; nobody else ever hears of it', () => {
    const all = cityWith({ kind: 'person', person: person(9) });
    const told: string[] = [];
    for (let day = on('2026-12-02'); day < '2027-03-01'; day = STANDARD_CALENDAR.nextWorkingDay(day))
      for (const [slackId] of toldOn(all, day).to) told.push(`${day} ${slackId}`);
    expect(told).toEqual(actionDays(anAction(), STANDARD_CALENDAR).map((day) => `${day} U0P9`));
    expect(told).toHaveLength(8);
  });

  test('it stands open from the day it was registered', () => {
    const all = cityWith({ kind: 'person', person: person(9) });
    const kinds = (slackId: string, day: string) =>
      standingLines(all, slackId, on(day)).flatMap(({ kind }) => (kind === 'action-item' ? [kind] : []));
    expect([kinds('U0P9', '2026-11-30'), kinds('U0P9', '2026-12-01'), kinds('U0P1', '2026-12-01')]).toEqual([
      [],
      ['action-item'],
      [],
    ]);
  });
});
