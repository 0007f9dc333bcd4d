import { expect, test } from 'vitest';
import { keepDocument, readKept } from '../../../src/documents/writing/kept.ts';
import type { TextDocument } from '../../../src/documents/writing/text-document.ts';
import { LocalDateSchema } from '../../../src/domain/calendar/local-date.ts';

const WHOLE: TextDocument = {
  title: '第5章',
  running: '実施状況報告書',
  contents: true,
  parts: [
    { kind: 'heading', text: '1 協働推進本部会議', level: 1 },
    { kind: 'lines', lines: ['<script>', ''] },
    { kind: 'picture', png: Uint8Array.of(1, 2, 3), words: '棒グラフ', width: 720, height: 284 },
    { kind: 'facts', facts: [{ label: '日時', lines: ['令和5年8月10日'] }] },
    {
      kind: 'table',
      caption: '会議',
      columns: [{ heading: 'No', share: 100 }],
      rows: [[['1', '髙﨑']]],
      days: [{ first: LocalDateSchema.parse('2023-08-10'), last: null }],
    },
  ],
  sheets: [{ kind: 'table', caption: '根拠', columns: [{ heading: '記録', share: 100 }], rows: [[['x']]] }],
};

test('a document is kept as JSON without its pictures and what a spreadsheet alone has, and read back', () => {
  const { sheets: _, ...whole } = WHOLE;
  const [heading, lines, , facts, table] = whole.parts;
  const { days: __, ...shown } = table as Extract<TextDocument['parts'][number], { kind: 'table' }>;
  expect(readKept(JSON.parse(JSON.stringify(keepDocument(WHOLE))))).toEqual({
    ...whole,
    parts: [heading, lines, facts, shown],
  });
});

/** As the first form of it was kept in the record: whatever comes after it, this is read. */
const FIRST_FORM =
  '{"version":1,"title":"第5章 推進体制の整備等(令和5年度)","running":"実施状況報告書","contents":false,"parts":[{"kind":"heading","text":"体制","level":2},{"kind":"lines","lines":["(未記録)"]},{"kind":"facts","facts":[{"label":"日時","lines":["令和5年9月"]}]},{"kind":"table","caption":"職員研修","columns":[{"heading":"No","share":8},{"heading":"参加者","share":92}],"rows":[[["1"],["88人"]]]}]}';

test('what was kept in the first form is readable', () => {
  expect(readKept(JSON.parse(FIRST_FORM))).toEqual({
    title: '第5章 推進体制の整備等(令和5年度)',
    running: '実施状況報告書',
    parts: [
      { kind: 'heading', text: '体制', level: 2 },
      { kind: 'lines', lines: ['(未記録)'] },
      { kind: 'facts', facts: [{ label: '日時', lines: ['令和5年9月'] }] },
      {
        kind: 'table',
        caption: '職員研修',
        columns: [
          { heading: 'No', share: 8 },
          { heading: '参加者', share: 92 },
        ],
        rows: [[['1'], ['88人']]],
      },
    ],
  });
});

test('what is no kept document, or a form that comes only later, is not taken for one', () => {
  expect(() => readKept({ title: '第5章' })).toThrow();
  expect(() => readKept({ ...JSON.parse(FIRST_FORM), version: 2 })).toThrow();
});
