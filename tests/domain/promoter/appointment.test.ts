import { describe, expect, test } from 'vitest';
import { type LocalDate, localDate, overlap } from '../../../src/domain/calendar/local-date.ts';
import type { DepartmentWithSections } from '../../../src/domain/department.ts';
import { succeededBy } from '../../../src/domain/promoter/appointing.ts';
import {
  type Appointment,
  holdsOn,
  isNewPromoter,
  rosterOn,
  termFrom,
  vacanciesOf,
} from '../../../src/domain/promoter/appointment.ts';
import { readRosterDay } from '../../../src/domain/promoter/roster-day.ts';
import { anAppointment } from '../../support/promoters.ts';

const day = (text: string): LocalDate => localDate(text);

describe('the term of two date fields', () => {
  test.each([
    ['2026-04-01', undefined, { fiscalYear: 2026, startsOn: '2026-04-01', endsOn: '2027-03-31' }],
    ['2026-10-01', undefined, { fiscalYear: 2026, startsOn: '2026-10-01', endsOn: '2027-03-31' }],
    ['2027-03-31', undefined, { fiscalYear: 2026, startsOn: '2027-03-31', endsOn: '2027-03-31' }],
    ['2026-04-01', '2026-09-30', { fiscalYear: 2026, startsOn: '2026-04-01', endsOn: '2026-09-30' }],
    ['2026-04-01', '2026-04-01', { fiscalYear: 2026, startsOn: '2026-04-01', endsOn: '2026-04-01' }],
  ])('from %s to %s holds', (startsOn, endsOn, term) => {
    expect(termFrom(day(startsOn), (endsOn && day(endsOn)) || undefined)).toEqual({ ok: true, value: term });
  });

  test.each([
    ['2026-04-01', '2026-03-31', { field: 'endsOn', kind: 'ends-before-start' }],
    ['2026-04-01', '2027-04-01', { field: 'endsOn', kind: 'term-crosses-years', lastDay: '2027-03-31' }],
    ['2026-03-31', '2026-04-01', { field: 'endsOn', kind: 'term-crosses-years', lastDay: '2026-03-31' }],
  ])('from %s to %s is refused', (startsOn, endsOn, error) => {
    expect(termFrom(day(startsOn), day(endsOn))).toEqual({ ok: false, error });
  });
});

test.each<[string, Partial<Appointment>, boolean]>([
  ['2026-03-31', {}, false],
  ['2026-04-01', {}, true],
  ['2027-03-31', {}, true],
  ['2027-04-01', {}, false],
  ['2026-10-01', { endsOn: day('2026-09-30') }, false],
  ['2026-10-01', { confirmedAt: null }, false],
  ['2026-10-01', { cancelledAt: new Date('2026-05-01T00:00:00Z') }, false],
])('on %s an appointment with %o holds: %s', (on, facts, holds) => {
  expect(holdsOn(anAppointment(facts), day(on))).toBe(holds);
});

test.each([
  ['2026-04-01', '2026-09-30', '2026-10-01', '2027-03-31', false],
  ['2026-04-01', '2026-09-30', '2026-09-30', '2027-03-31', true],
  ['2026-04-01', '2027-03-31', '2026-06-01', '2026-06-01', true],
  ['2026-06-01', '2026-06-01', '2026-04-01', '2026-05-31', false],
])('%s to %s and %s to %s have a day in common: %s', (from, to, otherFrom, otherTo, common) => {
  const one = { startsOn: day(from), endsOn: day(to) };
  const other = { startsOn: day(otherFrom), endsOn: day(otherTo) };
  expect([overlap(one, other), overlap(other, one)]).toEqual([common, common]);
});

describe('who is appointed from 2026-04-01 and is new', () => {
  const held = (startsOn: string, endsOn: string, facts: Partial<Appointment> = {}): Appointment =>
    anAppointment({ startsOn: day(startsOn), endsOn: day(endsOn), ...facts });
  test.each<[string, readonly Appointment[], boolean]>([
    ['who never was one', [], true],
    ['whose term ended the day before', [held('2025-04-01', '2026-03-31')], false],
    ['whose term ended a year before', [held('2024-04-01', '2025-04-01')], false],
    ['whose term ended more than a year before', [held('2024-04-01', '2025-03-31')], true],
    ['who holds another section from the same day', [held('2026-04-01', '2027-03-31')], false],
    ['who will hold one later', [held('2026-10-01', '2027-03-31')], true],
    ['who was only 未確認', [held('2025-04-01', '2026-03-31', { confirmedAt: null })], true],
    ['who was entered in error', [held('2025-04-01', '2026-03-31', { cancelledAt: new Date(0) })], true],
  ])('%s: %#', (_, before, isNew) => {
    expect(isNewPromoter(before, day('2026-04-01'))).toBe(isNew);
  });
});

const section = (id: string, position: number, endedOn: string | null = null) => ({
  id,
  departmentId: id.slice(0, 1),
  name: `${id}課`,
  position,
  endedOn: endedOn === null ? null : day(endedOn),
});
const DEPARTMENTS: readonly DepartmentWithSections[] = [
  { id: 'b', name: '後の名前の部', position: 10, sections: [section('b1', 10), section('b2', 20)] },
  { id: 'a', name: 'あいうえ部', position: 20, sections: [section('a1', 10, '2026-06-30')] },
  { id: 'c', name: '課のない部', position: 30, sections: [] },
];

describe('the roster of a day', () => {
  const appointments = [
    anAppointment({ id: '1', sectionId: 'b1' }),
    anAppointment({ id: '2', sectionId: 'b1', role: 'chief', startsOn: day('2026-05-01') }),
    anAppointment({ id: '3', sectionId: 'a1', endsOn: day('2026-06-30') }),
    anAppointment({ id: '4', sectionId: 'b2', confirmedAt: null }),
  ];
  const shown = (on: string) =>
    rosterOn(day(on), DEPARTMENTS, appointments).departments.map(({ department, sections }) => [
      department.id,
      ...sections.map((row) => [row.section.id, row.appointments.map(({ id }) => id)]),
    ]);
  test.each([
    [
      '2026-04-01',
      [
        ['b', ['b1', ['1']], ['b2', []]],
        ['a', ['a1', ['3']]],
      ],
    ],
    [
      '2026-05-01',
      [
        ['b', ['b1', ['2', '1']], ['b2', []]],
        ['a', ['a1', ['3']]],
      ],
    ],
    ['2026-07-01', [['b', ['b1', ['2', '1']], ['b2', []]]]],
    ['2027-04-01', [['b', ['b1', []], ['b2', []]]]],
  ])('%s is in order, 主任 first, without what is 未確認 or no more', (on, roster) => {
    expect(shown(on)).toEqual(roster);
  });

  test.each([
    ['2026-04-01', ['b2']],
    ['2027-03-31', ['b2']],
    ['2027-04-01', ['b1', 'b2']],
  ])('on %s 未選任 are %o', (on, vacant) => {
    const vacancies = vacanciesOf(rosterOn(day(on), DEPARTMENTS, appointments));
    expect(vacancies.map((row) => row.section.id)).toEqual(vacant);
  });
});

describe('who makes room for a 推進員 of b1 from 2026-10-01', () => {
  const own = { sectionId: 'b1', role: 'promoter' } as const;
  const term = { fiscalYear: 2026, startsOn: day('2026-10-01'), endsOn: day('2027-03-31') };
  const cases: readonly [string, Partial<Appointment>, readonly unknown[]][] = [
    ['one since 1 April', {}, ['2026-09-30']],
    ['one who began the day before', { startsOn: day('2026-09-30') }, ['2026-09-30']],
    ['one who begins the same day', { startsOn: day('2026-10-01') }, [null]],
    ['one who begins later', { startsOn: day('2027-01-04') }, [null]],
    ['one whose term is over by then', { endsOn: day('2026-09-30') }, []],
    ['one of another section', { sectionId: 'b2' }, []],
    ['the 主任', { role: 'chief' }, []],
  ];
  test.each(cases)('%s', (_, facts, ends) => {
    const former = anAppointment({ sectionId: 'b1', ...facts });
    expect(succeededBy([former], own, term).map(({ endsOn }) => endsOn)).toEqual(ends);
  });
});

test.each([
  ['', '2026-11-24'],
  ['令和8年度', '2026-11-24'],
  ['2026', '2026-11-24'],
  ['令和5年度', '2023-04-01'],
  ['R5', '2023-04-01'],
  ['５年度', '2023-04-01'],
  ['平成31年度', '2019-04-01'],
  ['令和9年度', '2027-04-01'],
  ['令和5年8月10日', '2023-08-10'],
  ['令和５年８月１０日(木)', '2023-08-10'],
  ['R5.8.10', '2023-08-10'],
  ['2023-08-10', '2023-08-10'],
  ['2023/8/10', '2023-08-10'],
  ['2030年1月4日', '2030-01-04'],
  ['令和5年8月10日(金)', undefined],
  ['令和5年2月30日', undefined],
  ['平成32年度', undefined],
  ['来年', undefined],
])('「%s」 on 2026-11-24 means the roster of %s', (typed, meant) => {
  expect(readRosterDay(typed, day('2026-11-24'))).toBe(meant);
});
