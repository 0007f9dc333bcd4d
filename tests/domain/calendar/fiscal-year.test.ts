import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  currentFiscalYear,
  EARLIEST_FISCAL_YEAR,
  FISCAL_YEAR_EXAMPLES,
  firstDayOf,
  fiscalYearOf,
  isOfferedFiscalYear,
  lastDayOf,
  printFiscalYear,
  readFiscalYear,
} from '../../../src/domain/calendar/fiscal-year.ts';
import { addDays, instantInTokyo, localDate, todayInTokyo } from '../../../src/domain/calendar/local-date.ts';

const TODAY = localDate('2023-08-10');

describe('the fiscal year of a day', () => {
  it.each([
    ['2023-03-31', 2022],
    ['2023-04-01', 2023],
    ['2023-08-10', 2023],
    ['2023-12-31', 2023],
    ['2024-01-01', 2023],
    ['2024-03-31', 2023],
    ['2024-04-01', 2024],
  ])('%s is in %i', (day, year) => {
    expect(fiscalYearOf(localDate(day))).toBe(year);
  });

  it.each([
    ['2024-03-31', '23:30', 2023],
    ['2024-04-01', '00:30', 2024],
  ])('on %s at %s in Tokyo is %i', (day, time, year) => {
    expect(currentFiscalYear(todayInTokyo(instantInTokyo(localDate(day), time)))).toBe(year);
  });

  it('runs from 1 April to 31 March', () => {
    expect([firstDayOf(2023), lastDayOf(2023)]).toEqual(['2023-04-01', '2024-03-31']);
  });

  it('contains its days and no others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1913, max: 2200 }), (year) => {
        const [first, last] = [firstDayOf(year), lastDayOf(year)];
        expect([addDays(first, -1), first, last, addDays(last, 1)].map(fiscalYearOf)).toEqual([
          year - 1,
          year,
          year,
          year + 1,
        ]);
      }),
    );
  });
});

describe('the label of a fiscal year', () => {
  it.each([
    [2023, '令和5年度'],
    [2020, '令和2年度'],
    [2019, '令和元年度'],
    [2018, '平成30年度'],
    [1990, '平成2年度'],
    [1989, '平成元年度'],
    [1988, '昭和63年度'],
    [1926, '昭和元年度'],
  ])('of %i is %s', (year, label) => {
    expect(printFiscalYear(year)).toBe(label);
  });

  it('is read back as the year', () => {
    fc.assert(
      fc.property(fc.integer({ min: EARLIEST_FISCAL_YEAR, max: 2033 }), (year) => {
        expect([printFiscalYear(year), String(year)].map((text) => readFiscalYear(text, TODAY))).toEqual([
          year,
          year,
        ]);
      }),
    );
  });
});

describe('reading a fiscal year', () => {
  it.each([
    ['令和5年度', 2023],
    ['令和５年度', 2023],
    [' 令和 5 年度 ', 2023],
    ['令和5年', 2023],
    ['令和5', 2023],
    ['R5', 2023],
    ['r5', 2023],
    ['Ｒ５', 2023],
    ['R05', 2023],
    ['R5年度', 2023],
    ['5年度', 2023],
    ['５', 2023],
    ['5', 2023],
    ['2023', 2023],
    ['2023年度', 2023],
    ['２０２３年度', 2023],
    ['令和元年度', 2019],
    ['令和元', 2019],
    ['令和1年度', 2019],
    ['元年度', 2019],
    ['R1', 2019],
    ['平成31年度', 2019],
    ['H31', 2019],
    ['平成30年度', 2018],
    ['h30', 2018],
    ['平成元年度', 1989],
    ['1989', 1989],
    ['2033', 2033],
    ['15', 2033],
  ])('%s is %i', (text, year) => {
    expect(readFiscalYear(text, TODAY)).toBe(year);
  });

  it.each([
    '',
    '年度',
    '令和',
    '令和年度',
    'RR5',
    'R',
    '5度',
    '23年度の会議',
    '2023/4',
    '令和5年8月',
    '-5',
    '5.5',
    '明治45年度',
    'M45',
    // No such year of an era.
    '令和0',
    '0',
    '平成0年度',
    '平成32年度',
    '平成35',
    '昭和64年度',
    // Before 平成元年度.
    '1988',
    '昭和63年度',
    'S63',
    'T15',
    // More than ten years ahead.
    '2034',
    '16',
    'R16',
    '9999',
    '令和99年度',
  ])('"%s" is none', (text) => {
    expect(readFiscalYear(text, TODAY)).toBeUndefined();
  });

  it.each([
    ['2019-04-30', '31', 2019],
    ['2019-04-30', '5年度', 1993],
    ['2019-05-01', '31', undefined],
    ['2019-05-01', '元', 2019],
    ['2019-05-01', '5年度', 2023],
  ])('on %s takes %s to be of the era of that day: %s', (today, text, year) => {
    expect(readFiscalYear(text, localDate(today))).toBe(year);
  });

  it('reads every example it answers with', () => {
    expect(FISCAL_YEAR_EXAMPLES.map((text) => readFiscalYear(text, TODAY))).toEqual([2023, 2023, 2023, 2023]);
  });

  it('offers the years from 平成元年度 to ten years ahead', () => {
    expect([1988, 1989, 2033, 2034].map((year) => isOfferedFiscalYear(year, TODAY))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
