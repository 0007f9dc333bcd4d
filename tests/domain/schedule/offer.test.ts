import { expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import type { RecordDate } from '../../../src/domain/occasion/date.ts';
import { type KnownOccasion, offersOf } from '../../../src/domain/schedule/offer.ts';
import { day, month, until } from '../../support/record-dates.ts';

const TODAY = localDate('2024-04-10');

type Entered = { readonly date: RecordDate; readonly of?: string; readonly item?: string };

const known = ({ date, of = '本部会議', item = '甲' }: Entered, index: number): KnownOccasion => ({
  kind: 'meeting',
  id: `known ${index}`,
  of,
  date,
  items: [{ text: item, kind: null }],
});

const offered = (proposed: readonly Entered[], standing: readonly Entered[] = []) =>
  offersOf(
    proposed.map((one, index) => ({
      occasion: { ...known(one, index), id: `base ${index}`, name: '', forPromoters: false },
      date: one.date,
      reason: null,
    })),
    standing.map(known),
    [],
    TODAY,
  ).map(({ initial, leftEmpty }) => [initial, leftEmpty]);

const exists = (date: RecordDate) => [null, { kind: 'exists', date }];

test.each<[string, readonly Entered[], readonly Entered[], readonly unknown[]]>([
  ['nothing there: the day', [{ date: until('2024-08-08') }], [], [['2024-08-08', null]]],
  ['a month: the day is to be chosen', [{ date: month('2025-01') }], [], [[null, { kind: 'choose' }]]],
  ['a day that is over', [{ date: day('2024-04-10') }], [], [[null, { kind: 'past' }]]],
  ['a month that has begun', [{ date: month('2024-04') }], [], [[null, { kind: 'past' }]]],
  [
    'the same day there',
    [{ date: until('2024-08-08') }],
    [{ date: day('2024-08-08') }],
    [exists(day('2024-08-08'))],
  ],
  [
    'the same 案件 there on another day, however far',
    [{ date: day('2024-08-08') }],
    [{ date: day('2024-12-20') }],
    [exists(day('2024-12-20'))],
  ],
  [
    'another 案件 near it: it was moved',
    [{ date: day('2024-08-08') }],
    [{ date: day('2024-08-20'), item: '乙' }],
    [exists(day('2024-08-20'))],
  ],
  [
    'another 案件 far away: another one',
    [{ date: day('2024-08-08') }],
    [{ date: day('2024-12-20'), item: '乙' }],
    [['2024-08-08', null]],
  ],
  [
    'a month there of a month',
    [{ date: month('2025-01') }],
    [{ date: month('2025-01') }],
    [exists(month('2025-01'))],
  ],
  [
    'a day there in a month',
    [{ date: month('2025-01') }],
    [{ date: day('2025-01-16') }],
    [exists(day('2025-01-16'))],
  ],
  [
    'of another body',
    [{ date: day('2024-08-08') }],
    [{ date: day('2024-08-08'), of: '幹事会' }],
    [['2024-08-08', null]],
  ],
  [
    'one there for two: each is there once, the surest first',
    [{ date: day('2024-08-08') }, { date: day('2024-12-05') }],
    [{ date: day('2024-12-05') }],
    [['2024-08-08', null], exists(day('2024-12-05'))],
  ],
  [
    'two proposals of one day: the second is left',
    [{ date: day('2024-08-08') }, { date: day('2024-08-08'), item: '乙' }],
    [],
    [
      ['2024-08-08', null],
      [null, { kind: 'same-day' }],
    ],
  ],
  [
    'the day taken by what is another one already',
    [{ date: day('2024-08-08') }, { date: day('2024-08-22'), item: '乙' }],
    [{ date: day('2024-08-08'), item: '乙' }, { date: day('2024-08-22') }],
    [exists(day('2024-08-08')), exists(day('2024-08-22'))],
  ],
])('%s', (_, proposed, standing, expected) => {
  expect(offered(proposed, standing)).toEqual(expected);
});

test('what was made from the offer is all there when it is offered again', () => {
  const proposed = [{ date: day('2024-08-08') }, { date: day('2024-12-05') }, { date: month('2025-01') }];
  expect(offered(proposed, proposed)).toEqual(proposed.map(({ date }) => exists(date)));
});
