import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AgendaItem,
  type AgendaKind,
  agendaText,
  printAgenda,
  readAgenda,
} from '../../../src/domain/meeting/agenda.ts';

const one = (text: string, kind: AgendaKind | null = null): readonly AgendaItem[] => [{ text, kind }];

describe('a leading number is dropped once', () => {
  test.each([
    ['(1)年間スケジュールについて', '年間スケジュールについて'],
    ['（１）年間スケジュールについて', '年間スケジュールについて'],
    ['(１２) 年間スケジュールについて', '年間スケジュールについて'],
    ['①年間スケジュールについて', '年間スケジュールについて'],
    ['⑳　年間スケジュールについて', '年間スケジュールについて'],
    ['㉑年間スケジュールについて', '年間スケジュールについて'],
    ['㊿年間スケジュールについて', '年間スケジュールについて'],
    ['1.年間スケジュールについて', '年間スケジュールについて'],
    ['１．年間スケジュールについて', '年間スケジュールについて'],
    ['10. 年間スケジュールについて', '年間スケジュールについて'],
    ['・年間スケジュールについて', '年間スケジュールについて'],
    ['･ 年間スケジュールについて', '年間スケジュールについて'],
    ['　(1)　年間スケジュールについて　', '年間スケジュールについて'],
    ['・(1)について', '(1)について'],
    ['(1)(2)に基づくヒアリングについて', '(2)に基づくヒアリングについて'],
    ['①②の取扱いについて', '②の取扱いについて'],
    ['1. 2023年度の予定', '2023年度の予定'],
    ['１　年間予定について', '年間予定について'],
    ['12 その他', 'その他'],
    ['1、年間予定', '年間予定'],
    ['１，年間予定', '年間予定'],
    ['1: 年間予定', '年間予定'],
    ['1)　カッコ', 'カッコ'],
    ['２）カッコ', 'カッコ'],
    ['⑴年間予定', '年間予定'],
    ['⒈ 年間予定', '年間予定'],
    ['❶年間予定', '年間予定'],
    ['第1号議案　予算', '予算'],
    ['第１号議案：予算', '予算'],
    ['議案第2号　2024年度予算', '2024年度予算'],
    ['議題１　年間予定', '年間予定'],
    ['１　2024年度予算', '2024年度予算'],
    ['１　１号館の改修', '１号館の改修'],
    ['3　SDGsの推進', 'SDGsの推進'],
  ])('%s', (typed, text) => {
    expect(readAgenda(typed)).toEqual(one(text));
  });
});

describe('what is no leading number stays as typed', () => {
  test.each([
    '1.5次産業の協働について',
    '１．５次産業の協働について',
    '2023年度の予定',
    '10周年記念事業について',
    '(2023)年度の予定',
    '(仮)協働の手引きについて',
    '（案）について',
    '1、2号館の改修',
    '1,000人の集い',
    '10:00からの部',
    '2024年度予算',
    '1号館の改修',
    '３か年計画',
    '３ か年計画の見直し',
    '３　か年計画の見直し',
    '3 年間の計画',
    '10 周年記念事業',
    '2 市1町の連携',
    '3 R の推進',
    '3 000人の集い',
    '2024 年度予算',
    '第1号議案',
    '第1号議案について',
    '第1号議案から第3号議案まで',
    '第1回幹事会の報告',
    '議案第1号',
    '議題1',
    '1-1 枝番',
    'ア　細目',
    '協働①について',
    'NATS・連携について',
    '市民公益活動推進委員会の評価・意見に対する市の調査・検討について',
    '<!channel> & <b>',
    '🎉 20周年',
  ])('%s', (typed) => {
    expect(readAgenda(typed)).toEqual(one(typed));
  });
});

describe('a trailing kind is taken off, in half or full width', () => {
  test.each<[string, string, AgendaKind | null]>([
    ['年間予定について(審議)', '年間予定について', 'deliberation'],
    ['年間予定について（審議）', '年間予定について', 'deliberation'],
    ['年間予定について(報告)', '年間予定について', 'report'],
    ['年間予定について（協議）', '年間予定について', 'discussion'],
    ['年間予定について　（報告）　', '年間予定について', 'report'],
    ['①年間予定について（審議）', '年間予定について', 'deliberation'],
    ['年間予定について(審議)(報告)', '年間予定について(審議)', 'report'],
    ['年間予定について(その他)', '年間予定について(その他)', null],
    ['(審議)年間予定について', '(審議)年間予定について', null],
    ['年間予定(審議)について', '年間予定(審議)について', null],
    ['年間予定について 審議', '年間予定について 審議', null],
    ['(審議)', '(審議)', null],
    ['1.(審議)', '(審議)', null],
  ])('%s', (typed, text, kind) => {
    expect(readAgenda(typed)).toEqual(one(text, kind));
  });
});

test.each([
  ['nothing', ''],
  ['empty lines', '\n\n  \n　\r\n'],
  ['numbers alone', '(1)\n②\n3.\n・'],
])('%s makes no item', (_what, typed) => {
  expect(readAgenda(typed)).toEqual([]);
});

test('each line is an item, whichever line breaks are used; empty lines are ignored', () => {
  expect(readAgenda('(1)甲(審議)\r\n\n (2)乙 \r\r丙（報告）\n')).toEqual([
    { text: '甲', kind: 'deliberation' },
    { text: '乙', kind: null },
    { text: '丙', kind: 'report' },
  ]);
});

test('the report prints the items numbered, each with its kind after it', () => {
  expect(printAgenda(readAgenda('④甲（審議）\n乙\n・丙（協議）'))).toEqual([
    '(1)甲(審議)',
    '(2)乙',
    '(3)丙(協議)',
  ]);
});

const typedAgenda = fc
  .array(
    fc.oneof(
      fc.constantFrom('(1)', '（２）', '③', '4.', '５．', '・', '･', '1.5', '(', ')', '（', '）', '2023'),
      fc.constantFrom(
        '１　',
        '2 ',
        '3、',
        '4)',
        '第1号議案　',
        '議案第2号 ',
        '議題3 ',
        '⑴',
        '号館',
        'か年',
        '年度',
      ),
      fc.constantFrom(
        '(審議)',
        '（報告）',
        '(協議)',
        '審議',
        ' ',
        '　',
        '\n',
        '\r\n',
        '\r',
        '甲',
        '乙について',
      ),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));

test('what the edit form offers is read back as the same items', () => {
  fc.assert(
    fc.property(typedAgenda, (typed) => {
      const items = readAgenda(typed);
      expect(readAgenda(agendaText(items))).toEqual(items);
    }),
    { numRuns: 2000 },
  );
});

test('what the edit form offers is never longer than what was typed', () => {
  fc.assert(
    fc.property(typedAgenda, (typed) => {
      expect(agendaText(readAgenda(typed)).length).toBeLessThanOrEqual(typed.length);
    }),
    { numRuns: 2000 },
  );
});

test('items that begin like a number are offered with one mark before them', () => {
  expect(agendaText(readAgenda('(1)(2)に基づくヒアリング（報告）\n②\n1.5次産業'))).toBe(
    '・(2)に基づくヒアリング(報告)\n1.5次産業',
  );
});
