import fc from 'fast-check';
import { expect, test } from 'vitest';
import { whereDiffer } from '../../src/domain/where-differ.ts';

const sentences = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${at + 1}つめの取組みについて、各課と話し合いました。`);
const LONG = sentences(60);

test('short texts are shown whole', () => {
  expect(whereDiffer('令和5年8月10日', '令和5年8月24日')).toEqual([
    { before: '令和5年8月10日', after: '令和5年8月24日' },
  ]);
});

test('of long ones the place that differs is shown, with a little around it', () => {
  const before = LONG.join('');
  expect(
    whereDiffer(before, LONG.with(30, '31つめの取組みについて、各課と話し合い、公表しました。').join('')),
  ).toEqual([
    {
      before: '31つめの取組みについて、各課と話し合いました。',
      after: '31つめの取組みについて、各課と話し合い、公表しました。',
    },
  ]);
});

test('a single long sentence is shown around what differs', () => {
  const [before, after] = [
    `${'あ'.repeat(500)}か${'い'.repeat(500)}`,
    `${'あ'.repeat(500)}き${'い'.repeat(500)}`,
  ];
  expect(whereDiffer(before, after)).toEqual([
    {
      before: `…${'あ'.repeat(20)}か${'い'.repeat(20)}…`,
      after: `…${'あ'.repeat(20)}き${'い'.repeat(20)}…`,
    },
  ]);
});

test('what was put in has nothing before, and what is gone nothing after', () => {
  expect(whereDiffer(LONG.join(''), LONG.toSpliced(10, 0, '新しい取組みを始めました。').join(''))).toEqual([
    { before: '', after: '新しい取組みを始めました。' },
  ]);
  expect(whereDiffer(LONG.join(''), LONG.toSpliced(10, 1).join(''))).toEqual([
    { before: '11つめの取組みについて、各課と話し合いました。', after: '' },
  ]);
});

test('every place is told, and what differs is never cut', () => {
  fc.assert(
    fc.property(
      fc.subarray([...LONG.keys()], { minLength: 1 }),
      fc.string({ minLength: 1 }),
      (places, typed) => {
        const words = typed.replace(/[。\n]/gu, 'x');
        const after = LONG.map((sentence, at) =>
          places.includes(at) ? `訂${at}の文【${words}】です。` : sentence,
        );
        const told = whereDiffer(LONG.join(''), after.join(''));
        const missing = places.filter(
          (at) => !told.some((place) => place.after.includes(`訂${at}の文【${words}】`)),
        );
        expect(missing).toEqual([]);
      },
    ),
  );
});

test('no letter of several code points is split', () => {
  const family = '👨‍👩‍👧';
  const [before, after] = ['か', 'き'].map((letter) => `${family.repeat(100)}${letter}${family.repeat(100)}`);
  // 20 UTF-16 units are two and a half of these letters of eight.
  expect(whereDiffer(before ?? '', after ?? '')).toEqual([
    {
      before: `…${family.repeat(3)}か${family.repeat(3)}…`,
      after: `…${family.repeat(3)}き${family.repeat(3)}…`,
    },
  ]);
});
