import { expect, test } from 'vitest';
import { printMonthDay, readMonthDay } from '../../../src/domain/calendar/month-day.ts';

test.each([
  ['4月30日', '04-30', '4月30日'],
  ['４月３０日', '04-30', '4月30日'],
  [' 4/1 ', '04-01', '4月1日'],
  ['12-31', '12-31', '12月31日'],
  ['6.5', '06-05', '6月5日'],
])('%s is %s, printed %s', (typed, day, printed) => {
  expect(readMonthDay(typed)).toBe(day);
  expect(printMonthDay(day)).toBe(printed);
});

test.each(['', '4月', '4月31日', '2月29日', '13月1日', '令和9年4月30日', '2027-04-30', '四月'])(
  '「%s」 is no day of every year',
  (typed) => {
    expect(readMonthDay(typed)).toBeUndefined();
  },
);
