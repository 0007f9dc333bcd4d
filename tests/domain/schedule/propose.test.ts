import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstDayOf, fiscalYearOf, lastDayOf } from '../../../src/domain/calendar/fiscal-year.ts';
import { addDays, daysBetween, localDate } from '../../../src/domain/calendar/local-date.ts';
import { STANDARD_CALENDAR } from '../../../src/domain/calendar/working-day.ts';
import {
  dayKnownOf,
  firstDayOfRecord,
  lastDayOfRecord,
  printRecordDate,
  type RecordDate,
} from '../../../src/domain/occasion/date.ts';
import { type BaseOccasion, proposeSchedule } from '../../../src/domain/schedule/propose.ts';
import { day, days, month, until } from '../../support/record-dates.ts';

const NAMES = ['協働推進本部会議', '協働推進本部会議幹事会'];

const meeting = (of: string, date: RecordDate, ...items: readonly string[]): BaseOccasion => ({
  kind: 'meeting',
  id: randomUUID(),
  of,
  name: of,
  date,
  items: items.map((text) => ({ text, kind: null })),
  forPromoters: false,
});
const training = (date: RecordDate, forPromoters = true): BaseOccasion => ({
  ...meeting('研修', date),
  kind: 'training',
  forPromoters,
});

const propose = (occasions: readonly BaseOccasion[], baseYear = 2023, year = baseYear + 1) =>
  proposeSchedule(occasions, NAMES, { baseYear, year, calendar: STANDARD_CALENDAR });
const printed = (...args: Parameters<typeof propose>): readonly string[] =>
  propose(...args).map(({ date }) => printRecordDate(date));

describe('what followed another', () => {
  const schedule = (of: string) => `${of}の年間スケジュールについて`;

  test('keeps its distance: 幹事会 on 7 July and 本部会議 23 working days later', () => {
    const [first, second] = propose([
      meeting('協働推進本部会議幹事会', until('2023-07-07'), schedule('協働推進本部会議幹事会')),
      meeting('協働推進本部会議', until('2023-08-10'), schedule('協働推進本部会議')),
    ]);
    expect(first).toMatchObject({ date: until('2024-07-05'), reason: null });
    expect(second).toMatchObject({
      date: until('2024-08-08'),
      reason: { kind: 'follows', name: '協働推進本部会議幹事会', date: until('2024-07-05'), workingDays: 23 },
    });
  });

  test.each<[string, readonly BaseOccasion[], readonly string[]]>([
    [
      'also where its own weekday is another one then',
      [
        meeting('幹事会', day('2023-04-28'), '報告書について'),
        meeting('本部会議', day('2023-05-10'), '報告書について'),
      ],
      ['令和7年4月25日', '令和7年5月7日'],
    ],
    [
      'not to what it has nothing in common with',
      [
        meeting('幹事会', day('2023-04-28'), '計画について'),
        meeting('本部会議', day('2023-05-10'), '報告書について'),
      ],
      ['令和7年4月25日', '令和7年5月14日'],
    ],
    [
      'not to an earlier meeting of its own body',
      [
        meeting('本部会議', day('2023-04-28'), '報告書について'),
        meeting('本部会議', day('2023-05-10'), '報告書について'),
      ],
      ['令和7年4月25日', '令和7年5月14日'],
    ],
    [
      'not to one long before',
      [
        meeting('幹事会', day('2023-04-28'), '報告書について'),
        meeting('本部会議', day('2024-01-10'), '報告書について'),
      ],
      ['令和7年4月25日', '令和8年1月14日'],
    ],
    [
      'not to a month, whose day is not known',
      [
        meeting('幹事会', month('2023-04'), '報告書について'),
        meeting('本部会議', day('2023-05-10'), '報告書について'),
      ],
      ['令和7年4月', '令和7年5月14日'],
    ],
    [
      'to the nearest of several, and they to theirs',
      [
        meeting('部会', day('2023-04-14'), '報告書について'),
        meeting('幹事会', day('2023-04-28'), '報告書について'),
        meeting('本部会議', day('2023-05-10'), '報告書について'),
      ],
      ['令和7年4月11日', '令和7年4月25日', '令和7年5月7日'],
    ],
    [
      'at the end of the year, where both come earlier',
      [
        meeting('幹事会', day('2024-03-22'), '報告書について'),
        meeting('本部会議', day('2024-03-29'), '報告書について'),
      ],
      ['令和8年3月24日', '令和8年3月31日'],
    ],
  ])('%s', (_, occasions, dates) => {
    expect(printed(occasions, 2023, 2025)).toEqual(dates);
  });
});

describe('trainings of promoters', () => {
  test('of the second half are proposed for June, with how long was waited', () => {
    const [proposal] = propose([training(month('2024-01'))]);
    expect(proposal).toMatchObject({
      date: month('2024-06'),
      reason: { kind: 'training-lag', lag: { unit: 'months', count: 9 } },
    });
  });

  test.each<[string, readonly BaseOccasion[], readonly string[]]>([
    ['on the same ordinal weekday', [training(day('2024-01-18'))], ['令和6年6月20日']],
    ['a range from June on', [training(days('2023-10-02', '2023-10-06'))], ['令和6年6月3日から7日まで']],
    [
      'several as far from each other as they were',
      [training(day('2023-11-16')), training(day('2024-01-18'))],
      ['令和6年6月20日', '令和6年8月15日'],
    ],
    [
      'none where one was in the first half',
      [training(day('2023-06-15')), training(day('2024-01-18'))],
      ['令和6年6月20日', '令和7年1月16日'],
    ],
    ['none of those for others', [training(day('2024-01-18'), false)], ['令和7年1月16日']],
  ])('%s', (_, occasions, dates) => {
    expect(printed(occasions)).toEqual(dates);
  });
});

/** Days, months and ranges within a fiscal year. */
const datesOf = (year: number): fc.Arbitrary<RecordDate> => {
  const anyDay = fc
    .integer({ min: 0, max: daysBetween(firstDayOf(year), lastDayOf(year)) })
    .map((count) => addDays(firstDayOf(year), count));
  return fc.oneof(
    anyDay.map((one) => day(one)),
    anyDay.map((one) => until(one)),
    anyDay.map((one) => month(one.slice(0, 7))),
    fc
      .tuple(anyDay, fc.integer({ min: 1, max: 60 }))
      .map(([first, length]) => [first, addDays(first, length)] as const)
      .filter(([, last]) => last <= lastDayOf(year))
      .map(([first, last]) => days(first, last)),
  );
};

describe.each([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])('from base year %i', (baseYear) => {
  test('every proposal is on working days of its year, one for each occasion and in their order', () => {
    const occasions = fc.array(
      fc.oneof(
        datesOf(baseYear).map((date) => training(date)),
        fc
          .tuple(
            fc.constantFrom('幹事会', '本部会議', '部会'),
            datesOf(baseYear),
            fc.constantFrom('甲', '乙'),
          )
          .map(([of, date, item]) => meeting(of, date, item)),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(occasions, fc.integer({ min: 1, max: 4 }), (base, later) => {
        const proposals = propose(base, baseYear, baseYear + later);
        expect(proposals.map(({ occasion }) => occasion)).toEqual(base);
        for (const { date } of proposals) {
          const [first, last] = [firstDayOfRecord(date), lastDayOfRecord(date)];
          expect([fiscalYearOf(first), fiscalYearOf(last)]).toEqual([baseYear + later, baseYear + later]);
          if (dayKnownOf(date) === undefined) continue;
          expect([first, last].map(STANDARD_CALENDAR.isWorkingDay)).toEqual([true, true]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the distance of 幹事会 and 本部会議 is kept', () => {
    const pairs = fc
      .tuple(fc.integer({ min: 0, max: 240 }), fc.integer({ min: 1, max: 60 }))
      .map(([from, count]) => {
        const first = STANDARD_CALENDAR.addWorkingDays(addDays(firstDayOf(baseYear), -1), from + 1);
        return { first, second: STANDARD_CALENDAR.addWorkingDays(first, count), count };
      })
      .filter(({ second }) => second <= lastDayOf(baseYear));
    fc.assert(
      fc.property(pairs, ({ first, second, count }) => {
        const [one, other] = propose(
          [
            meeting('幹事会', until(first), '報告書について'),
            meeting('本部会議', until(second), '報告書について'),
          ],
          baseYear,
        ).map(({ date }) => firstDayOfRecord(date));
        expect(
          STANDARD_CALENDAR.workingDaysBetween(
            one ?? localDate('2000-01-01'),
            other ?? localDate('2000-01-01'),
          ),
        ).toBe(count);
      }),
      { numRuns: 100 },
    );
  });
});
