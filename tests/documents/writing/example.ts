import type { TablePart, TextDocument } from '../../../src/documents/writing/text-document.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';

/** A picture of one white point. */
export const POINT: Uint8Array = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
    'base64',
  ),
);

const EVIDENCE: TablePart = {
  kind: 'table',
  caption: '根拠',
  columns: [
    { heading: '数', share: 20 },
    { heading: '記録', share: 80 },
  ],
  rows: [[['88人'], ['令和5年9月1日 新規採用職員研修']]],
};

/** A document with a part of every kind. */
export const EXAMPLE: TextDocument = {
  title: '第5章 推進体制の整備等',
  running: '第5章 推進体制の整備等(令和5年度)',
  contents: true,
  parts: [
    { kind: 'lines', lines: ['はじめに。\n続きの行。\n\n次の段落。'] },
    { kind: 'heading', text: '1 協働推進本部会議' },
    { kind: 'heading', text: '会議の実施状況', level: 2 },
    {
      kind: 'table',
      caption: '協働推進本部会議',
      columns: [
        { heading: 'No', share: 10 },
        { heading: '日付', share: 40 },
        { heading: '案件', share: 50 },
      ],
      rows: [
        [['1'], ['令和5年8月10日(木)'], ['(1)年間スケジュールについて', '(2)その他']],
        [['2'], ['令和5年12月8日(金)'], []],
      ],
      days: [
        { first: localDate('2023-08-10'), last: localDate('2023-08-10') },
        { first: localDate('2023-12-08'), last: null },
      ],
    },
    { kind: 'heading', text: '職員研修', level: 3 },
    {
      kind: 'table',
      caption: '職員研修',
      columns: [
        { heading: '内容', share: 70 },
        { heading: '参加者', share: 30 },
      ],
      rows: [
        [['【新規採用職員研修】'], ['88人']],
        [['【全職員研修】'], ['1,234人']],
      ],
    },
    { kind: 'picture', png: POINT, words: '3年間の参加者数', width: 1, height: 1 },
    { kind: 'heading', text: 'お問合せ' },
    {
      kind: 'facts',
      facts: [
        { label: '課', lines: ['コミュニティ政策課'] },
        { label: '電話', lines: ['06-0000-0000', '内線0000'] },
      ],
    },
    { kind: 'lines', lines: ['https://example.jp/a?b=1&c_d=2をご覧ください。'] },
  ],
  sheets: [EVIDENCE],
};
