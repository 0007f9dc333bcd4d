import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAgenda } from '../../../src/domain/meeting/agenda.ts';

/** What a 案件 may begin with that looks like a number and is none. */
const belonging = fc.oneof(
  fc
    .tuple(
      fc.integer({ min: 1, max: 9999 }),
      fc.constantFrom(
        '年度',
        '年',
        '月',
        '号館',
        'か年',
        'カ年',
        'ヶ所',
        '周年',
        '回',
        '次',
        '期',
        '件',
        '名',
        '市',
        '%',
        '階',
      ),
    )
    .map(([number, counted]) => `${number}${counted}`),
  fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 })).map((pair) => pair.join('.')),
  fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 })).map((pair) => pair.join('、')),
);

const marks = fc.constantFrom(
  '',
  '(1)',
  '（２）',
  '③',
  '4. ',
  '５．　',
  '1、　',
  '６　',
  '7)',
  '⑻',
  '第1号議案　',
  '議題2 ',
  '・',
);
const widths = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.replaceAll(/[0-9]/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
);

test('a mark is taken off, and never what belongs to the text', () => {
  fc.assert(
    fc.property(marks, belonging, widths, (mark, beginning, inWidth) => {
      const text = inWidth(`${beginning}の見直しについて`);
      expect(readAgenda(`${mark}${text}`)).toEqual([{ text, kind: null }]);
    }),
    { numRuns: 2000 },
  );
});
