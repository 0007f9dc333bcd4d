import { expect, it } from 'vitest';
import type { Option } from '../../../src/sandbox/page/block-kit.ts';
import { chosenKeys, itemsOf, valueOfKeys } from '../../../src/sandbox/page/field-items.ts';

const option = (value: string, words: string): Option => ({
  text: { type: 'plain_text', text: words },
  value,
});
const offer = {
  people: [
    { id: 'U1', name: '田中 一郎', title: 'コミュニティ政策課' },
    { id: 'U2', name: '山田 花子' },
  ],
  channels: [{ id: 'C1', name: '協働推進' }],
} as const;

it('offers people with their titles, and channels', () => {
  expect([
    itemsOf({ type: 'users_select', action_id: 'a' }, offer),
    itemsOf({ type: 'multi_channels_select', action_id: 'a' }, offer),
  ]).toEqual([
    [
      { key: 'U1', label: '田中 一郎', description: 'コミュニティ政策課' },
      { key: 'U2', label: '山田 花子' },
    ],
    [{ key: 'C1', label: '#協働推進' }],
  ]);
});

it('offers options with the name of their group', () => {
  const group = {
    label: { type: 'plain_text', text: '連絡会議等' },
    options: [option('b1', '豊能地区')],
  } as const;
  expect(itemsOf({ type: 'static_select', action_id: 'a', option_groups: [group] }, offer)).toEqual([
    { key: 'b1', label: '豊能地区', group: '連絡会議等' },
  ]);
});

it('keeps the order in which options were chosen, and drops what is not offered', () => {
  const options = [option('1', '好事例'), option('2', 'お知らせ'), option('3', '催し')];
  const value = valueOfKeys({ type: 'multi_static_select', action_id: 'a', options }, ['3', '9', '1']);
  expect([value, chosenKeys(value)]).toEqual([
    { type: 'multi_static_select', selected_options: [option('3', '催し'), option('1', '好事例')] },
    ['3', '1'],
  ]);
});
