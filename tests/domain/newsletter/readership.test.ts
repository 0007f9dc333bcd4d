import { expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { countSilentSections } from '../../../src/domain/newsletter/readership.ts';
import { departments, holds, sectionId } from '../../support/morning-world.ts';

const NOBODY: ReadonlySet<string> = new Set();
const from = (day: string) => ({ startsOn: localDate(day) });
const until = (day: string) => ({ endsOn: localDate(day) });
const NEXT_YEAR = { fiscalYear: 2027, ...from('2027-04-01'), ...until('2028-03-31') };

const ended = (section: number, day: string) =>
  departments(3).map((department) => ({
    ...department,
    sections: department.sections.map((one) =>
      one.id === sectionId(section) ? { ...one, endedOn: localDate(day) } : one,
    ),
  }));

test.each([
  ['every section with somebody on the day', [holds(1, 1), holds(2, 2)], NOBODY, 2],
  ['not one of whom somebody has read', [holds(1, 1), holds(2, 1), holds(3, 2)], new Set(['U0P2']), 1],
  ['not one that had nobody yet', [holds(1, 1), holds(2, 2, from('2026-11-27'))], NOBODY, 1],
  ['one that has nobody any more', [holds(1, 1, until('2026-11-26'))], NOBODY, 1],
  ['not one that had nobody any more', [holds(1, 1, until('2026-11-25'))], NOBODY, 0],
  [
    'one whose successor reads, for they were not asked then',
    [holds(1, 1, until('2026-11-30')), holds(2, 1, from('2026-12-01'))],
    new Set(['U0P2']),
    1,
  ],
  [
    'not one whose people had read before they left',
    [holds(1, 1, until('2026-11-30'))],
    new Set(['U0P1']),
    0,
  ],
  ['one of whom nobody has Slack', [holds(1, 1, { who: { slackId: null } })], new Set(['U0P1']), 1],
])('of an issue of Thu 2026-11-26 it counts %s', (_, appointments, readers, silent) => {
  const served = { day: localDate('2026-11-26'), carriedFrom: null };
  expect(countSilentSections({ departments: departments(3), appointments }, served, readers)).toBe(silent);
});

test.each([
  ['2026-11-25', 1],
  ['2026-11-26', 2],
])('a section that ended on %s is counted: %i of two', (day, silent) => {
  const roster = { departments: ended(1, day), appointments: [holds(1, 1), holds(2, 2)] };
  expect(countSilentSections(roster, { day: localDate('2026-11-26'), carriedFrom: null }, NOBODY)).toBe(
    silent,
  );
});

test('an issue of April counts the same before and after the roster of the new year is confirmed', () => {
  const served = { day: localDate('2027-04-09'), carriedFrom: localDate('2027-03-31') };
  const before = [holds(1, 1), holds(2, 2)];
  const after = [...before, holds(3, 1, NEXT_YEAR), holds(2, 2, NEXT_YEAR)];
  for (const appointments of [before, after])
    for (const [readers, silent] of [
      [NOBODY, 2],
      [new Set(['U0P1']), 1],
    ] as const)
      expect(countSilentSections({ departments: departments(3), appointments }, served, readers)).toBe(
        silent,
      );
  expect(
    countSilentSections({ departments: ended(1, '2027-03-31'), appointments: before }, served, NOBODY),
  ).toBe(1);
});
