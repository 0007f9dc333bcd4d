import { describe, expect, test } from 'vitest';
import type { ChangeSide, DocumentChange } from '../../../src/domain/document-change.ts';
import { checkMessage } from '../../../src/sandbox/gate/gate.ts';
import { changesMessage } from '../../../src/views/report/changes.ts';
import { asSent } from '../../support/as-sent.ts';

const HOSTILE = ['<!channel> & <b> @here *太字* `code` |<https://example.com|x>', '=cmd|calc', '髙﨑👨‍👩‍👧'];

const SINCE =
  '令和6年6月3日(月)9:00に緑川 みどりさんがワード(docx)で受け取ったものと、今の記録との違いです。';
const HEADINGS = ['1 協働推進本部会議', '会議の実施状況', '協働推進本部会議'];

const side = (says: ChangeSide['says'], of: Partial<ChangeSide> = {}): ChangeSide => ({
  headings: HEADINGS,
  table: '協働推進本部会議',
  row: null,
  says,
  ...of,
});
const cell = (before: string, after: string): DocumentChange => {
  const row = { number: '2', name: '令和5年8月10日' };
  return {
    kind: 'cell',
    before: side([{ label: '日付', lines: before.split('\n') }], { row }),
    after: side([{ label: '日付', lines: after.split('\n') }], { row }),
  };
};

/** Every text of all pages, in order. */
const textsOf = (changes: readonly DocumentChange[]): readonly string[] => {
  const texts: string[] = [];
  for (let page = 1; ; page += 1) {
    const message = changesMessage(2023, SINCE, changes, page);
    expect(checkMessage(asSent(message))).toEqual([]);
    texts.push(
      ...message.blocks.flatMap((block) =>
        block.type === 'section'
          ? [block.text?.text ?? '']
          : block.type === 'header'
            ? [block.text.text]
            : [],
      ),
    );
    if (!JSON.stringify(message.blocks).includes('report-changes.next')) return texts;
  }
};

describe('each kind of change in words', () => {
  const lines = (...text: readonly string[]) => [{ label: null, lines: text }];
  test.each<[string, DocumentChange, string]>([
    ['a cell', cell('令和5年8月10日', '令和5年8月24日'), 'No2 日付\n前:令和5年8月10日\n今:令和5年8月24日'],
    [
      'a cell in a row of another No',
      {
        kind: 'cell',
        before: side([{ label: '日付', lines: ['令和5年8月10日'] }], { row: { number: '2', name: '' } }),
        after: side([{ label: '日付', lines: [] }], { row: { number: '1', name: '' } }),
      },
      'No1(前はNo2) 日付\n前:令和5年8月10日\n今:(なし)',
    ],
    [
      'a row without No',
      {
        kind: 'row',
        before: null,
        after: side(
          [
            { label: '会議体', lines: ['幹事会'] },
            { label: '構成', lines: ['部長', '課長'] },
            { label: '主な役割', lines: [] },
          ],
          { row: { number: null, name: '幹事会' } },
        ),
      },
      '「幹事会」の行(追加)\n今:会議体:幹事会\n構成:部長\n課長',
    ],
    [
      'a text that is gone',
      { kind: 'lines', before: side(lines('名簿を改めました。')), after: null },
      '文章(削除)\n前:名簿を改めました。',
    ],
    [
      'a heading',
      { kind: 'heading', before: side(lines('本部会議')), after: side(lines('推進会議')) },
      '見出し\n前:本部会議\n今:推進会議',
    ],
    [
      'a table',
      { kind: 'table', before: null, after: side(lines('No', '日付')) },
      '表「協働推進本部会議」(追加)\n今:協働推進本部会議',
    ],
    [
      'numbers',
      {
        kind: 'numbers',
        before: side(lines('3', '4', '5', '8', '')),
        after: side(lines('2', '3', '4', '9', '1')),
      },
      'ほかの行のNo\n前:No3から5まで\nNo8\nNoなし\n今:No2から4まで\nNo9\nNo1',
    ],
    [
      'an order',
      { kind: 'order', before: side(lines('甲', '乙')), after: side(lines('乙', '甲')) },
      '並び順\n前:甲、乙\n今:乙、甲',
    ],
    [
      'the title',
      {
        kind: 'title',
        before: side(lines('甲'), { headings: [] }),
        after: side(lines('乙'), { headings: [] }),
      },
      '題\n前:甲\n今:乙',
    ],
  ])('%s', (_, change, words) => {
    expect(textsOf([change]).at(-1)).toBe(words);
  });
});

test('changes stand under the headings they are of, said once', () => {
  const [first, ...others] = textsOf([cell('a', 'b'), cell('c', 'd')]).slice(1);
  expect(first).toBe('1 協働推進本部会議 > 会議の実施状況 > 協働推進本部会議');
  expect(others).toEqual(['No2 日付\n前:a\n今:b', 'No2 日付\n前:c\n今:d']);
});

test('of a long text the places that differ are told, whole', () => {
  const text = Array.from({ length: 100 }, (_, at) => `${at}つめの文です。`);
  const [, , told] = textsOf([cell(text.join(''), text.with(50, '訂正した文です。').join(''))]);
  expect(told).toBe('No2 日付\n前:50つめの文です。\n今:訂正した文です。');
});

test('a text of 15,000 letters that was written anew is told whole, over as many pages as it takes', () => {
  const [before, after] = ['甲', '"'].map((letter) => letter.repeat(15_000));
  const told = textsOf([cell(before ?? '', after ?? '')]).join('');
  expect(told.replaceAll(/[^甲"]/gu, '')).toBe(`${before}${after}`);
});

test('a thousand changes fit, page by page, and none is left out', () => {
  const changes = Array.from({ length: 1_000 }, (_, at) => cell(`前${at}`, `後${at}`));
  const told = textsOf(changes).filter((text) => text.startsWith('No2'));
  expect(told).toEqual(changes.map((_, at) => `No2 日付\n前:前${at}\n今:後${at}`));
});

test('whatever people typed is shown letter by letter', () => {
  for (const typed of HOSTILE) expect(textsOf([cell('あ', typed)]).join('\n')).toContain(typed);
});

test('nothing changed is said, and there is no file to get', () => {
  const message = changesMessage(2023, SINCE, [], 1);
  expect(JSON.stringify(message.blocks)).toContain('受け取ったあとの変更はありません。');
  expect(JSON.stringify(message.blocks)).not.toContain('report-changes.file');
});
