import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Attendance, promoterRate, type Rate } from '../../../src/domain/attendance/attendance.ts';
import { numbersOf } from '../../../src/domain/training/numbers.ts';
import { countsDiffer, participantsOf, recordedOf } from '../../../src/domain/training/training.ts';
import { aTraining, attended, peopleUpTo } from '../../support/trainings.ts';

test.each<[string, readonly Attendance[], number, Rate | null]>([
  ['92 of 112 promoters', attended(92), 112, { came: 92, of: 112 }],
  [
    'one who came in part counts, one who was absent does not',
    [...attended(1), ...attended(1, 'partial', 2), ...attended(1, 'absent', 3)],
    4,
    { came: 2, of: 4 },
  ],
  ['a promoter counts once who came twice', [...attended(2), ...attended(2)], 4, { came: 2, of: 4 }],
  ['people who are no promoters count not', attended(5, 'present', 3), 4, { came: 2, of: 4 }],
  ['nobody recorded', [], 112, null],
  ['no promoter among those recorded', attended(5, 'present', 200), 112, null],
  ['no promoters on that day', attended(5), 0, null],
])('the rate: %s', (_, attendances, promoters, rate) => {
  expect(promoterRate(attendances, peopleUpTo(promoters))).toEqual(rate);
});

test('a rate never tells of more than its denominator', () => {
  const anyAttendance = fc.record({
    sessionId: fc.constantFrom('a', 'b'),
    personId: fc.integer({ min: 1, max: 20 }).map((number) => `p${number}`),
    state: fc.constantFrom('present' as const, 'partial' as const, 'absent' as const),
    note: fc.constant(''),
  });
  fc.assert(
    fc.property(fc.array(anyAttendance), fc.integer({ min: 0, max: 15 }), (attendances, promoters) => {
      const rate = promoterRate(attendances, peopleUpTo(promoters));
      expect(rate === null || (0 < rate.came && rate.came <= rate.of && rate.of === promoters)).toBe(true);
    }),
  );
});

const NOBODY = { present: 0, partial: 0, absent: 0 };

test.each<[string, number | null, Parameters<typeof recordedOf>[0], number | null, boolean]>([
  ['a head count alone', 92, [], 92, false],
  ['people alone', null, [...attended(3), ...attended(2, 'partial')], 5, false],
  ['both, and the same', 5, attended(5), 5, false],
  ['both, and not the same', 92, attended(90), 92, true],
  ['absent people alone', null, attended(4, 'absent'), 0, false],
  ['neither', null, [], null, false],
  ['a head count of nobody', 0, [], 0, false],
])('参加者 from %s', (_, headCount, attendances, participants, differ) => {
  const recorded = recordedOf(attendances);
  expect([participantsOf({ headCount }, recorded), countsDiffer({ headCount }, recorded)]).toEqual([
    participants,
    differ,
  ]);
});

test('nothing recorded is nobody in any state', () => {
  expect(recordedOf([])).toEqual(NOBODY);
});

test('a year’s numbers: 延べ counts attendances, 実人数 each person once', () => {
  const [spring, autumn, video] = ['c1', 'c2', 'c3'];
  const of = (sessionId: string, attendances: readonly Attendance[]) =>
    attendances.map((attendance) => ({ ...attendance, sessionId }));
  const attendances = [
    ...of(spring ?? '', [...attended(40), ...attended(5, 'absent', 41)]),
    ...of(autumn ?? '', attended(30, 'present', 31)),
    ...of('of another programme', attended(99)),
  ];
  const sessions = [
    aTraining({ id: spring ?? '', headCount: null }),
    aTraining({ id: autumn ?? '', headCount: 33 }),
    aTraining({ id: video ?? '', headCount: null }),
  ];
  expect(numbersOf(2023, sessions, attendances, false)).toEqual({
    year: 2023,
    sessions: 3,
    participants: 73,
    unknown: 1,
    attendances: 70,
    people: 60,
    notHeld: false,
  });
});
