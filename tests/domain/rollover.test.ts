import { describe, expect, test } from 'vitest';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import { ROLLOVER_STEPS, type RolloverFacts, turnOn } from '../../src/domain/rollover.ts';

/** 年度替わりの準備: when it is shown, and by what each step is done. */

const OF_2026 = { closing: 2026, next: 2027 };

describe('the turn of the year', () => {
  test.each([
    ['2027-02-28', undefined],
    ['2027-03-01', OF_2026],
    ['2027-03-31', OF_2026],
    ['2027-04-01', OF_2026],
    ['2027-04-30', OF_2026],
    ['2027-05-01', undefined],
    ['2027-12-31', undefined],
    ['2028-01-04', undefined],
    ['2028-02-29', undefined],
    ['2028-03-01', { closing: 2027, next: 2028 }],
    // 平成31年度 was 令和元年度 from its second month on.
    ['2019-04-30', { closing: 2018, next: 2019 }],
    ['2019-05-01', undefined],
  ])('on %s is %o', (day, turn) => {
    expect(turnOn(localDate(day))).toEqual(turn);
  });
});

const none = { due: 0, goesOn: 0 };
const NOTHING: RolloverFacts = {
  appointments: 0,
  unconfirmed: 0,
  hasMeetings: false,
  hasTrainings: false,
  bodies: true,
  withoutMembers: ['協働推進本部会議'],
  hasPromoterProgramme: false,
  textsLeft: 7,
  carried: {
    actionItems: { due: 1, goesOn: 0 },
    inquiries: none,
    writtenMeetings: none,
    opinions: none,
  },
};
const settled = { actionItems: none, inquiries: none, writtenMeetings: none, opinions: none };

test.each<[string, Partial<RolloverFacts>, readonly string[]]>([
  ['nothing', {}, []],
  ['a copy of the roster, 未確認', { appointments: 112, unconfirmed: 112 }, []],
  ['a roster of which one is 未確認', { appointments: 112, unconfirmed: 1 }, []],
  ['a roster that is confirmed', { appointments: 112 }, ['roster']],
  ['members of all bodies', { withoutMembers: [] }, ['bodies']],
  ['no bodies at all', { bodies: false, withoutMembers: [] }, []],
  ['協働推進員研修', { hasPromoterProgramme: true }, ['programmes']],
  ['meetings and no training', { hasMeetings: true }, []],
  ['trainings and no meeting', { hasTrainings: true }, []],
  ['meetings and trainings', { hasMeetings: true, hasTrainings: true }, ['schedule']],
  ['all texts but one', { textsLeft: 1 }, []],
  ['all texts', { textsLeft: 0 }, ['texts']],
  ['nothing left over', { carried: settled }, ['carried']],
  [
    'what goes on by itself alone',
    {
      carried: { ...settled, actionItems: { due: 0, goesOn: 3 }, opinions: { due: 0, goesOn: 2 } },
    },
    ['carried'],
  ],
  ['an inquiry left open', { carried: { ...settled, inquiries: { due: 1, goesOn: 0 } } }, []],
  ['a 書面開催 left open', { carried: { ...settled, writtenMeetings: { due: 1, goesOn: 0 } } }, []],
  ['an opinion not considered', { carried: { ...settled, opinions: { due: 1, goesOn: 0 } } }, []],
])('with %s there, these steps are done: %o %o', (_what, facts, done) => {
  const isDone = ROLLOVER_STEPS.filter((step) => step.isDone({ ...NOTHING, ...facts }));
  expect(isDone.map(({ name }) => name)).toEqual(done);
});
