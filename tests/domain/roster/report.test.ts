import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import type { Appointment } from '../../../src/domain/promoter/appointment.ts';
import {
  firstDayToReport,
  isUnchanged,
  reportRows,
  reportStateOf,
  termInSection,
  yearToReport,
} from '../../../src/domain/roster/report.ts';
import { anAppointment, aPerson } from '../../support/promoters.ts';

test.each([
  ['2027-02-28', 2026, '2027-02-28'],
  ['2027-03-01', 2027, '2027-04-01'],
  ['2027-03-31', 2027, '2027-04-01'],
  ['2027-04-01', 2027, '2027-04-01'],
  ['2027-04-10', 2027, '2027-04-10'],
])('on %s fiscal %i is reported, from %s on', (today, year, first) => {
  expect(yearToReport(localDate(today))).toBe(year);
  expect(firstDayToReport(year, localDate(today))).toBe(first);
});

const SECTION = { id: 's', departmentId: 'd', name: '福祉課', position: 10, endedOn: null };
const DEPARTMENT = { id: 'd', name: '福祉部', position: 10, sections: [SECTION] };
const TODAY = localDate('2027-03-10');

const held = (name: string, facts: Partial<Appointment> = {}): Appointment =>
  anAppointment({ id: `2026 ${name}`, sectionId: 's', person: aPerson({ id: name, name }), ...facts });
const next = (name: string, facts: Partial<Appointment> = {}): Appointment =>
  held(name, {
    id: `2027 ${name}`,
    fiscalYear: 2027,
    startsOn: localDate('2027-04-01'),
    endsOn: localDate('2028-03-31'),
    confirmedAt: null,
    ...facts,
  });

const rowsOf = (appointments: readonly Appointment[]) =>
  reportRows(DEPARTMENT, appointments, 2027, TODAY).map((row) => [
    row.role,
    row.last?.person.name,
    row.now?.person.name,
    reportStateOf(row),
    isUnchanged(row),
  ]);
const AT = new Date('2027-03-05T10:00:00+09:00');

describe('the places of a section', () => {
  test.each<[string, readonly Appointment[], readonly unknown[]]>([
    ['nobody ever', [], [['promoter', undefined, undefined, 'open', false]]],
    ['last year’s alone', [held('A')], [['promoter', 'A', undefined, 'open', false]]],
    ['with the copy', [held('A'), next('A')], [['promoter', 'A', 'A', 'open', true]]],
    ['reported', [held('A'), next('A', { reportedAt: AT })], [['promoter', 'A', 'A', 'reported', true]]],
    ['confirmed', [held('A'), next('A', { confirmedAt: AT })], [['promoter', 'A', 'A', 'confirmed', true]]],
    ['another', [held('A'), next('B', { reportedAt: AT })], [['promoter', 'A', 'B', 'reported', false]]],
    [
      'two, one of whom goes',
      [held('A'), held('B'), next('B'), next('C', { reportedAt: AT })],
      [
        ['promoter', 'A', 'C', 'reported', false],
        ['promoter', 'B', 'B', 'open', true],
      ],
    ],
    [
      'a 主任 before the 推進員',
      [held('A'), held('B', { role: 'chief' })],
      [
        ['chief', 'B', undefined, 'open', false],
        ['promoter', 'A', undefined, 'open', false],
      ],
    ],
    [
      'ended in autumn, and never confirmed',
      [held('A', { endsOn: localDate('2026-09-30') }), held('B', { confirmedAt: null })],
      [['promoter', undefined, undefined, 'open', false]],
    ],
    [
      'one more than last year',
      [held('A'), next('A'), next('B', { reportedAt: AT })],
      [
        ['promoter', 'A', 'A', 'open', true],
        ['promoter', undefined, 'B', 'reported', false],
      ],
    ],
  ])('%s', (_what, appointments, rows) => {
    expect(rowsOf(appointments)).toEqual(rows);
  });

  test('are none where the section ends before the year begins', () => {
    const ended = { ...SECTION, endedOn: localDate('2027-03-31') };
    expect(reportRows({ ...DEPARTMENT, sections: [ended] }, [held('A')], 2027, TODAY)).toEqual([]);
  });
});

test.each([
  [null, '2028-03-31'],
  ['2027-12-31', '2027-12-31'],
  ['2028-04-30', '2028-03-31'],
])('a term in a section that ends on %s lasts until %s', (endedOn, endsOn) => {
  const section = { ...SECTION, endedOn: endedOn === null ? null : localDate(endedOn) };
  expect(termInSection(section, 2027, localDate('2027-04-01'))).toEqual({
    fiscalYear: 2027,
    startsOn: '2027-04-01',
    endsOn,
  });
});
