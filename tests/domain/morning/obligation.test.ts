import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type LocalDate, localDate } from '../../../src/domain/calendar/local-date.ts';
import { createWorkingCalendar, STANDARD_CALENDAR } from '../../../src/domain/calendar/working-day.ts';
import {
  escalationDay,
  fallsIn,
  type Obligation,
  type ObligationKind,
  reminderDays,
} from '../../../src/domain/morning/obligation.ts';

const on = localDate;
const obligation = (kind: ObligationKind, askedOn: string, dueOn: string): Obligation => ({
  kind,
  askedOn: on(askedOn),
  dueOn: on(dueOn),
});

describe('the working days on which an obligation is mentioned', () => {
  test.each<[string, Obligation, readonly string[]]>([
    [
      'an inquiry asked on Fri 20 November 2026, due on Thu 10 December: 14 before was 19 November',
      obligation('inquiry', '2026-11-20', '2026-12-10'),
      [
        '2026-12-01',
        '2026-12-07',
        '2026-12-09',
        '2026-12-10',
        '2026-12-14',
        '2026-12-16',
        '2026-12-18',
        '2026-12-22',
        '2026-12-24',
      ],
    ],
    [
      'an inquiry due on Wed 10 March 2027: 23 February is 天皇誕生日',
      obligation('inquiry', '2026-11-20', '2027-03-10'),
      [
        '2027-02-17',
        '2027-03-01',
        '2027-03-05',
        '2027-03-09',
        '2027-03-10',
        '2027-03-12',
        '2027-03-16',
        '2027-03-18',
        '2027-03-23',
        '2027-03-25',
      ],
    ],
    [
      'the day on which something is first asked is no reminder day',
      obligation('inquiry', '2026-12-09', '2026-12-10'),
      ['2026-12-10', '2026-12-14', '2026-12-16', '2026-12-18', '2026-12-22', '2026-12-24'],
    ],
    [
      'the day after asking is none either: asked on Wed 2 December 2026, 3 before Tue 8 December',
      obligation('inquiry', '2026-12-02', '2026-12-08'),
      ['2026-12-07', '2026-12-08', '2026-12-10', '2026-12-14', '2026-12-16', '2026-12-18', '2026-12-22'],
    ],
    [
      'nor the working day after a Friday: asked on Fri 4 December 2026, 1 before Tue 8 December is that Monday',
      obligation('inquiry', '2026-12-04', '2026-12-08'),
      ['2026-12-08', '2026-12-10', '2026-12-14', '2026-12-16', '2026-12-18', '2026-12-22'],
    ],
    [
      'nor after the due day: a successor who heard of it on Fri 11 December 2026, due on Thu 10 December',
      obligation('inquiry', '2026-12-11', '2026-12-10'),
      ['2026-12-16', '2026-12-18', '2026-12-22', '2026-12-24'],
    ],
    [
      'a due day on a closing day is not itself a morning: Sat 12 December 2026',
      obligation('inquiry', '2026-12-08', '2026-12-12'),
      ['2026-12-11', '2026-12-15', '2026-12-17', '2026-12-21', '2026-12-23', '2026-12-25'],
    ],
    [
      'over the turn of the year: due on Mon 28 December 2026, the next working day is 4 January',
      obligation('inquiry', '2026-12-25', '2026-12-28'),
      ['2026-12-28', '2027-01-05', '2027-01-07', '2027-01-12', '2027-01-14', '2027-01-18'],
    ],
    [
      'a roster report due on Wed 31 March 2027',
      obligation('roster-report', '2027-03-01', '2027-03-31'),
      [
        '2027-03-19',
        '2027-03-30',
        '2027-03-31',
        '2027-04-02',
        '2027-04-06',
        '2027-04-08',
        '2027-04-12',
        '2027-04-14',
      ],
    ],
    [
      'a written meeting due on Thu 10 August 2023',
      obligation('written-meeting', '2023-07-24', '2023-08-10'),
      ['2023-08-07', '2023-08-09'],
    ],
    [
      'a video until Fri 18 December 2026',
      obligation('video', '2026-12-01', '2026-12-18'),
      ['2026-12-09', '2026-12-17'],
    ],
    [
      'a role guide sent on Tue 13 October 2026: 5 and 10 working days after',
      obligation('role-guide', '2026-10-13', '2026-10-13'),
      ['2026-10-20', '2026-10-27'],
    ],
  ])('%s', (_, owed, days) => {
    expect(reminderDays(owed, STANDARD_CALENDAR)).toEqual(days);
  });
});

test.each<[ObligationKind, string | null, string | null]>([
  ['inquiry', '2026-12-15', '2026-12-17'],
  ['roster-report', null, '2026-12-15'],
  ['written-meeting', null, null],
  ['video', null, null],
  ['role-guide', null, null],
])(
  '%s due on Thu 10 December 2026 is escalated to the 主任 on %s, to the secretariat on %s',
  (kind, chief, secretariat) => {
    const owed = { kind, dueOn: on('2026-12-10') };
    expect([
      escalationDay(owed, 'chief', STANDARD_CALENDAR),
      escalationDay(owed, 'secretariat', STANDARD_CALENDAR),
    ]).toEqual([chief, secretariat]);
  },
);

const away = (startsOn: string, endsOn: string) => ({ startsOn: on(startsOn), endsOn: on(endsOn) });
const window = (after: string, day: string) => ({ after: on(after), day: on(day) });

describe('whether a morning tells of something planned for a day', () => {
  test.each<[string, string, ReturnType<typeof window>, readonly ReturnType<typeof away>[], boolean]>([
    ['of its own day', '2026-12-07', window('2026-12-04', '2026-12-07'), [], true],
    ['not of the day after', '2026-12-08', window('2026-12-04', '2026-12-07'), [], false],
    ['not of one that was told', '2026-12-04', window('2026-12-04', '2026-12-07'), [], false],
    ['of one that was missed', '2026-12-04', window('2026-12-03', '2026-12-07'), [], true],
    [
      'not while away',
      '2026-12-07',
      window('2026-12-04', '2026-12-07'),
      [away('2026-12-07', '2026-12-08')],
      false,
    ],
    [
      'not before they are back',
      '2026-12-07',
      window('2026-12-07', '2026-12-08'),
      [away('2026-12-07', '2026-12-08')],
      false,
    ],
    [
      'when they are back',
      '2026-12-07',
      window('2026-12-08', '2026-12-09'),
      [away('2026-12-07', '2026-12-08')],
      true,
    ],
    [
      'once when back',
      '2026-12-07',
      window('2026-12-09', '2026-12-10'),
      [away('2026-12-07', '2026-12-08')],
      false,
    ],
    ['on Monday of a Saturday', '2026-12-12', window('2026-12-11', '2026-12-14'), [], true],
    [
      'when back from two times away in a row',
      '2026-12-07',
      window('2026-12-10', '2026-12-11'),
      [away('2026-12-07', '2026-12-08'), away('2026-12-09', '2026-12-10')],
      true,
    ],
  ])('%s', (_, planned, of, periods, told) => {
    expect(fallsIn(on(planned), of, periods, STANDARD_CALENDAR)).toBe(told);
  });
});

const days = fc.integer({ min: 0, max: 800 }).map((count) => addDays(on('2026-04-01'), count));

test('mornings one after the other tell of each planned day exactly once, whoever is away and whichever were missed', () => {
  const period = fc.tuple(days, fc.integer({ min: 0, max: 20 })).map(([startsOn, length]) => ({
    startsOn,
    endsOn: addDays(startsOn, length),
  }));
  fc.assert(
    fc.property(
      days,
      fc.array(period, { maxLength: 4 }),
      fc.array(days, { maxLength: 3 }),
      fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
      (planned, periods, closed, held) => {
        const calendar = createWorkingCalendar(closed);
        let after: LocalDate = addDays(planned, -3);
        let told = 0;
        let day = after;
        for (const wasHeld of [...held, true]) {
          day = calendar.nextWorkingDay(day);
          if (!wasHeld) continue;
          told += fallsIn(planned, { after, day }, periods, calendar) ? 1 : 0;
          after = day;
        }
        // 60 working days are more than four times 21 days, but for chains of them that reach the end.
        const isBack = !periods.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
        expect(told).toBe(isBack || told === 1 ? 1 : 0);
      },
    ),
    { numRuns: 300 },
  );
});
