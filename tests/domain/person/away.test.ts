import { expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { awayProblem, isAwayOn, whoIsAwayOn } from '../../../src/domain/person/away.ts';

const TODAY = localDate('2026-11-24');
const KNOWN = {
  id: 'a',
  personId: 'p',
  startsOn: localDate('2026-12-07'),
  endsOn: localDate('2026-12-11'),
  recordedBy: 'U0STAFF',
};

test.each([
  ['2026-11-24', '2026-11-24', undefined],
  ['2026-11-01', '2026-11-24', undefined],
  ['2026-11-01', '2026-11-23', 'away-is-past'],
  ['2026-12-02', '2026-12-01', 'away-ends-before-start'],
  ['2027-04-01', '2028-03-31', undefined],
  ['2027-04-01', '2028-04-01', 'away-too-long'],
  ['2026-12-01', '2026-12-06', undefined],
  ['2026-12-01', '2026-12-07', 'away-overlaps'],
  ['2026-12-11', '2026-12-15', 'away-overlaps'],
  ['2026-12-08', '2026-12-09', 'away-overlaps'],
  ['2026-12-01', '2026-12-31', 'away-overlaps'],
  ['2026-12-12', '2026-12-15', undefined],
])('on 24 November a period from %s until %s: %s', (from, to, kind) => {
  const draft = { startsOn: localDate(from), endsOn: localDate(to) };
  expect(awayProblem(draft, TODAY, [KNOWN])?.kind).toBe(kind);
});

test.each([
  ['2026-12-06', false],
  ['2026-12-07', true],
  ['2026-12-11', true],
  ['2026-12-12', false],
])('on %s one who is away from 7 to 11 December is away: %s', (day, isAway) => {
  expect(isAwayOn(KNOWN, localDate(day))).toBe(isAway);
});

test.each([
  ['2026-12-04', []],
  ['2026-12-05', ['q']],
  ['2026-12-07', ['p', 'q']],
  ['2026-12-11', ['p']],
  ['2026-12-12', []],
  ['2026-12-14', ['q']],
])('on %s of one away from 7 to 11 and one from 5 to 7 and on 14 December are away: %s', (day, who) => {
  const periods = [
    KNOWN,
    { ...KNOWN, personId: 'q', startsOn: localDate('2026-12-05'), endsOn: localDate('2026-12-07') },
    { ...KNOWN, personId: 'q', startsOn: localDate('2026-12-14'), endsOn: localDate('2026-12-14') },
  ];
  expect([...whoIsAwayOn(periods, localDate(day))].toSorted()).toEqual(who);
});
