import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Absence, absenceText, readAbsences } from '../../../src/domain/meeting/absence.ts';

describe('a member who is absent', () => {
  test.each([
    ['豊中太郎', '豊中太郎'],
    ['豊中太郎 欠席', '豊中太郎'],
    ['　豊中太郎　欠席　', '豊中太郎'],
    ['豊中太郎(欠席)', '豊中太郎'],
    ['豊中太郎（欠席）', '豊中太郎'],
    ['豊中太郎:欠席', '豊中太郎'],
    ['豊中太郎、欠席', '豊中太郎'],
    ['豊中太郎、', '豊中太郎'],
    ['福祉部長 豊中太郎', '福祉部長 豊中太郎'],
    ['福祉部長　豊中太郎　欠席', '福祉部長　豊中太郎'],
    ['福祉課長代理 豊中太郎 欠席', '福祉課長代理 豊中太郎'],
    ['豊中太郎(福祉部長)', '豊中太郎(福祉部長)'],
    ['豊中太郎(福祉部長)欠席', '豊中太郎(福祉部長)欠席'],
    ['豊中太郎(福祉部長) 欠席', '豊中太郎(福祉部長)'],
    ['<!channel> & <b> 欠席', '<!channel> & <b>'],
  ])('%s', (typed, member) => {
    expect(readAbsences(typed)).toEqual([{ member, proxy: null }]);
  });
});

describe('a member for whom somebody came', () => {
  test.each<[string, Absence]>([
    [
      '豊中太郎 代理 総務課長 山田花子',
      { member: '豊中太郎', proxy: { title: '総務課長', name: '山田花子' } },
    ],
    [
      '豊中太郎　代理　総務課長　山田花子',
      { member: '豊中太郎', proxy: { title: '総務課長', name: '山田花子' } },
    ],
    [
      '豊中太郎 代理:総務課長 山田花子',
      { member: '豊中太郎', proxy: { title: '総務課長', name: '山田花子' } },
    ],
    [
      '豊中太郎、代理、総務課長 山田花子',
      { member: '豊中太郎', proxy: { title: '総務課長', name: '山田花子' } },
    ],
    [
      '豊中太郎 代理出席 総務課長 山田花子',
      { member: '豊中太郎', proxy: { title: '総務課長', name: '山田花子' } },
    ],
    [
      '豊中太郎(代理 総務課長 山田花子)',
      { member: '豊中太郎', proxy: { title: '総務課長', name: '山田花子' } },
    ],
    [
      '豊中太郎（代理:総務課長 山田花子）',
      { member: '豊中太郎', proxy: { title: '総務課長', name: '山田花子' } },
    ],
    [
      '福祉部長 豊中太郎 代理 総務課長 山田 花子',
      { member: '福祉部長 豊中太郎', proxy: { title: '総務課長', name: '山田 花子' } },
    ],
    ['豊中太郎 代理 山田花子', { member: '豊中太郎', proxy: { title: '', name: '山田花子' } }],
    [
      '豊中太郎 代理 山田花子(総務課長)',
      { member: '豊中太郎', proxy: { title: '', name: '山田花子(総務課長)' } },
    ],
    [
      '豊中太郎 代理 課長代理 山田花子',
      { member: '豊中太郎', proxy: { title: '課長代理', name: '山田花子' } },
    ],
    [
      '豊中太郎(部長)(代理 山田花子(次長))',
      { member: '豊中太郎(部長)', proxy: { title: '', name: '山田花子(次長)' } },
    ],
    ['豊中太郎 代理出席', { member: '豊中太郎', proxy: { title: '', name: '' } }],
    ['豊中太郎(代理)', { member: '豊中太郎', proxy: { title: '', name: '' } }],
  ])('%s', (typed, absence) => {
    expect(readAbsences(typed)).toEqual([absence]);
  });
});

test('one a line; empty lines are ignored', () => {
  expect(readAbsences('\n甲 欠席\r\n\n　\n乙 代理 丙\r')).toEqual([
    { member: '甲', proxy: null },
    { member: '乙', proxy: { title: '', name: '丙' } },
  ]);
});

const typedAbsences = fc
  .array(
    fc.oneof(
      fc.constantFrom('豊中太郎', '総務課長', '山田花子', '課長代理', '代理', '代理出席', '欠席'),
      fc.constantFrom(' ', '　', ':', '：', '、', ',', '(', ')', '（', '）', '\n', '\r\n'),
      fc.string({ unit: 'grapheme', maxLength: 2 }),
    ),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.join(''));

test.each([
  ['as people read it', 100_000],
  ['where room is short', 0],
])('what the edit form offers is read back as the same absences, %s', (_manner, most) => {
  fc.assert(
    fc.property(typedAbsences, (typed) => {
      const absences = readAbsences(typed);
      expect(readAbsences(absenceText(absences, most))).toEqual(absences);
    }),
    { numRuns: 2000 },
  );
});

test('where room is short the edit form offers no more than was typed', () => {
  fc.assert(
    fc.property(typedAbsences, (typed) => {
      expect(absenceText(readAbsences(typed), typed.length).length).toBeLessThanOrEqual(typed.length);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  [3000, '甲 欠席\n乙 代理 総務課長 丙'],
  [16, '甲 欠席\n乙 代理 総務課長 丙'],
  [15, '甲\n乙 代理 総務課長 丙'],
])('with room for %i characters the edit form offers %j', (most, text) => {
  expect(absenceText(readAbsences('甲\n乙(代理 総務課長 丙)'), most)).toBe(text);
});
