import { describe, expect, test } from 'vitest';
import { localDate, yearMonth } from '../../../src/domain/calendar/local-date.ts';
import { createWorkingCalendar, STANDARD_CALENDAR } from '../../../src/domain/calendar/working-day.ts';
import { printRecordDate, type RecordDate } from '../../../src/domain/occasion/date.ts';
import { addMonths, dateFromDay, likeDate, likeWeekday } from '../../../src/domain/schedule/like-date.ts';
import { day, days, month, months, until } from '../../support/record-dates.ts';

describe('the same ordinal weekday of a month', () => {
  test.each([
    ['2023-08-10', '2024-08', '2024-08-08'],
    ['2023-06-15', '2024-06', '2024-06-20'],
    ['2023-05-01', '2024-05', '2024-05-06'],
    // A fifth one where there are four is the last of them.
    ['2023-08-31', '2024-08', '2024-08-29'],
    ['2023-08-30', '2024-08', '2024-08-28'],
    ['2023-05-31', '2024-05', '2024-05-29'],
    ['2024-02-29', '2025-02', '2025-02-27'],
    ['2025-02-28', '2024-02', '2024-02-23'],
    ['2024-12-31', '2025-12', '2025-12-30'],
  ])('%s gives of %s the %s', (from, to, like) => {
    expect(likeWeekday(localDate(from), yearMonth(to))).toBe(like);
  });
});

test.each([
  ['2024-01', -7, '2023-06'],
  ['2023-12', 1, '2024-01'],
  ['2023-01', -1, '2022-12'],
  ['2023-04', 12, '2024-04'],
  ['2023-04', 0, '2023-04'],
])('%s and %i months is %s', (from, count, to) => {
  expect(addMonths(yearMonth(from), count)).toBe(to);
});

describe('the like of a date in another year', () => {
  test.each<[RecordDate, number, number, string]>([
    [until('2023-08-10'), 2023, 2024, '令和6年8月8日まで'],
    [month('2024-01'), 2023, 2024, '令和7年1月'],
    [months('2023-07', '2023-09'), 2023, 2024, '令和6年7月から9月まで'],
    [months('2023-12', '2024-02'), 2023, 2024, '令和6年12月から令和7年2月まで'],
    // The first Monday of May 2024 is a holiday in lieu.
    [day('2023-05-01'), 2023, 2024, '令和6年5月7日'],
    [days('2023-07-03', '2023-07-07'), 2023, 2024, '令和6年7月1日から5日まで'],
    [days('2023-07-03', '2023-08-04'), 2023, 2024, '令和6年7月1日から8月2日まで'],
    [days('2023-12-20', '2024-01-19'), 2023, 2024, '令和6年12月18日から令和7年1月17日まで'],
    // What would begin on a holiday begins a day later, and still ends on its Friday.
    [days('2021-10-11', '2021-10-15'), 2021, 2023, '令和5年10月10日から13日まで'],
    [days('2022-07-11', '2022-07-15'), 2022, 2025, '令和7年7月14日から18日まで'],
    // The city is closed from 29 December to 3 January.
    [day('2023-12-29'), 2023, 2024, '令和6年12月27日'],
    [day('2024-12-30'), 2024, 2025, '令和8年1月5日'],
    [day('2024-01-02'), 2023, 2024, '令和7年1月7日'],
    // At the end of March nothing goes over into the next year.
    [day('2024-03-30'), 2023, 2024, '令和7年3月31日'],
    [days('2024-03-25', '2024-03-29'), 2023, 2024, '令和7年3月24日から28日まで'],
    [day('2019-05-01'), 2019, 2024, '令和6年5月1日'],
    [day('2019-04-11'), 2019, 2020, '令和2年4月9日'],
  ])('%o of %i in %i', (date, from, year, printed) => {
    const like = likeDate(date, (year - from) * 12, { year, calendar: STANDARD_CALENDAR });
    expect(printRecordDate(like)).toBe(printed);
  });

  test('closing days of the city count, and at the end of March the last working day before them stands', () => {
    const calendar = createWorkingCalendar(['2025-03-31', '2025-03-28', '2024-08-08'].map(localDate));
    const printed = [until('2023-08-10'), day('2024-03-30'), days('2024-03-25', '2024-03-29')].map((date) =>
      printRecordDate(likeDate(date, 12, { year: 2024, calendar })),
    );
    expect(printed).toEqual(['令和6年8月9日まで', '令和7年3月27日', '令和7年3月24日から27日まで']);
  });
});

describe('a date that begins on another day', () => {
  test.each<[RecordDate, string, string]>([
    [day('2024-08-08'), '2024-08-20', '令和6年8月20日'],
    [until('2024-08-08'), '2024-08-20', '令和6年8月20日まで'],
    [days('2024-07-01', '2024-07-05'), '2024-07-08', '令和6年7月8日から12日まで'],
    [days('2024-07-01', '2024-07-05'), '2024-07-09', '令和6年7月9日から16日まで'],
    [days('2024-07-01', '2024-07-05'), '2024-07-01', '令和6年7月1日から5日まで'],
    [days('2024-07-01', '2024-07-05'), '2025-03-31', '令和7年3月31日'],
    [month('2025-01'), '2025-01-16', '令和7年1月16日'],
    [months('2024-07', '2024-09'), '2024-08-01', '令和6年8月から10月まで'],
    [months('2024-07', '2024-09'), '2025-03-03', '令和7年3月'],
  ])('%o on %s', (date, on, printed) => {
    const begun = dateFromDay(date, localDate(on), { year: 2024, calendar: STANDARD_CALENDAR });
    expect(printRecordDate(begun)).toBe(printed);
  });
});
