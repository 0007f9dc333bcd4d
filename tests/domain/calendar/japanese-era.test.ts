import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eraOf, hasEra } from '../../../src/domain/calendar/era-year.ts';
import {
  printDay,
  printDayWithWeekday,
  printMonth,
  readDay,
  readMonth,
} from '../../../src/domain/calendar/japanese-era.ts';
import {
  addDays,
  daysBetween,
  localDate,
  monthOf,
  utcMidnight,
  yearMonth,
} from '../../../src/domain/calendar/local-date.ts';
import { refuse, succeed } from '../../../src/domain/result.ts';

const FIRST_OF_TAISHO = localDate('1912-07-30');
const anyDay = fc
  .integer({ min: 0, max: daysBetween(FIRST_OF_TAISHO, localDate('2120-12-31')) })
  .map((days) => addDays(FIRST_OF_TAISHO, days));

describe('printing a day', () => {
  it.each([
    ['2023-08-10', '令和5年8月10日(木)'],
    ['2019-05-01', '令和元年5月1日(水)'],
    ['2019-04-30', '平成31年4月30日(火)'],
    ['2020-01-01', '令和2年1月1日(水)'],
    ['1989-01-08', '平成元年1月8日(日)'],
    ['1989-01-07', '昭和64年1月7日(土)'],
    ['1926-12-25', '昭和元年12月25日(土)'],
    ['1926-12-24', '大正15年12月24日(金)'],
    ['1912-07-30', '大正元年7月30日(火)'],
  ])('%s is %s', (day, printed) => {
    expect(printDayWithWeekday(localDate(day))).toBe(printed);
  });

  it('agrees with ICU on every day from 1926 to 2040', () => {
    const icu = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' });
    const icuWeekday = new Intl.DateTimeFormat('ja-JP', { weekday: 'short', timeZone: 'UTC' });
    const differing: string[] = [];
    let days = 0;
    for (let day = localDate('1926-01-01'); day <= '2040-12-31'; day = addDays(day, 1)) {
      days += 1;
      const instant = utcMidnight(day);
      const printed = printDayWithWeekday(day);
      const read = readDay(printed);
      if (printed !== `${icu.format(instant)}(${icuWeekday.format(instant)})`) differing.push(printed);
      if (!read.ok || read.value !== day) differing.push(`not read: ${printed}`);
    }
    expect({ days, differing }).toEqual({ days: 42_004, differing: [] });
  });

  it('gives the era and the year in it', () => {
    expect(eraOf(localDate('2019-05-01'))).toEqual({ era: '令和', year: 1 });
    expect(eraOf(localDate('2019-04-30'))).toEqual({ era: '平成', year: 31 });
  });

  it('goes back to the first day of 大正 and no further', () => {
    expect([hasEra(FIRST_OF_TAISHO), hasEra(localDate('1912-07-29'))]).toEqual([true, false]);
    expect(() => printDay(localDate('1912-07-29'))).toThrow(RangeError);
  });
});

describe('reading a day', () => {
  it.each([
    ['令和5年8月10日', '2023-08-10'],
    ['令和５年８月１０日', '2023-08-10'],
    ['令和05年08月10日', '2023-08-10'],
    [' 令和 5年 8月10日　', '2023-08-10'],
    ['令和5年8月10日(木)', '2023-08-10'],
    ['令和５年８月１０日（木）', '2023-08-10'],
    ['令和5年8月10日 (木曜日)', '2023-08-10'],
    ['令和5年8月10日㈭', '2023-08-10'],
    ['㋿5年8月10日', '2023-08-10'],
    ['R5.8.10', '2023-08-10'],
    ['R5/8/10', '2023-08-10'],
    ['R5-8-10', '2023-08-10'],
    ['r5.8.10', '2023-08-10'],
    ['R05.08.10', '2023-08-10'],
    ['Ｒ５．８．１０', '2023-08-10'],
    ['Ｒ５／８／１０（木）', '2023-08-10'],
    ['令和5.8.10', '2023-08-10'],
    ['R5年8月10日', '2023-08-10'],
    ['2023/8/10', '2023-08-10'],
    ['2023/08/10(木)', '2023-08-10'],
    ['2023-08-10', '2023-08-10'],
    ['2023.8.10', '2023-08-10'],
    ['2023年8月10日', '2023-08-10'],
    ['２０２３年８月１０日', '2023-08-10'],
    ['２０２３ー８ー１０', '2023-08-10'],
    ['令和元年5月1日', '2019-05-01'],
    ['令和1年5月1日', '2019-05-01'],
    ['R元.5.1', '2019-05-01'],
    ['R1.5.1', '2019-05-01'],
    ['平成31年4月30日', '2019-04-30'],
    ['H31.4.30', '2019-04-30'],
    ['平成元年1月8日', '1989-01-08'],
    ['昭和64年1月7日', '1989-01-07'],
    ['s64/1/7', '1989-01-07'],
    ['昭和元年12月25日', '1926-12-25'],
    ['T15.12.24', '1926-12-24'],
    ['大正元年7月30日', '1912-07-30'],
    ['令和6年2月29日', '2024-02-29'],
  ])('%s is %s', (text, day) => {
    expect(readDay(text)).toEqual(succeed(day));
  });

  it.each([
    ['令和5年8月10日(金)', '木'],
    ['2023-08-10（水）', '木'],
    ['R5.8.11(木)', '金'],
  ] as const)('%s is refused: the day is a %s', (text, right) => {
    expect(readDay(text)).toEqual(refuse({ kind: 'weekday-differs', right }));
  });

  it.each([
    ['令和元年4月30日', '平成31年4月30日'],
    ['平成31年5月1日', '令和元年5月1日'],
    ['H35.8.10', '令和5年8月10日'],
    ['昭和65年1月1日', '平成2年1月1日'],
    ['昭和64年1月8日', '平成元年1月8日'],
    ['大正15年12月25日', '昭和元年12月25日'],
  ])('%s is refused: the day is %s', (text, right) => {
    expect(readDay(text)).toEqual(refuse({ kind: 'era-differs', right }));
  });

  it.each([
    '令和5年2月30日',
    '令和5年2月29日',
    '令和5年13月1日',
    '2023/0/1',
    '2023-04-31',
    '令和0年1月1日',
    'R0.8.10',
  ])('%s is refused: there is no such day', (text) => {
    expect(readDay(text)).toEqual(refuse({ kind: 'impossible' }));
  });

  it.each(['1912-07-29', '1868/1/25', '大正1年7月29日'])('%s is refused: it is before 大正', (text) => {
    expect(readDay(text)).toEqual(refuse({ kind: 'too-early' }));
  });

  it.each([
    '',
    '8月10日',
    '5年8月10日',
    '23/8/10',
    '令和5年8月',
    '令和年8月10日',
    '元年5月1日',
    '明治45年7月29日',
    'M45.7.29',
    '20230810',
    '令和5年8月10日まで',
    '令和5年8月10日(休)',
    '令和5年8月10日ごろ',
    'R5,8,10',
    '2023/8/10/11',
  ])('"%s" is refused: it is no date', (text) => {
    expect(readDay(text)).toEqual(refuse({ kind: 'unreadable' }));
  });

  it('reads back any day that was printed', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect([readDay(printDay(day)), readDay(printDayWithWeekday(day)), readDay(day)]).toEqual(
          Array(3).fill(succeed(day)),
        );
      }),
    );
  });
});

describe('a month', () => {
  it.each([
    ['2023-09', '令和5年9月'],
    ['2024-01', '令和6年1月'],
    ['2019-04', '平成31年4月'],
    ['2019-05', '令和元年5月'],
    ['1989-01', '平成元年1月'],
    ['1988-12', '昭和63年12月'],
    ['1926-12', '昭和元年12月'],
    ['1912-07', '大正元年7月'],
  ])('%s is printed %s and read back', (month, printed) => {
    expect(printMonth(yearMonth(month))).toBe(printed);
    expect(readMonth(printed)).toEqual(succeed(month));
  });

  it.each([
    ['R5.9', '2023-09'],
    ['r5/9', '2023-09'],
    ['令和５年９月', '2023-09'],
    ['2023-09', '2023-09'],
    ['2023/9', '2023-09'],
    ['2023年9月', '2023-09'],
    ['２０２３年　９月', '2023-09'],
    ['昭和64年1月', '1989-01'],
    ['大正15年12月', '1926-12'],
  ])('%s is %s', (text, month) => {
    expect(readMonth(text)).toEqual(succeed(month));
  });

  it.each([
    ['令和5年13月', { kind: 'impossible' }],
    ['令和0年9月', { kind: 'impossible' }],
    ['平成31年5月', { kind: 'era-differs', right: '令和元年5月' }],
    ['令和元年4月', { kind: 'era-differs', right: '平成31年4月' }],
    ['昭和64年2月', { kind: 'era-differs', right: '平成元年2月' }],
    ['1912-06', { kind: 'too-early' }],
    ['令和5年9月1日', { kind: 'unreadable' }],
    ['9月', { kind: 'unreadable' }],
    ['202309', { kind: 'unreadable' }],
    ['', { kind: 'unreadable' }],
  ] as const)('"%s" is refused', (text, problem) => {
    expect(readMonth(text)).toEqual(refuse(problem));
  });

  it('before 大正 is not printed', () => {
    expect(() => printMonth(yearMonth('1912-06'))).toThrow(RangeError);
  });

  it('reads back any month that was printed', () => {
    fc.assert(
      fc.property(anyDay.map(monthOf), (month) => {
        expect([readMonth(printMonth(month)), readMonth(month)]).toEqual([succeed(month), succeed(month)]);
      }),
    );
  });
});
