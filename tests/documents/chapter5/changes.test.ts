import { expect, test } from 'vitest';
import { changesDocument, changesSince } from '../../../src/documents/chapter5/changes.ts';
import { keepDocument } from '../../../src/documents/writing/kept.ts';
import type { TextDocument } from '../../../src/documents/writing/text-document.ts';

const chapter = (date: string, topics: readonly string[]): TextDocument => ({
  title: '第5章 推進体制の整備等(令和5年度)',
  running: '第5章',
  parts: [
    { kind: 'heading', text: 'トピックス', level: 1 },
    { kind: 'lines', lines: topics },
    {
      kind: 'table',
      caption: '協働推進本部会議',
      columns: [
        { heading: 'No', share: 10 },
        { heading: '日付', share: 90 },
      ],
      rows: [[['1'], [date]]],
    },
  ],
});

test('as a document 変更点 is a table, a row for each, with all that was and is said', () => {
  const long = '長い文章です。'.repeat(500);
  const kept: unknown = JSON.parse(JSON.stringify(keepDocument(chapter('令和5年8月10日', [long]))));
  const changes = changesSince(kept, chapter('令和5年8月24日', [long, '加えた文です。']));
  expect(changesDocument(changes, { year: '令和5年度', since: '前回との違いです。' })).toEqual({
    title: '令和5年度 第5章 刊行後の変更点',
    running: '令和5年度 第5章 刊行後の変更点',
    parts: [
      { kind: 'lines', lines: ['前回との違いです。', '全2件'] },
      {
        kind: 'table',
        caption: '刊行後の変更点',
        columns: [
          { heading: 'No', share: 6 },
          { heading: '箇所', share: 22 },
          { heading: '項目', share: 16 },
          { heading: '前', share: 28 },
          { heading: '今', share: 28 },
        ],
        rows: [
          [['1'], ['トピックス'], ['文章(追加)'], ['(なし)'], ['加えた文です。']],
          [['2'], ['トピックス'], ['No1 日付'], ['令和5年8月10日'], ['令和5年8月24日']],
        ],
      },
    ],
  });
});

test('without a change it says so', () => {
  const now = chapter('令和5年8月10日', []);
  expect(
    changesDocument(changesSince(keepDocument(now), now), { year: '令和5年度', since: '前回との違いです。' })
      .parts,
  ).toEqual([{ kind: 'lines', lines: ['前回との違いです。', '受け取ったあとの変更はありません。'] }]);
});
