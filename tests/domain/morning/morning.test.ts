import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { forecastMornings } from '../../../src/domain/morning/forecast.ts';
import type { MorningWorld } from '../../../src/domain/morning/morning.ts';
import { planMorning } from '../../../src/domain/morning/plan.ts';
import {
  asked,
  departments,
  holds,
  inquiry,
  inquiryId,
  person,
  SECRETARIAT,
  sectionId,
  world,
} from '../../support/morning-world.ts';

const on = localDate;

/** Day by day, who gets which lines from 20 November to the end of the year. */
const mornings = (of: MorningWorld, last = '2026-12-31'): readonly string[] =>
  forecastMornings(of, { after: on('2026-11-19'), first: on('2026-11-20'), last: on(last) }).flatMap(
    ({ day, recipient, lines }) => lines.map(({ kind }) => `${day.slice(5)} ${recipient} ${kind}`),
  );

const REMINDED = ['11-20', '12-01', '12-07', '12-09', '12-10', '12-14', '12-16', '12-18', '12-22', '12-24'];

describe('one promoter of one section, asked on 20 November, due on 10 December', () => {
  const one = { departments: departments(1), appointments: [holds(1, 1)], inquiries: [inquiry([asked(1)])] };

  test('is told on the days of the example, and the secretariat once on 17 December', () => {
    expect(mornings(world(one))).toEqual([
      ...REMINDED.slice(0, 7).map((day) => `${day} U0P1 inquiry`),
      `12-17 ${SECRETARIAT} unanswered`,
      ...REMINDED.slice(7).map((day) => `${day} U0P1 inquiry`),
    ]);
  });

  test('who has answered gets nothing from then on', () => {
    const answered = {
      ...one,
      inquiries: [inquiry([asked(1, { isAnswered: true, told: new Map([['U0P1', on('2026-11-20')]]) })])],
    };
    expect(mornings(world(answered))).toEqual([]);
  });

  test('away from 7 to 9 December they are told of both days once, on the 10th', () => {
    const away = [
      {
        id: 'a',
        personId: person(1).id,
        startsOn: on('2026-12-07'),
        endsOn: on('2026-12-09'),
        recordedBy: 'U0P1',
      },
    ];
    expect(mornings(world({ ...one, away }), '2026-12-11')).toEqual([
      '11-20 U0P1 inquiry',
      '12-01 U0P1 inquiry',
      '12-10 U0P1 inquiry',
    ]);
  });

  test('away over the due day is told to the secretariat 3 working days before, where there is no 主任', () => {
    const away = [
      {
        id: 'a',
        personId: person(1).id,
        startsOn: on('2026-12-10'),
        endsOn: on('2026-12-11'),
        recordedBy: 'U0P1',
      },
    ];
    expect(mornings(world({ ...one, away }), '2026-12-08')).toEqual([
      '11-20 U0P1 inquiry',
      '12-01 U0P1 inquiry',
      '12-07 U0P1 inquiry',
      `12-07 ${SECRETARIAT} away-over-due`,
    ]);
  });

  test('postponed on 1 December they are told again on the 2nd, and the rest stays as it was', () => {
    const postponed = [
      { slackId: 'U0P1', ref: `inquiry:${inquiryId(1)}:${sectionId(1)}:promoter`, until: on('2026-12-02') },
    ];
    expect(mornings(world({ ...one, postponed }), '2026-12-08')).toEqual([
      '11-20 U0P1 inquiry',
      '12-01 U0P1 inquiry',
      '12-02 U0P1 inquiry',
      '12-07 U0P1 inquiry',
    ]);
  });

  test('returned on 14 December, due on the 15th, they are reminded by that day', () => {
    const told = new Map([['U0P1', on('2026-11-20')]]);
    const returned = { on: on('2026-12-14'), dueOn: on('2026-12-15') };
    expect(
      mornings(world({ ...one, inquiries: [inquiry([asked(1, { told, returned })])] }), '2026-12-25'),
    ).toEqual([
      '12-15 U0P1 inquiry',
      '12-17 U0P1 inquiry',
      '12-21 U0P1 inquiry',
      `12-22 ${SECRETARIAT} unanswered`,
      '12-23 U0P1 inquiry',
      '12-25 U0P1 inquiry',
    ]);
  });
});

describe('a department with a 主任', () => {
  const chief = holds(9, 1, { role: 'chief' });
  const of = (facts: Partial<MorningWorld>) => world({ departments: departments(3), ...facts });

  test('the 主任 hears on 15 December, the secretariat on the 17th', () => {
    const all = mornings(of({ appointments: [chief, holds(1, 2)], inquiries: [inquiry([asked(2)])] }));
    expect(all.filter((line) => !line.includes('U0P1'))).toEqual([
      '12-15 U0P9 department-unanswered',
      `12-17 ${SECRETARIAT} unanswered`,
    ]);
  });

  test.each([
    ['of a vacant section falls to the 主任', [chief]],
    ['of somebody without Slack falls to the 主任', [chief, holds(1, 2, { who: { slackId: null } })]],
    [
      'of somebody whose account is deactivated falls to the 主任',
      [chief, holds(1, 2, { who: { deactivatedAt: new Date('2026-11-01T06:00:00+09:00') } })],
    ],
  ])('what %s, on the same days', (_, appointments) => {
    const all = mornings(of({ appointments, inquiries: [inquiry([asked(2)])] }), '2026-12-14');
    expect(all).toEqual(REMINDED.slice(0, 6).map((day) => `${day} U0P9 inquiry`));
  });

  test('without a 主任 it falls to the secretariat', () => {
    expect(mornings(of({ inquiries: [inquiry([asked(2)])] }), '2026-12-02')).toEqual([
      `11-20 ${SECRETARIAT} inquiry`,
      `12-01 ${SECRETARIAT} inquiry`,
    ]);
  });

  test('the 主任 hears nothing of what is their own', () => {
    const all = mornings(
      of({ appointments: [chief], inquiries: [inquiry([asked(1, { role: 'chief' })])] }),
      '2026-12-16',
    );
    expect(all.filter((line) => line.includes('department'))).toEqual([]);
  });
});

describe('a successor', () => {
  const before = holds(1, 1, { endsOn: on('2026-12-04') });
  const after = holds(2, 1, { startsOn: on('2026-12-05') });
  const told = new Map([['U0P1', on('2026-11-20')]]);
  const of = (isAnswered: boolean) =>
    world({
      departments: departments(1),
      appointments: [before, after],
      inquiries: [inquiry([asked(1, { told, isAnswered })])],
    });

  test('is told on their first morning, Mon 7 December, and reminded after that', () => {
    expect(mornings(of(false), '2026-12-10')).toEqual([
      '12-01 U0P1 inquiry',
      '12-07 U0P2 inquiry',
      '12-09 U0P2 inquiry',
      '12-10 U0P2 inquiry',
    ]);
  });

  test('is told once what was answered', () => {
    expect(mornings(of(true))).toEqual(['12-07 U0P2 inquiry-answered']);
  });
});

describe('one message for each person and morning', () => {
  test('two inquiries and a training on one morning are one message', () => {
    const second = inquiry(
      [asked(1, { inquiryId: inquiryId(2), told: new Map([['U0P1', on('2026-11-20')]]) })],
      { id: inquiryId(2) },
    );
    const first = inquiry([asked(1, { told: new Map([['U0P1', on('2026-11-20')]]) })]);
    const plan = planMorning(
      world({
        departments: departments(1),
        appointments: [holds(1, 1)],
        inquiries: [first, second],
        videos: [
          {
            id: 'v',
            date: { kind: 'days', first: on('2026-12-01'), last: on('2026-12-18') },
            personIds: new Set([person(1).id]),
          },
        ],
      }),
      { after: on('2026-12-08'), day: on('2026-12-09') },
    );
    expect(plan.messages.map(({ slackId, lines }) => [slackId, lines.map(({ kind }) => kind)])).toEqual([
      ['U0P1', ['inquiry', 'inquiry', 'video']],
    ]);
  });

  test('whoever is not told is counted by why', () => {
    const told = new Map(
      ['U0P1', 'U0P2', 'U0P3', 'U0P9'].map((slackId) => [slackId, on('2026-11-20')] as const),
    );
    const plan = planMorning(
      world({
        departments: departments(4),
        appointments: [
          holds(1, 1),
          holds(2, 2, { who: { slackId: null } }),
          holds(3, 3, { who: { deactivatedAt: new Date('2026-11-01T06:00:00+09:00') } }),
        ],
        away: [
          {
            id: 'a',
            personId: person(1).id,
            startsOn: on('2026-12-09'),
            endsOn: on('2026-12-09'),
            recordedBy: 'U0P1',
          },
        ],
        inquiries: [inquiry([asked(1, { told }), asked(2, { told }), asked(3, { told })])],
      }),
      { after: on('2026-12-08'), day: on('2026-12-09') },
    );
    expect(plan.skipped).toEqual({ skippedAway: 1, skippedWithoutSlack: 1, skippedDeactivated: 1 });
  });
});

test('112 promoters get exactly the reminders of the example, day by day', () => {
  const appointments = Array.from({ length: 112 }, (_, index) => holds(index + 1, index + 1));
  const all = mornings(
    world({
      departments: departments(112),
      appointments,
      inquiries: [inquiry(appointments.map((_, index) => asked(index + 1)))],
    }),
  ).filter((line) => !line.includes(SECRETARIAT));
  const byDay = new Map<string, number>();
  for (const line of all) byDay.set(line.slice(0, 5), (byDay.get(line.slice(0, 5)) ?? 0) + 1);
  expect([...byDay]).toEqual(REMINDED.map((day) => [day, 112]));
});
