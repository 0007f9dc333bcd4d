import { describe, expect, test } from 'vitest';
import { localDate, todayInTokyo, yearMonth } from '../../../src/domain/calendar/local-date.ts';
import { type Meeting, numbered } from '../../../src/domain/meeting/meeting.ts';
import { type OccasionStanding, standingOf } from '../../../src/domain/occasion/standing.ts';
import { aMeeting } from '../../support/meetings.ts';

describe('how a meeting stands turns at midnight in Tokyo', () => {
  const day = (text: string): Meeting['date'] => ({ kind: 'day', day: localDate(text) });
  test.each<[string, Meeting['date'], string, OccasionStanding]>([
    ['the evening before', day('2023-08-10'), '2023-08-09T23:30:00+09:00', 'planned'],
    ['its first minutes', day('2023-08-10'), '2023-08-10T00:30:00+09:00', 'settled'],
    ['its last minutes', day('2023-08-10'), '2023-08-10T23:30:00+09:00', 'settled'],
    ['the evening of 31 March', day('2024-04-01'), '2024-03-31T23:30:00+09:00', 'planned'],
    ['half past midnight of 1 April', day('2024-04-01'), '2024-04-01T00:30:00+09:00', 'settled'],
    [
      'a range on the evening before its first day',
      { kind: 'days', first: localDate('2023-07-03'), last: localDate('2023-07-07') },
      '2023-07-02T23:30:00+09:00',
      'planned',
    ],
    [
      'a range on its first day',
      { kind: 'days', first: localDate('2023-07-03'), last: localDate('2023-07-07') },
      '2023-07-03T00:30:00+09:00',
      'settled',
    ],
    [
      'a deadline on the evening before',
      { kind: 'until', day: localDate('2023-08-10') },
      '2023-08-09T23:30:00+09:00',
      'planned',
    ],
    [
      'a deadline on its day',
      { kind: 'until', day: localDate('2023-08-10') },
      '2023-08-10T00:30:00+09:00',
      'settled',
    ],
    [
      'a month on the last evening before it',
      { kind: 'month', month: yearMonth('2023-09') },
      '2023-08-31T23:30:00+09:00',
      'planned',
    ],
    [
      'a month on its first day',
      { kind: 'month', month: yearMonth('2023-09') },
      '2023-09-01T00:30:00+09:00',
      'settled',
    ],
  ])('%s', (_when, date, now, standing) => {
    expect(standingOf(aMeeting({ date }), todayInTokyo(new Date(now)))).toBe(standing);
  });

  const september: Meeting['date'] = { kind: 'month', month: yearMonth('2023-09') };
  const autumn: Meeting['date'] = {
    kind: 'months',
    first: yearMonth('2023-09'),
    last: yearMonth('2023-11'),
  };
  test.each<[string, Meeting['date'], boolean, string, OccasionStanding]>([
    ['a month planned, on its first day', september, false, '2023-09-01T00:30:00+09:00', 'planned'],
    ['a month planned, in its last minutes', september, false, '2023-09-30T23:30:00+09:00', 'planned'],
    ['a month planned, when it is over', september, false, '2023-10-01T00:30:00+09:00', 'settled'],
    ['a month recorded in it as held', september, true, '2023-09-02T10:00:00+09:00', 'settled'],
    ['months planned, in the last', autumn, false, '2023-11-30T10:00:00+09:00', 'planned'],
    ['months planned, when they are over', autumn, false, '2023-12-01T00:30:00+09:00', 'settled'],
    ['a day planned, on that day', day('2023-08-10'), false, '2023-08-10T00:30:00+09:00', 'settled'],
    [
      'days planned, on the first',
      { kind: 'days', first: localDate('2023-07-03'), last: localDate('2023-07-07') },
      false,
      '2023-07-03T00:30:00+09:00',
      'settled',
    ],
  ])('%s', (_when, date, isHeld, now, standing) => {
    const held = isHeld ? {} : { heldConfirmedAt: null };
    expect(standingOf(aMeeting({ date, ...held }), todayInTokyo(new Date(now)))).toBe(standing);
  });

  test.each<[string, Partial<Meeting>, OccasionStanding]>([
    ['unconfirmed', { confirmedAt: null }, 'unconfirmed'],
    ['its day over and decided in writing', { begunInWritingId: 'written' }, 'planned'],
    ['planned and unconfirmed', { confirmedAt: null, date: day('2023-08-11') }, 'planned'],
    [
      'planned and cancelled',
      { date: day('2023-08-11'), cancelled: { at: new Date('2023-08-10T09:00:00+09:00'), reason: '中止' } },
      'cancelled',
    ],
  ])('%s', (_what, facts, standing) => {
    expect(standingOf(aMeeting(facts), localDate('2023-08-10'))).toBe(standing);
  });
});

test('the No counts the settled meetings of a body only', () => {
  const held = (day: string, facts: Partial<Meeting> = {}): Meeting =>
    aMeeting({ date: { kind: 'day', day: localDate(day) }, ...facts });
  const meetings = [
    held('2023-05-10'),
    held('2023-06-10', { cancelled: { at: new Date('2023-06-12T09:00:00+09:00'), reason: '誤り' } }),
    held('2023-07-07', { confirmedAt: null }),
    held('2023-08-10'),
    held('2023-08-10'),
    held('2023-12-08'),
  ];
  expect(
    numbered(meetings, localDate('2023-11-30')).map(({ meeting, standing, no }) => [
      meeting.date.kind === 'day' ? meeting.date.day : '',
      standing,
      no,
    ]),
  ).toEqual([
    ['2023-05-10', 'settled', 1],
    ['2023-06-10', 'cancelled', null],
    ['2023-07-07', 'unconfirmed', null],
    ['2023-08-10', 'settled', 2],
    ['2023-08-10', 'settled', 3],
    ['2023-12-08', 'planned', null],
  ]);
});
