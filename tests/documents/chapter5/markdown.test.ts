import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chapter5Markdown } from '../../../src/documents/chapter5/markdown.ts';
import { type BodyPart, type Chapter5, chapter5Of } from '../../../src/documents/chapter5/model.ts';
import { FACTS_2023 } from './facts-2023.ts';
import { readMarkdown, type Shown } from './read-markdown.ts';

test('the record of fiscal 2023 makes this Markdown', () => {
  expect(chapter5Markdown(chapter5Of(FACTS_2023))).toBe(`# 第5章 推進体制の整備等(令和5年度)

## 1 協働推進本部会議

### 体制

| 会議体 | 構成 | 主な役割 |
| --- | --- | --- |
| 協働推進本部会議 | 委員長:副市長<br>副委員長:副市長<br>委員:特別職・部局長 | 協働推進に関する全庁的な課題の検討及び調整 |
| 協働推進本部会議幹事会 | 幹事長:市民協働部長 | 協働推進に関する全庁的な課題の検討及び連絡調整 |
| 協働推進員(主任) | 総務担当課長 | 協働手法の導入検討、部内の各課等にまたがる地域課題の解決に向けた調整 ほか |
| 協働推進員(推進員) | 各課から選任 | 協働事業市民提案に関し、提案団体との意見交換 |

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

### 協働推進員の取組み

協働推進員を112名選任しました。

(1)コミュニティ政策課からの情報を部局内で調整・共有

(2)協働事業市民提案制度の活用に向けた事業調査のとりまとめ

(3)(2)に基づくヒアリングへの出席

(4)市民公益活動推進助成金申込事業にかかる調査のとりまとめ

(5)協働事業市民提案制度提案事業にかかる調査のとりまとめ

(6)協働事業成案化検討会議での協議

(7)地域担当職員と連携した地域からの相談、要望への対応

(8)協働に関する大阪府からの調査回答

## 2 職員の育成

### 年度実績

#### 職員研修

| No | 日時・場所 | 内容 | 参加者 |
| --- | --- | --- | --- |
| 1 | 令和5年9月 市役所内 | 【新規採用職員ステップ研修】 | 88人 |
| 2 | 令和5年7月から9月まで \\*動画配信 | 【係長級・技能長昇格前研修】 | 67人 |
| 3 | 令和6年1月 豊中市立文化芸術センター | 【協働推進員研修】 | 92人 |

## 3 豊能地区市町NPO担当課長連絡会議等

### 豊能地区市町NPO担当課長連絡会議

令和5年度は開催なし

### 豊能地区市町合同研修

令和5年度は開催なし

### NATSにおける市民公益活動推進の連携

(未記録)
`);
});

const NOTHING = {
  title: '',
  structure: [],
  meetings: [],
  promoters: { appointed: '', duties: [] },
  training: [],
  liaison: [],
  unsettled: [],
} as const;

/** A chapter as its reader sees it, from one heading to another, without these two. */
const between = (from: string, to: string, chapter: Partial<Chapter5>): readonly Shown[] => {
  const all = readMarkdown(chapter5Markdown({ ...NOTHING, ...chapter }));
  const at = (heading: string): number =>
    all.findIndex((shown) => 'heading' in shown && shown.heading === heading);
  return all.slice(at(from) + 1, at(to));
};

/** What is shown of these parts under 会議の実施状況. */
const shown = (...meetings: readonly BodyPart[]): readonly Shown[] =>
  between('会議の実施状況', '協働推進員の取組み', { meetings });

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

test.each([...HOSTILE, '- 一つ', '1. 一つ'])(
  'so are the words of 体制, of training and of the duties: %s',
  (typed) => {
    expect(
      between('体制', '会議の実施状況', {
        structure: [{ body: typed, composition: [typed, typed], role: typed }],
      }),
    ).toEqual([
      {
        table: [
          ['会議体', '構成', '主な役割'],
          [typed, `${typed}\n${typed}`, typed],
        ],
      },
    ]);
    expect(
      between('職員研修', '3 豊能地区市町NPO担当課長連絡会議等', {
        training: [
          { no: 1, dateAndPlace: typed, content: [`【${typed}】`, typed], participants: '88人' },
          { no: null, dateAndPlace: '(未記録)', content: [typed], participants: '' },
        ],
      }),
    ).toEqual([
      {
        table: [
          ['No', '日時・場所', '内容', '参加者'],
          ['1', typed, `【${typed}】\n${typed}`, '88人'],
          ['', '(未記録)', typed, ''],
        ],
      },
    ]);
    expect(
      between('協働推進員の取組み', '2 職員の育成', {
        promoters: { appointed: '協働推進員を112名選任しました。', duties: [`(1)${typed}`, typed] },
      }),
    ).toEqual([
      { paragraph: '協働推進員を112名選任しました。' },
      { paragraph: `(1)${typed}` },
      { paragraph: typed },
    ]);
  },
);

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

test('nothing that a terminal obeys or that turns the text around is printed', () => {
  expect(shown({ heading: '\u001B[2J甲\u202E乙', kind: 'table', rows: [] })[0]).toEqual({
    heading: '[2J甲乙',
    level: 4,
  });
});
