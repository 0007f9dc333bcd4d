import { describe, expect, test } from 'vitest';
import { addDays, type LocalDate, localDate } from '../../../src/domain/calendar/local-date.ts';
import { STANDARD_CALENDAR } from '../../../src/domain/calendar/working-day.ts';
import {
  type PreparationStanding,
  preparationOf,
  preparesFrom,
} from '../../../src/domain/meeting/preparation.ts';
import { lapsedSince } from '../../../src/domain/morning/lapse.ts';
import { planMorning } from '../../../src/domain/morning/plan.ts';
import { standingLines } from '../../../src/domain/morning/standing.ts';
import type { RecordDate } from '../../../src/domain/occasion/date.ts';
import { atOnce } from '../../../src/domain/pieces.ts';
import { aMeeting } from '../../support/meetings.ts';
import { SECRETARIAT, world } from '../../support/morning-world.ts';
import { day, month, months, until } from '../../support/record-dates.ts';

const on = localDate;

test.each<[RecordDate, number, string]>([
  [until('2024-08-08'), 15, '2024-07-18'],
  [day('2024-08-08'), 1, '2024-08-07'],
  [day('2024-08-08'), 0, '2024-08-08'],
  // Over New Year and 成人の日.
  [day('2025-01-16'), 15, '2024-12-18'],
  [month('2025-01'), 15, '2025-01-01'],
  [months('2024-07', '2024-09'), 15, '2024-07-01'],
])('%o is prepared %i working days before it: from %s', (date, count, from) => {
  expect(preparesFrom(date, count, STANDARD_CALENDAR)).toBe(from);
});

/** 8 August 2024, entered in April, unless told otherwise. */
const prepared = (date: RecordDate = until('2024-08-08'), confirmedOn = '2024-04-05') => ({
  id: 'meeting',
  date,
  preparesFrom: preparesFrom(date, 15, STANDARD_CALENDAR),
  confirmedOn: on(confirmedOn),
});

const between = (first: string, last: string): readonly LocalDate[] => {
  const days: LocalDate[] = [];
  for (let each = on(first); each <= on(last); each = addDays(each, 1)) days.push(each);
  return days;
};
const mornings = (one: ReturnType<typeof prepared>, first: string, last: string): readonly LocalDate[] =>
  between(first, last)
    .filter(STANDARD_CALENDAR.isWorkingDay)
    .filter((each) => {
      const after = STANDARD_CALENDAR.addWorkingDays(each, -1);
      const { messages } = planMorning(world({ preparations: [one] }), { after, day: each });
      return messages.some(
        ({ slackId, lines }) =>
          slackId === SECRETARIAT &&
          lines.some(({ kind, ref }) => kind === 'preparation' && ref === 'meeting:meeting'),
      );
    });

describe('the secretariat is told', () => {
  test.each<[string, ReturnType<typeof prepared>, readonly string[]]>([
    ['once, on the morning of its day', prepared(), ['2024-07-18']],
    [
      'on the next working day where its month begins on a closing day',
      prepared(month('2024-09')),
      ['2024-09-02'],
    ],
    [
      'on the next morning of what is entered later than that',
      prepared(until('2024-08-08'), '2024-07-26'),
      ['2024-07-29'],
    ],
    [
      'on the next morning of what is entered on that day',
      prepared(until('2024-08-08'), '2024-07-18'),
      ['2024-07-19'],
    ],
    [
      'never of what is entered the day before it',
      prepared(until('2024-08-08'), '2024-08-08'),
      ['2024-08-09'].slice(1),
    ],
  ])('%s', (_, one, told) => {
    expect(mornings(one, '2024-07-01', '2024-09-10')).toEqual(told);
  });
});

test('it stands open from its day until it is asked whether the meeting took place', () => {
  const standing = between('2024-07-16', '2024-08-14').filter(
    (each) => standingLines(world({ preparations: [prepared()] }), SECRETARIAT, each).length > 0,
  );
  expect([standing[0], standing.at(-1), standing.length]).toEqual(['2024-07-18', '2024-08-08', 22]);
  expect(standingLines(world({ preparations: [prepared()] }), 'U0OTHER', on('2024-08-01'))).toEqual([]);
});

test('what tells of it follows when its day is over', () => {
  const lapsed = (after: string, today: string) =>
    atOnce(lapsedSince(world({ preparations: [prepared()] }), { after: on(after), day: on(today) }));
  expect(lapsed('2024-08-07', '2024-08-08')).toEqual([]);
  expect(lapsed('2024-08-08', '2024-08-09')).toEqual(['meeting:meeting']);
  expect(lapsed('2024-08-09', '2024-08-13')).toEqual([]);
});

describe('how it stands', () => {
  const cancelled = { at: new Date(0), reason: '' };
  test.each<[string, Parameters<typeof aMeeting>[0], string, PreparationStanding]>([
    ['before its day', {}, '2024-07-17', 'later'],
    ['on its day', {}, '2024-07-18', 'open'],
    ['on the day of the meeting', {}, '2024-08-08', 'open'],
    ['on the working day after it', {}, '2024-08-09', 'over'],
    ['with a 書面開催 out', { begunInWritingId: 'written' }, '2024-07-18', 'in-writing'],
    ['held', { heldConfirmedAt: new Date(0) }, '2024-08-09', 'held'],
    ['cancelled', { cancelled }, '2024-07-18', 'cancelled'],
  ])('%s', (_, facts, today, standing) => {
    const meeting = aMeeting({ date: until('2024-08-08'), heldConfirmedAt: null, ...facts });
    const from = preparesFrom(meeting.date, 15, STANDARD_CALENDAR);
    expect(preparationOf(meeting, from, on(today), STANDARD_CALENDAR)).toBe(standing);
  });
});
