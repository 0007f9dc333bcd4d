import { describe, expect, test } from 'vitest';
import { type NoDataKind, noDataInCell, noDataInName, noDataInTitle } from '../../src/domain/no-data.ts';

describe('in no cell', () => {
  test.each<[NoDataKind, readonly string[]]>([
    [
      'error-value',
      ['#N/A', '#REF!', '#n/a', '＃N/A', '#DIV/0!', '#NAME?', '#SPILL!', '########', ' #VALUE! '],
    ],
    ['ditto', ['〃', '々', '仝', '同上', ' 同 上 ', '"', '”', '〃〃', '上に同じ', '同左']],
    ['blank-mark', ['0', '０', '-', '－', '―', 'ー', '--', '…', '～', '*', '/']],
  ])('%s', (kind, cells) => {
    expect(cells.map((cell) => [cell, noDataInCell(cell)])).toEqual(cells.map((cell) => [cell, kind]));
  });
});

describe('what is said in a cell is data', () => {
  test.each([
    '#1の資料',
    '同上の部屋',
    '佐々木',
    '0件',
    '10',
    '-5',
    '未定',
    'A-1会議室',
    '〃について',
    'なし',
    '"甲"',
  ])('%s', (cell) => {
    expect(noDataInCell(cell)).toBeUndefined();
  });
});

describe('nothing is called', () => {
  test.each<[NoDataKind, readonly string[]]>([
    ['number', ['1.23E+05', '１２３', '45,481', '-3', '0.5', '1e10', '50%']],
    [
      'placeholder',
      ['未定', '欠員', '欠員（補充予定）', '該当なし', '調整中', 'なし', '空席', 'N/A', '後任未定'],
    ],
    ['ditto', ['〃']],
    ['error-value', ['#REF!']],
  ])('%s', (kind, names) => {
    expect(names.map((name) => [name, noDataInTitle(name)])).toEqual(names.map((name) => [name, kind]));
    expect(names.map(noDataInName)).toEqual(names.map(() => kind));
  });

  test.each([
    '①総合窓口課',
    '２係',
    '3R推進課',
    '政策課',
    '未来共創課',
    '無線係',
    '協働って何?',
    '24時間窓口',
  ])('but %s may be', (name) => {
    expect(noDataInTitle(name)).toBeUndefined();
  });
});

test.each(['?野 花子', '渡？ 一郎', '〓野 花子', '□野 花子'])('nobody is called %s', (name) => {
  expect(noDataInName(name)).toBe('lost-letter');
});

test.each(['佐々木 希', '一', '未来 はじめ', '定 未定子', 'A. Smith', '無 門', 'ー子'])(
  'somebody may be called %s',
  (name) => {
    expect(noDataInName(name)).toBeUndefined();
  },
);
