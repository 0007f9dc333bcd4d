import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chapter5Markdown } from '../../../src/documents/chapter5/markdown.ts';
import { type BodyPart, chapter5Of } from '../../../src/documents/chapter5/model.ts';
import { FACTS_2023 } from './facts-2023.ts';
import { readMarkdown } from './read-markdown.ts';

test('the record of fiscal 2023 makes this Markdown', () => {
  expect(chapter5Markdown(chapter5Of(FACTS_2023))).toBe(`# 第5章 推進体制の整備等(令和5年度)

## 1 協働推進本部会議

### 会議の実施状況

#### 協働推進本部会議

| No | 日付 | 案件 |
| --- | --- | --- |
| 1 | 令和5年8月10日まで 開催案内送付(書面開催) | (1)協働推進本部会議の年間スケジュールについて |
| 2 | 令和5年12月8日まで 開催案内送付(書面開催) | (1)市民公益活動推進委員会の評価・意見に対する市の調査・検討について(審議) |

#### 協働推進本部会議幹事会

| No | 日付 | 案件 |
| --- | --- | --- |
| 1 | 令和5年7月7日まで | (1)協働推進本部会議幹事会の年間スケジュールについて |
| 2 | 令和5年11月8日まで | (1)市民公益活動推進委員会の評価・意見に対する市の調査・検討について(審議) |

## 3 豊能地区市町NPO担当課長連絡会議等

### 豊能地区市町NPO担当課長連絡会議

令和5年度は開催なし

### 豊能地区市町合同研修

令和5年度は開催なし

### NATSにおける市民公益活動推進の連携

(未記録)
`);
});

/** The chapter of these parts as its reader sees it, without the headings that every chapter has. */
const shown = (...meetings: readonly BodyPart[]) =>
  readMarkdown(chapter5Markdown({ title: '', meetings, liaison: [], unsettled: [] })).slice(3, -1);

const HOSTILE = [
  '<!channel> & <b>',
  '*太字* _斜体_ ~~消し線~~ `code`',
  '[リンク](https://example.com) ![絵](x)',
  'a|b',
  'a\\|b',
  'a\\',
  '\\\\|\\',
  '&lt;&amp;',
  '# 見出し',
  '| --- |',
  '$x^2$',
  'https://example.com/?a=1&b=2',
  '<br>',
  '🎉 👨‍👩‍👧',
];

describe('what was typed is shown letter by letter, in every place', () => {
  test.each([...HOSTILE, '- 一つ', '+ 一つ', '* 一つ', '1. 一つ', '12) 一つ', '---', '===', '1.5次産業'])(
    '%s',
    (typed) => {
      expect(
        shown(
          { heading: typed, kind: 'table', rows: [{ no: 1, date: typed, items: [`(1)${typed}`, typed] }] },
          { heading: 'NATS', kind: 'text', paragraphs: [typed, typed] },
        ),
      ).toEqual([
        { heading: typed, level: 4 },
        {
          table: [
            ['No', '日付', '案件'],
            ['1', typed, `(1)${typed}\n${typed}`],
          ],
        },
        { heading: 'NATS', level: 4 },
        { paragraph: typed },
        { paragraph: typed },
      ]);
    },
  );
});

test.each(['甲\n乙', '甲\r\n乙', '甲\r乙'])('a line break in %j stays within its cell', (typed) => {
  expect(
    shown({ heading: '本部会議', kind: 'table', rows: [{ no: 1, date: typed, items: ['丙'] }] }),
  ).toContainEqual({
    table: [
      ['No', '日付', '案件'],
      ['1', '甲\n乙', '丙'],
    ],
  });
});

test('60 案件 are lines of one cell', () => {
  const items = Array.from({ length: 60 }, (_, index) => `(${index + 1})${'案'.repeat(50)}`);
  expect(
    shown({ heading: '本部会議', kind: 'table', rows: [{ no: 1, date: '令和5年8月10日', items }] }),
  ).toContainEqual({
    table: [
      ['No', '日付', '案件'],
      ['1', '令和5年8月10日', items.join('\n')],
    ],
  });
});

test('a table is read back as it was, whatever its cells hold', () => {
  const cell = fc
    .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 5 })), {
      minLength: 1,
      maxLength: 4,
    })
    .map((pieces) =>
      pieces
        .join('')
        .replace(/[\r\n]/gu, '')
        .trim(),
    )
    .filter((text) => text !== '');
  fc.assert(
    fc.property(fc.array(fc.record({ date: cell, items: fc.array(cell, { minLength: 1 }) })), (typed) => {
      const rows = typed.map((row, index) => ({ no: index + 1, ...row }));
      expect(shown({ heading: '本部会議', kind: 'table', rows })).toEqual([
        { heading: '本部会議', level: 4 },
        {
          table: [
            ['No', '日付', '案件'],
            ...rows.map(({ no, date, items }) => [String(no), date, items.join('\n')]),
          ],
        },
      ]);
    }),
  );
});
