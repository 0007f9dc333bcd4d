import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { inTextParts, textOf } from '../../../src/domain/chapter5/text.ts';
import { readWantedReport, yearWrittenOn } from '../../../src/domain/chapter5/wanted.ts';

/** A text as it is kept: without empty lines before and behind it. */
const kept = fc
  .array(fc.constantFrom('あ', '、', '\n', '\n\n', ' ', '　', '髙', '𠮷', '👨‍👩‍👧', 'a', '。'), {
    maxLength: 120,
  })
  .map((signs) => textOf({ parts: [signs.join('')], joins: [] }));

describe('a text in the fields of a form', () => {
  test('is the same text when it is put together again, and no part is longer than a field', () => {
    fc.assert(
      fc.property(kept, fc.integer({ min: 12, max: 40 }), (text, most) => {
        const whole = inTextParts(text, most);
        expect(textOf(whole)).toBe(text);
        expect(whole.parts.every(({ length }) => length <= most)).toBe(true);
        expect(whole.joins).toHaveLength(whole.parts.length - 1);
      }),
    );
  });

  test.each([
    ['between lines where that can be', '一二三\n四五六', 5, ['一二三', '四五六'], [1]],
    ['with the empty line between paragraphs', '一二三\n\n四五六', 5, ['一二三', '四五六'], [2]],
    ['within a paragraph that is longer', '一二三四五六', 4, ['一二三四', '五六'], [0]],
    ['never within a letter', '一👨‍👩‍👧二', 9, ['一👨‍👩‍👧', '二'], [0]],
    ['not at all where it fits', '一二三\n四', 5, ['一二三\n四'], []],
  ])('is parted %s', (_, text, most, parts, joins) => {
    expect(inTextParts(text, most)).toEqual({ parts, joins });
  });

  test('what is added in a further field begins on a line of its own; an empty one in between is none', () => {
    expect(textOf({ parts: ['一', '', ' ', '二', '三'], joins: [0] })).toBe('一\n二\n三');
  });

  test('the space with which a paragraph begins stays, whatever ends its lines', () => {
    expect(textOf({ parts: ['\n\n　一\r\n　二\r\n\n'], joins: [] })).toBe('　一\n　二');
  });
});

describe('年度 and 形式', () => {
  const today = localDate('2024-11-26');

  test.each([
    [[], { year: 2023, format: undefined }],
    [['令和5年度', 'ワード'], { year: 2023, format: 'docx' }],
    [['xlsx', 'R4'], { year: 2022, format: 'xlsx' }],
    [['エクセル', '令和', '5', '年度'], { year: 2023, format: 'xlsx' }],
    [['ウェブ'], { year: 2023, format: 'html' }],
    [['2025', 'md'], { year: 2025, format: 'md' }],
  ])('%j', (words, wanted) => {
    expect(readWantedReport(words, today)).toEqual(wanted);
  });

  test.each([[['pdf']], [['令和5年度', 'ワード', 'エクセル']], [['昨年度', 'ワード']]])(
    '%j is neither',
    (words) => {
      expect(readWantedReport(words, today)).toBeUndefined();
    },
  );

  test.each([
    ['2024-03-31', 2022],
    ['2024-04-01', 2023],
    ['2025-03-31', 2023],
    ['2025-04-01', 2024],
  ])('on %s the report of %i is written', (day, year) => {
    expect(yearWrittenOn(localDate(day))).toBe(year);
  });
});
