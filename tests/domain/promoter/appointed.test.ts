import { expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { type Appointed, appointedIn } from '../../../src/domain/promoter/appointed.ts';

const CONFIRMED = new Date('2023-04-01T09:00:00+09:00');

const appointment = (id: string, startsOn: string, facts: object = {}) => ({
  person: { id },
  startsOn: localDate(startsOn),
  endsOn: localDate('2024-03-31'),
  confirmedAt: CONFIRMED,
  cancelledAt: null,
  ...facts,
});

test.each<[string, Parameters<typeof appointedIn>[1], Appointed]>([
  [
    'both roles on 1 April count',
    [appointment('p1', '2023-04-01'), appointment('p2', '2023-04-01')],
    { onFirstDay: 2, later: 0 },
  ],
  [
    'a person counts once who has two sections',
    [appointment('p1', '2023-04-01'), appointment('p1', '2023-04-01')],
    { onFirstDay: 1, later: 0 },
  ],
  [
    'a successor is counted apart',
    [appointment('p1', '2023-04-01', { endsOn: localDate('2023-09-30') }), appointment('p2', '2023-10-01')],
    { onFirstDay: 1, later: 1 },
  ],
  [
    'one who moves to another section is no new one',
    [appointment('p1', '2023-04-01', { endsOn: localDate('2023-09-30') }), appointment('p1', '2023-10-01')],
    { onFirstDay: 1, later: 0 },
  ],
  [
    '未確認, cancelled and coming ones count not',
    [
      appointment('p1', '2023-04-01', { confirmedAt: null }),
      appointment('p2', '2023-04-01', { cancelledAt: CONFIRMED }),
      appointment('p3', '2024-02-01'),
    ],
    { onFirstDay: 0, later: 0 },
  ],
])('%s', (_, appointments, counted) => {
  expect(appointedIn(2023, appointments, localDate('2024-01-10'))).toEqual(counted);
});
