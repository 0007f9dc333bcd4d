import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { daysOfServing, servingDay, servingOn } from '../../../src/domain/promoter/serving.ts';
import { anAppointment, aPerson } from '../../support/promoters.ts';

const APRIL = { rosterReportUntil: '04-30' };
const MARCH = { rosterReportUntil: '03-31' };

test.each([
  ['2027-03-31', APRIL, null],
  ['2027-04-01', APRIL, '2027-03-31'],
  ['2027-04-30', APRIL, '2027-03-31'],
  ['2027-05-01', APRIL, null],
  ['2027-12-01', APRIL, null],
  ['2028-01-01', APRIL, null],
  ['2027-04-01', MARCH, null],
])('on %s with %j people go on from %s', (day, settings, carriedFrom) => {
  const serving = servingDay(localDate(day), settings);
  expect(serving).toEqual({ day, carriedFrom });
  expect(daysOfServing(serving)).toEqual({ first: carriedFrom ?? day, last: day });
});

describe('in April', () => {
  const last = (name: string, facts: Parameters<typeof anAppointment>[0] = {}) =>
    anAppointment({ person: aPerson({ name }), ...facts });
  const next = (name: string, facts: Parameters<typeof anAppointment>[0] = {}) =>
    last(name, {
      fiscalYear: 2027,
      startsOn: localDate('2027-04-01'),
      endsOn: localDate('2028-03-31'),
      ...facts,
    });
  const ELSEWHERE = '00000000-0000-4000-8000-0000000000c2';

  test.each([
    ['who served on 31 March', [last('前')], ['前']],
    ['both of them', [last('前'), last('前二')], ['前', '前二']],
    ['not who left before', [last('前', { endsOn: localDate('2027-03-30') })], []],
    ['not who was never confirmed', [last('前', { confirmedAt: null })], []],
    ['whoever is confirmed now', [last('前'), next('後')], ['後']],
    [
      'still who served, while the new one is 未確認',
      [last('前'), next('後', { confirmedAt: null })],
      ['前'],
    ],
    [
      'still who served, while the new one is to come',
      [last('前'), next('後', { startsOn: localDate('2027-04-13') })],
      ['前'],
    ],
    ['each role for itself', [last('主', { role: 'chief' }), next('後')], ['後', '主']],
    ['each section for itself', [last('隣', { sectionId: ELSEWHERE }), next('後')], ['後', '隣']],
  ])('serves %s', (_what, appointments, names) => {
    const serving = servingDay(localDate('2027-04-12'), APRIL);
    expect(servingOn(appointments, serving).map(({ person }) => person.name)).toEqual(names);
  });
});
