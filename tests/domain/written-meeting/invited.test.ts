import { expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { STANDARD_CALENDAR } from '../../../src/domain/calendar/working-day.ts';
import { invitationsOf, leavesAt, reachedUntil } from '../../../src/domain/written-meeting/invited.ts';
import { aVoter, memberOf } from '../../support/written-meetings.ts';

const ASKED_ON = localDate('2023-07-27');

/** 不在 of a person, both days included. */
const away = (personId: string, startsOn: string, endsOn: string) => ({
  id: '1',
  personId,
  startsOn: localDate(startsOn),
  endsOn: localDate(endsOn),
  recordedBy: 'U0SECRETARY',
});

const [CHAIR, OTHER, PAPER, LEFT] = [aVoter(1), aVoter(2), aVoter(3, { slackId: null }), aVoter(4)];
const members = [
  memberOf(CHAIR, { copiedTo: ['U0AIDE', 'U0VOTER2'] }),
  memberOf(OTHER, { copiedTo: ['U0AIDE'] }),
  memberOf(PAPER, { copiedTo: ['U0AIDE'] }),
  {
    ...memberOf(LEFT),
    person: { ...memberOf(LEFT).person, deactivatedAt: new Date('2023-07-01T00:00:00+09:00') },
  },
  // Not asked this time, nor are those told who are told for them.
  memberOf(aVoter(5), { copiedTo: ['U0NOBODY'] }),
];
const aide = { ...memberOf(aVoter(9)).person, slackId: 'U0AIDE' };

test('each hears once: who answers is asked also where they are told for another, and whom Slack does not reach is named', () => {
  const known = { members, people: [aide], away: [] };
  expect(invitationsOf([CHAIR, OTHER, PAPER, LEFT], known, ASKED_ON, STANDARD_CALENDAR)).toEqual({
    invited: [
      { slackId: 'U0VOTER1', position: 1, on: ASKED_ON },
      { slackId: 'U0VOTER2', position: 2, on: ASKED_ON },
      { slackId: 'U0AIDE', position: null, on: ASKED_ON },
    ],
    unreachable: [PAPER, LEFT],
  });
});

test.each([
  ['2023-08-11', []],
  // Fri 11 August is 山の日: who is away until Thu 10 is back on Mon 14.
  ['2023-08-13', []],
  ['2023-08-14', ['U0VOTER1', 'U0AIDE']],
])('who is 不在 until 10 August is reached by a 回答期限 of %s: %j', (last, reached) => {
  const periods = [
    away(CHAIR.personId, '2023-07-20', '2023-08-10'),
    away(aide.id, '2023-07-20', '2023-08-10'),
  ];
  const known = { members, people: [aide], away: periods };
  const voters = [CHAIR, OTHER, PAPER];
  const { invited, unreachable } = reachedUntil(
    invitationsOf(voters, known, ASKED_ON, STANDARD_CALENDAR),
    voters,
    localDate(last),
  );
  expect(invited.map(({ slackId }) => slackId).filter((id) => id !== 'U0VOTER2')).toEqual(reached);
  expect(unreachable).toEqual(reached.length === 0 ? [CHAIR, PAPER] : [PAPER]);
});

test('a 回答者 who was taken out of the members since hears as long as Slack reaches them, and is named where it does not', () => {
  const known = { members: [memberOf(CHAIR)], people: [memberOf(OTHER).person], away: [] };
  expect(invitationsOf([CHAIR, OTHER, PAPER], known, ASKED_ON, STANDARD_CALENDAR)).toEqual({
    invited: [
      { slackId: 'U0VOTER1', position: 1, on: ASKED_ON },
      { slackId: 'U0VOTER2', position: 2, on: ASKED_ON },
    ],
    unreachable: [PAPER],
  });
});

test.each([
  ['over before', '2023-07-20', '2023-07-26', '2023-07-27'],
  ['on that day', '2023-07-27', '2023-07-27', '2023-07-28'],
  // Sat 29 and Sun 30 July are no working days.
  ['until a Friday', '2023-07-24', '2023-07-28', '2023-07-31'],
  ['still to come', '2023-07-28', '2023-08-03', '2023-07-27'],
])('who is 不在 %s hears of it on the working day on which they are back', (_what, first, last, on) => {
  const periods = [away(CHAIR.personId, first, last), away(aide.id, first, last)];
  const known = { members, people: [aide], away: periods };
  expect(invitationsOf([CHAIR, OTHER], known, ASKED_ON, STANDARD_CALENDAR).invited).toEqual([
    { slackId: 'U0VOTER1', position: 1, on },
    { slackId: 'U0VOTER2', position: 2, on: ASKED_ON },
    { slackId: 'U0AIDE', position: null, on },
  ]);
});

test.each([
  ['2023-07-27T08:59:00+09:00', '2023-07-27T09:00:00+09:00'],
  ['2023-07-27T09:00:00+09:00', undefined],
  ['2023-07-26T23:30:00+09:00', '2023-07-27T09:00:00+09:00'],
  ['2023-07-27T00:30:00+09:00', '2023-07-27T09:00:00+09:00'],
])('at %s the morning of 27 July is %s', (now, morning) => {
  expect(leavesAt(ASKED_ON, '09:00', new Date(now))?.getTime()).toBe(
    morning === undefined ? undefined : new Date(morning).getTime(),
  );
});
