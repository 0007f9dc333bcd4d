import { describe, expect, test } from 'vitest';
import { endsMany, type KnownRoster, type RosterRow } from '../../../src/domain/roster/import.ts';
import { planRoster } from '../../../src/domain/roster/import-plan.ts';
import { after, effects, held, numbered, person, recordOf, row } from '../../support/roster-cases.ts';

const AOZORA = person('青空そら');
const YAMAMICHI = person('山道あゆむ');
const HANAZONO = person('花園さくら');

/** Holds for 未確認 copies of 1 March. */
const UNCONFIRMED = { confirmedAt: null } as const;

const planned = (record: KnownRoster, rows: readonly RosterRow[]) => {
  const plan = planRoster(record, numbered(rows));
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
};

type Case = readonly [
  what: string,
  record: KnownRoster,
  rows: readonly RosterRow[],
  expected: readonly string[],
];

const CASES: readonly Case[] = [
  ['one who is new', recordOf(), [row('青空 そら', '福祉課')], ['+ 青空 そら 福祉課 2026-04-01 2027-03-31']],
  ['one who stands already', recordOf([held(AOZORA, '福祉課')]), [row('青空　そら', '福祉課')], []],
  [
    'other dates',
    recordOf([held(AOZORA, '福祉課')]),
    [row('青空そら', '福祉課', '2026-04-01', { until: '2026-12-31' })],
    ['~ 青空そら 福祉課 2026-04-01 2026-12-31'],
  ],
  [
    'another first day',
    recordOf([held(AOZORA, '福祉課')]),
    [row('青空そら', '福祉課', '2026-05-01')],
    ['~ 青空そら 福祉課 2026-05-01 2027-03-31'],
  ],
  [
    'a move with a successor leaves no gap',
    recordOf([held(AOZORA, '福祉課')]),
    [row('山道あゆむ', '福祉課', '2026-07-01')],
    ['+ 山道あゆむ 福祉課 2026-07-01 2027-03-31', '- 青空そら 福祉課 2026-06-30'],
  ],
  [
    'a successor who is still to come',
    recordOf([held(AOZORA, '福祉課')]),
    [row('山道あゆむ', '福祉課', '2027-01-01')],
    ['+ 山道あゆむ 福祉課 2027-01-01 2027-03-31 guide', '- 青空そら 福祉課 2026-12-31'],
  ],
  [
    'a move without a successor ends yesterday',
    recordOf([held(AOZORA, '福祉課'), held(HANAZONO, '長寿課')]),
    [row('花園さくら', '長寿課')],
    ['- 青空そら 福祉課 2026-11-23'],
  ],
  [
    'a move to another section: the last day is the one before',
    recordOf([held(AOZORA, '福祉課')]),
    [row('青空そら', '長寿課', '2026-12-01')],
    ['+ 青空そら 長寿課 2026-12-01 2027-03-31', '- 青空そら 福祉課 2026-11-30'],
  ],
  [
    'a successor from the same first day: the other was entered in error',
    recordOf([held(AOZORA, '福祉課')]),
    [row('山道あゆむ', '福祉課')],
    ['+ 山道あゆむ 福祉課 2026-04-01 2027-03-31', '- 青空そら 福祉課 cancelled'],
  ],
  [
    'one of two in a section who is not in the file; the other is no successor',
    recordOf([held(AOZORA, '福祉課'), held(YAMAMICHI, '福祉課', '2026-07-01')]),
    [row('山道あゆむ', '福祉課', '2026-07-01')],
    ['- 青空そら 福祉課 2026-11-23'],
  ],
  [
    'a term that begins today and is not in the file',
    recordOf([held(AOZORA, '福祉課', '2026-11-24'), held(HANAZONO, '長寿課')]),
    [row('花園さくら', '長寿課')],
    ['- 青空そら 福祉課 cancelled'],
  ],
  [
    'a term still to come that is not in the file',
    recordOf([held(AOZORA, '福祉課', '2027-01-01'), held(HANAZONO, '長寿課')]),
    [row('花園さくら', '長寿課')],
    ['- 青空そら 福祉課 cancelled'],
  ],
  [
    'what is over stays as it was',
    recordOf([held(AOZORA, '福祉課', '2026-04-01', { until: '2026-06-30' })]),
    [row('山道あゆむ', '福祉課', '2026-07-01')],
    ['+ 山道あゆむ 福祉課 2026-07-01 2027-03-31'],
  ],
  [
    'one who ends before the successor begins stays until then',
    recordOf([held(AOZORA, '福祉課', '2026-04-01', { until: '2026-12-31' })]),
    [row('山道あゆむ', '福祉課', '2027-02-01')],
    ['+ 山道あゆむ 福祉課 2027-02-01 2027-03-31 guide'],
  ],
  [
    'two terms of the record that the file has as one',
    recordOf([
      held(AOZORA, '福祉課', '2026-04-01', { until: '2026-09-30' }),
      held(AOZORA, '福祉課', '2026-10-01'),
    ]),
    [row('青空そら', '福祉課')],
    ['~ 青空そら 福祉課 2026-04-01 2027-03-31', '- 青空そら 福祉課 cancelled'],
  ],
  [
    'another role is another appointment',
    recordOf([held(AOZORA, '福祉課')]),
    [row('青空そら', '福祉課', '2026-04-01', { role: 'chief' })],
    ['+ 青空そら 福祉課 主任 2026-04-01 2027-03-31', '- 青空そら 福祉課 2026-11-23'],
  ],
  [
    'copies for the next year: who stays is confirmed, who is replaced was not taken, who is missing neither',
    recordOf([
      held(AOZORA, '福祉課'),
      held(AOZORA, '福祉課', '2027-04-01', UNCONFIRMED),
      held(HANAZONO, '障害福祉課', '2027-04-01', UNCONFIRMED),
      held(person('若葉こだま'), '長寿課', '2027-04-01', UNCONFIRMED),
    ]),
    [row('青空そら', '福祉課', '2027-04-01'), row('山道あゆむ', '障害福祉課', '2027-04-01')],
    [
      '+ 山道あゆむ 障害福祉課 2027-04-01 2028-03-31 guide',
      'confirm 青空そら 福祉課 2027-04-01 2028-03-31',
      '- 花園さくら 障害福祉課 cancelled',
      '- 若葉こだま 長寿課 cancelled',
    ],
  ],
  [
    'a copy that has begun unconfirmed and is not in the file',
    recordOf([held(AOZORA, '福祉課', '2026-04-01', UNCONFIRMED), held(HANAZONO, '長寿課')]),
    [row('花園さくら', '長寿課')],
    ['- 青空そら 福祉課 cancelled'],
  ],
  [
    'a successor who was reported is confirmed, and takes over',
    recordOf([held(AOZORA, '福祉課'), held(YAMAMICHI, '福祉課', '2026-10-01', UNCONFIRMED)]),
    [row('山道あゆむ', '福祉課', '2026-10-01')],
    ['confirm 山道あゆむ 福祉課 2026-10-01 2027-03-31', '- 青空そら 福祉課 2026-09-30'],
  ],
  [
    'departments that the file does not name are not touched',
    recordOf([held(AOZORA, '福祉課'), held(YAMAMICHI, '公園課')]),
    [row('青空そら', '福祉課')],
    [],
  ],
  [
    'nor years that it does not name',
    recordOf([held(AOZORA, '福祉課'), held(HANAZONO, '長寿課')]),
    [row('青空そら', '福祉課', '2027-04-01')],
    ['+ 青空そら 福祉課 2027-04-01 2028-03-31'],
  ],
  [
    'a past year: what it has is added without a guide, what it lacks is over anyhow',
    recordOf([held(AOZORA, '福祉課', '2023-04-01'), held(YAMAMICHI, '福祉課')]),
    [row('花園さくら', '福祉課', '2023-07-01')],
    ['+ 花園さくら 福祉課 2023-07-01 2024-03-31'],
  ],
  [
    'a past year is put right where the file speaks of it',
    recordOf([held(AOZORA, '福祉課', '2023-04-01')]),
    [row('青空そら', '福祉課', '2023-04-01', { until: '2023-06-30' })],
    ['~ 青空そら 福祉課 2023-04-01 2023-06-30'],
  ],
];

test.each(CASES)('%s', (_what, record, rows, expected) => {
  const plan = planned(record, rows);
  expect(effects(plan)).toEqual(expected);
  expect(effects(planned(after(record, plan, 'once'), rows))).toEqual([]);
});

describe('a guide is wanted', () => {
  test.each<[string, KnownRoster, RosterRow, boolean]>([
    ['from today on', recordOf(), row('青空そら', '福祉課', '2026-11-24'), true],
    ['not from yesterday on', recordOf(), row('青空そら', '福祉課', '2026-11-23'), false],
    [
      'not by one who goes on',
      recordOf([held(AOZORA, '福祉課')]),
      row('青空そら', '福祉課', '2027-04-01'),
      false,
    ],
    [
      'by one who was a promoter two years ago',
      recordOf([held(AOZORA, '福祉課', '2025-04-01', { until: '2025-05-31' })]),
      row('青空そら', '福祉課', '2027-04-01'),
      true,
    ],
    [
      'by one of whom there is only an unconfirmed copy',
      recordOf([held(AOZORA, '福祉課', '2027-04-01', UNCONFIRMED)]),
      row('青空そら', '福祉課', '2027-04-01'),
      true,
    ],
    [
      'not for a copy that has begun, whatever it said',
      recordOf([held(AOZORA, '福祉課', '2026-04-01', { ...UNCONFIRMED, guideWanted: true })]),
      row('青空そら', '福祉課'),
      false,
    ],
    [
      'still, when only the last day of one who waits for it is moved',
      recordOf([held(AOZORA, '福祉課', '2026-11-23', { guideWanted: true })]),
      row('青空そら', '福祉課', '2026-11-23', { until: '2026-12-31' }),
      true,
    ],
    [
      'no more, when the first day is moved into the past',
      recordOf([held(AOZORA, '福祉課', '2026-12-01', { guideWanted: true })]),
      row('青空そら', '福祉課', '2026-10-01'),
      false,
    ],
  ])('%s', (_what, record, one, expected) => {
    const { additions, changes } = planned(record, [one]);
    expect([...additions, ...changes].map(({ guideWanted }) => guideWanted)).toEqual([expected]);
  });
});

describe('more than a tenth of the roster of the file, and more than one, is much to end', () => {
  const NAMES = Array.from({ length: 20 }, (_, index) => `職員その${index}`);
  const record = recordOf([...NAMES.map((name) => held(person(name), '福祉課')), held(HANAZONO, '公園課')]);
  test.each([
    [20, false, 0],
    [18, false, 2],
    [17, true, 3],
    [1, true, 19],
  ])('a file of %i of 20: %s', (kept, isMany, ended) => {
    const plan = planned(
      record,
      NAMES.slice(0, kept).map((name) => row(name, '福祉課')),
    );
    expect([endsMany(plan), plan.endings.length, plan.standing]).toEqual([isMany, ended, 20]);
  });

  test('one of two is a move', () => {
    const two = recordOf([held(AOZORA, '福祉課'), held(YAMAMICHI, '長寿課')]);
    expect(endsMany(planned(two, [row('青空そら', '福祉課')]))).toBe(false);
  });
});
