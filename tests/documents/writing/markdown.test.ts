import { expect, test } from 'vitest';
import type { DocumentPart, TextDocument } from '../../../src/documents/writing/text-document.ts';
import { writeDocument } from '../../../src/documents/writing/write.ts';
import { readMarkdown } from '../../support/read-markdown.ts';

const of = (parts: readonly DocumentPart[], title = '題'): TextDocument => ({ title, running: title, parts });
const written = async (parts: readonly DocumentPart[], title?: string): Promise<string> =>
  new TextDecoder().decode(await writeDocument(of(parts, title), 'md'));

test('a document is headings, paragraphs and the tables of GitHub', async () => {
  expect(
    await written([
      { kind: 'heading', text: '1 本部会議' },
      { kind: 'lines', lines: ['一つ目', '二つ目\n続き\n\n三つ目'] },
      { kind: 'heading', text: '体制', level: 2 },
      {
        kind: 'table',
        caption: '体制',
        columns: [
          { heading: '会議体', share: 40 },
          { heading: '構成', share: 60 },
        ],
        rows: [
          [['本部会議'], ['委員長:副市長', '委員:部長']],
          [['幹事会'], []],
        ],
      },
      { kind: 'table', caption: '別の表', columns: [{ heading: 'No', share: 100 }], rows: [] },
      { kind: 'facts', facts: [{ label: '電話', lines: ['06-0000-0000'] }] },
      { kind: 'picture', png: new Uint8Array(), words: '3年間の参加者数', width: 1, height: 1 },
    ]),
  ).toBe(`# 題

## 1 本部会議

一つ目

二つ目<br>続き

三つ目

### 体制

| 会議体 | 構成 |
| --- | --- |
| 本部会議 | 委員長:副市長<br>委員:部長 |
| 幹事会 |  |

別の表

| No |
| --- |

| 項目 | 内容 |
| --- | --- |
| 電話 | 06-0000-0000 |

(図:3年間の参加者数)
`);
});

test.each([
  '<!channel> & <b>',
  '*太字* _斜体_ ~~消し線~~ `code`',
  '[リンク](https://example.com) ![絵](x) [^1]',
  'a|b',
  'a\\|b',
  'a\\',
  '\\\\|\\',
  '&lt;&amp;&#32;',
  '# 見出し',
  '末尾 #',
  '| --- |',
  '$x^2$',
  'https://example.com/?a=1&b=2#c_d',
  'https://example.jp/a をご覧ください',
  'www.example.jp/a_b_c',
  'a_b@example.jp',
  '<br>',
  '<script>alert(1)</script>',
  '🎉 👨‍👩‍👧 髙﨑',
  '- 一つ',
  '+ 一つ',
  '* 一つ',
  '1. 一つ',
  '12) 一つ',
  '---',
  '===',
  '> 一つ',
  '```',
  '    四つ空ける  ',
  '[ ] 未',
  '- [x] 済',
  '1.5次産業',
  '1.',
  '-',
  '+81-6-0000-0000',
  '-- -',
  '= =',
])('%j is shown letter by letter, in every place', async (typed) => {
  const source = await written(
    [
      { kind: 'heading', text: typed },
      { kind: 'lines', lines: [typed, `甲\n${typed}`] },
      { kind: 'facts', facts: [{ label: typed, lines: [typed, typed] }] },
      { kind: 'table', caption: typed, columns: [{ heading: typed, share: 100 }], rows: [[[typed]], [[]]] },
      { kind: 'table', caption: '', columns: [{ heading: typed, share: 100 }], rows: [[[typed]], [[]]] },
    ],
    typed,
  );
  expect(readMarkdown(source)).toEqual({
    title: typed,
    parts: [
      { heading: typed, level: 1 },
      { line: typed },
      { line: '甲' },
      { line: typed },
      { facts: [[typed, `${typed}\n${typed}`]] },
      { table: [[typed], [typed], ['']] },
      { table: [[typed], [typed], ['']] },
    ],
  });
});

test('nothing of 3,000 letters, or of a cell with 60 lines, is cut', async () => {
  const long = 'あa'.repeat(1500);
  const lines = Array.from({ length: 60 }, (_, index) => `(${index + 1})${'案'.repeat(50)}`);
  const source = await written([
    { kind: 'lines', lines: [long] },
    { kind: 'table', caption: '案件', columns: [{ heading: '案件', share: 100 }], rows: [[lines], [[long]]] },
  ]);
  expect(readMarkdown(source).parts).toEqual([
    { line: long },
    { line: '案件' },
    { table: [['案件'], [lines.join('\n')], [long]] },
  ]);
});
