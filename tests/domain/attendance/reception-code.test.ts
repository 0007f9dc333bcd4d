import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CODE_COUNT,
  codeOf,
  isReceptionOpen,
  printCode,
  readCode,
} from '../../../src/domain/attendance/reception-code.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import type { RecordDate } from '../../../src/domain/occasion/date.ts';
import { day, days, month } from '../../support/record-dates.ts';

const anyCode = fc.integer({ min: 0, max: CODE_COUNT - 1 }).map(codeOf);

test('a code is six digits, none of them 1 or 7, which sound alike', () => {
  fc.assert(
    fc.property(anyCode, (code) => {
      expect(code).toMatch(/^[02345689]{6}$/u);
    }),
  );
});

test('each number has a code of its own', () => {
  expect([0, 1, 8, CODE_COUNT - 1].map(codeOf)).toEqual(['000000', '000002', '000020', '999999']);
  fc.assert(
    fc.property(fc.nat(CODE_COUNT - 1), fc.nat(CODE_COUNT - 1), (one, other) => {
      expect(codeOf(one) === codeOf(other)).toBe(one === other);
    }),
  );
});

test('a code is read as it is printed, in either width, however it is broken up', () => {
  const wide = (text: string): string =>
    text.replace(/[0-9-]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  fc.assert(
    fc.property(
      anyCode,
      fc.array(fc.constantFrom('-', ' ', '　', 'ー', '―', '−', ''), { minLength: 7, maxLength: 7 }),
      (code, gaps) => {
        const broken = [...code].map((digit, index) => `${gaps[index]}${digit}`).join('') + gaps[6];
        expect([printCode(code), wide(printCode(code)), broken].map(readCode)).toEqual([code, code, code]);
      },
    ),
  );
});

test.each([
  '382945。',
  '382-945.',
  '「382-945」',
  '(382945)',
  '【３８２－９４５】',
  '<382-945>',
  '&lt;382-945&gt;',
  '#382945',
  '"382-945"、',
  '受付382-945',
  '受付コード:382-945',
  '受付番号は382-945です。',
  '3・8・2・9・4・5',
])('%s is read as 382945', (typed) => {
  expect(readCode(typed)).toBe('382945');
});

test.each([
  '',
  '382-945号室3',
  '38294５6',
  '受付',
  '「」',
  '382945円',
  '38294',
  '3829455',
  '382-94a',
  '182945',
  '３８２９４７',
  '三八二九四五',
  '382945 382945',
])('%j is no code', (typed) => {
  expect(readCode(typed)).toBeUndefined();
});

describe('a code is taken on the days of its session only', () => {
  test.each<[RecordDate, string, boolean]>([
    [day('2024-01-18'), '2024-01-17', false],
    [day('2024-01-18'), '2024-01-18', true],
    [day('2024-01-18'), '2024-01-19', false],
    [days('2023-07-03', '2023-07-07'), '2023-07-05', true],
    [days('2023-07-03', '2023-07-07'), '2023-07-08', false],
    [month('2024-01'), '2024-01-31', true],
    [month('2024-01'), '2024-02-01', false],
  ])('%o on %s: %s', (date, today, isOpen) => {
    expect(isReceptionOpen(date, localDate(today))).toBe(isOpen);
  });
});
