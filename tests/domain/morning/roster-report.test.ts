import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { forecastMornings } from '../../../src/domain/morning/forecast.ts';
import type { MorningWorld } from '../../../src/domain/morning/morning.ts';
import { departments, holds, SECRETARIAT, world } from '../../support/morning-world.ts';

const on = localDate;

describe('選任報告 of a department, asked on 1 March, due on 30 April', () => {
  const one = { departments: departments(1), appointments: [holds(1, 1, { role: 'chief' })] };
  const spring = (facts: Partial<MorningWorld> = {}): readonly string[] =>
    forecastMornings(world({ ...one, ...facts }), {
      after: on('2027-02-26'),
      first: on('2027-03-01'),
      last: on('2027-06-30'),
    }).flatMap(({ day, recipient, lines }) =>
      lines.map(({ kind }) => `${day.slice(5)} ${recipient} ${kind}`),
    );

  test('is reminded of in April too, and goes to the secretariat when nobody may report any more', () => {
    expect(spring()).toEqual([
      '03-01 U0P1 roster-report',
      '04-20 U0P1 roster-report',
      '04-28 U0P1 roster-report',
      '04-30 U0P1 roster-report',
      `05-07 ${SECRETARIAT} roster-report`,
      `05-10 ${SECRETARIAT} report-missing`,
      ...['05-11', '05-13', '05-17', '05-19'].map((day) => `${day} ${SECRETARIAT} roster-report`),
    ]);
  });

  test('of a city that has all by 31 March is reminded of in March', () => {
    expect(spring({ rosterReportUntil: '03-31' }).slice(0, 5)).toEqual([
      '03-01 U0P1 roster-report',
      '03-19 U0P1 roster-report',
      '03-30 U0P1 roster-report',
      '03-31 U0P1 roster-report',
      `04-02 ${SECRETARIAT} roster-report`,
    ]);
  });
});
