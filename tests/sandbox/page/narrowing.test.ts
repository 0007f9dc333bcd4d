import { expect, it } from 'vitest';
import { isLong, narrowed } from '../../../src/sandbox/page/narrowing.ts';

const items = [
  { key: 'U1', label: '山田 花子', description: 'コミュニティ政策課' },
  { key: 'U2', label: '田中 一郎' },
  { key: 'U3', label: '山本 ｲﾁﾛｳ' },
];
const keys = (wanted: string, chosen: readonly string[] = []) =>
  narrowed(items, wanted, chosen).map(({ key }) => key);

it.each([
  ['', ['U1', 'U2', 'U3']],
  ['山', ['U1', 'U3']],
  ['山田花', ['U1']],
  ['　田　', ['U1', 'U2']],
  ['イチロウ', ['U3']],
  ['政策', ['U1']],
  ['鈴木', []],
])('「%s」 finds names and titles, whatever the width and the spaces', (wanted, found) => {
  expect(keys(wanted)).toEqual(found);
});

it('keeps what is chosen in sight and in its place', () => {
  expect(keys('一郎', ['U3', 'U1'])).toEqual(['U1', 'U2', 'U3']);
});

it('calls a list long above twenty', () => {
  expect([isLong(Array(20)), isLong(Array(21))]).toEqual([false, true]);
});
