import { describe, expect, it } from 'vitest';
import { readDay, readMonth } from '../../../src/domain/calendar/japanese-era.ts';
import { readRecordDate } from '../../../src/domain/occasion/date.ts';
import { refuse, succeed } from '../../../src/domain/result.ts';

describe('a day is read as spreadsheets and offices write it', () => {
  it.each([
    ['令6.7.8', '2024-07-08'],
    ['令 ６・７・８', '2024-07-08'],
    ['R6・7・8', '2024-07-08'],
    ['R6･7･8', '2024-07-08'],
    ['2024・7・8', '2024-07-08'],
    ['平31.4.30', '2019-04-30'],
    ['昭64年1月7日', '1989-01-07'],
    ['令和6年7月15日（月・祝）', '2024-07-15'],
    ['令和6年7月15日(月曜日・祝日)', '2024-07-15'],
    ['R6.7.15(月祝)', '2024-07-15'],
    ['2024/8/12（月、振休）', '2024-08-12'],
    ['2024/7/8 0:00', '2024-07-08'],
    ['2024/7/8 00:00:00', '2024-07-08'],
    ['2024-07-08T00:00:00', '2024-07-08'],
    ['２０２４／７／８　０：００', '2024-07-08'],
    ['令和6年7月8日(月) 0:00', '2024-07-08'],
  ])('%s is %s', (text, day) => {
    expect(readDay(text)).toEqual(succeed(day));
  });

  it.each([
    ['2024/7/8 0:00から2024/7/9 0:00まで', { kind: 'days', first: '2024-07-08', last: '2024-07-09' }],
    ['R6・7・8から7・9まで', { kind: 'days', first: '2024-07-08', last: '2024-07-09' }],
    ['令6.7.15（月・祝）まで', { kind: 'until', day: '2024-07-15' }],
    ['令6・9', { kind: 'month', month: '2024-09' }],
  ])('and so is %s', (text, date) => {
    expect(readRecordDate(text)).toEqual(succeed(date));
  });

  it('a month too', () => {
    expect([readMonth('令6.9'), readMonth('R6・9')]).toEqual([succeed('2024-09'), succeed('2024-09')]);
  });
});

describe('an old Excel counts 平成 on: the right era is named', () => {
  it.each([
    ['平成38年4月1日', '令和8年4月1日'],
    ['平36.7.8', '令和6年7月8日'],
    ['H38・4・1', '令和8年4月1日'],
  ])('%s is %s', (text, right) => {
    expect(readDay(text)).toEqual(refuse({ kind: 'era-differs', right }));
  });
});

describe('what is more or less than a day is refused', () => {
  it.each([
    '2024/7/8 13:30',
    '2024/7/8 0:30',
    '2024/7/80:00',
    '45481',
    '令和6年7月15日（祝・月）',
    '大6',
    '令.7.8',
  ])('%s', (text) => {
    expect(readDay(text)).toEqual(refuse({ kind: 'unreadable' }));
  });

  it('and a holiday on another weekday names that', () => {
    expect(readDay('令和6年7月15日（火・祝）')).toEqual(refuse({ kind: 'weekday-differs', right: '月' }));
  });
});
